// The desk's hands: what each control does, and which press was the last, for the words above GO.

import { type RefObject, useEffect, useState } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import type { Sections, WireCommand } from '../../wire/messages.ts'
import type { Press } from '../link/presses.ts'
import { showTime, useLink, usePress, useSession } from '../link/store.ts'
import { type ActStep, actStep, isEarly } from './acts.ts'
import { itemAfter } from './order.ts'
import { type Rights, rightsOf } from './rights.ts'
import { needsReason, SAID_MS } from './said.ts'
import { columnsOf, momentAt, standbyOf, standbyTarget } from './strip.ts'
import { useArmed } from './use-armed.ts'
import { useFlash } from './use-flash.ts'
import { type HoldPress, useHoldPress } from './use-hold-press.ts'

export type Desk = {
  readonly sections: Sections
  readonly rights: Rights
  /** The last press of a calling control. */
  readonly last: Press | null
  /** What was pressed a moment ago: long enough to be seen, however quick the answer. */
  readonly pressed: WireCommand['name'] | null
  /** The guarded control that waits for its second press. */
  readonly armed: string | null
  readonly hold: HoldPress
  /** The field for why the desk goes back is open. */
  readonly askingReason: boolean
  readonly go: () => void
  readonly standby: () => void
  /** Only what the key says: `d` never takes a curtain up. */
  readonly act: (key: ActStep['key']) => void
  readonly back: () => void
  readonly backWith: (reason: string | null) => void
  readonly call: () => void
  readonly take: () => void
  readonly item: () => void
  /** Answered on cans: one department by its column, or all that are silent. */
  readonly cans: (column: number | null) => void
}

type Hands = {
  readonly sections: Sections
  readonly send: (command: WireCommand) => void
  readonly now: () => Instant | null
  readonly arm: (what: string) => boolean
}

export function useDesk(strip: RefObject<HTMLElement | null>): Desk {
  const link = useLink()
  const sections = useSession((state) => state.sections)
  const viewer = useSession((state) => state.viewer)
  const [lastId, setLastId] = useState<string | null>(null)
  const last = usePress(lastId)
  const settled = last !== null && last.outcome !== null
  // What was refused some time ago is no news; a line that always says something is read no more.
  useEffect(() => {
    if (!settled) return
    const timer = setTimeout(() => setLastId((id) => (id === lastId ? null : id)), SAID_MS)
    return () => clearTimeout(timer)
  }, [settled, lastId])
  const { armed, press: arm } = useArmed()
  const [askingReason, ask] = useState(false)
  const [pressed, flash] = useFlash<WireCommand['name']>()
  const send = (command: WireCommand) => {
    flash(command.name)
    setLastId(link.press(command))
  }
  const hands: Hands = { sections, send, arm, now: () => showTime(link) }
  const { position, calling } = sections
  const hold = useHoldPress(() => {
    if (position) send({ name: position.running.heldSince === null ? 'clock.hold' : 'clock.resume' })
  })
  const backWith = (reason: string | null) => {
    ask(false)
    strip.current?.focus()
    const move = calling?.move
    if (reason !== null && typeof move === 'number') send({ name: 'desk.step-back', move, reason })
  }
  const back = () => {
    const now = showTime(link)
    if (!calling || calling.next === 0 || now === null) return
    if (needsReason(calling, now)) ask(true)
    else backWith('')
  }
  const rights = rightsOf(viewer ?? nobody, calling)
  const fixed = { sections, rights, last, pressed, armed, hold, askingReason, back, backWith }
  return { ...fixed, ...cueHands(hands), ...showHands(hands) }
}

function cueHands({ sections: { cues, calling }, send }: Hands): Pick<Desk, 'go' | 'standby' | 'cans'> {
  const next = cues && calling ? momentAt(cues, calling.next) : null
  return {
    go: () => {
      if (next && typeof calling?.move === 'number') {
        send({ name: 'cue.go', moment: next.id, move: calling.move })
      }
    },
    standby: () => {
      const moment = cues && calling ? standbyTarget(cues, calling) : null
      if (moment) send({ name: 'standby.give', moment: moment.id })
    },
    cans: (column) => {
      const standby = next && calling ? standbyOf(calling, next) : null
      if (!cues || !next || !standby) return
      const columns = columnsOf(cues, next, standby)
      for (const one of column === null ? columns : columns.slice(column, column + 1)) {
        if (one.acknowledged !== null) continue
        const { id: department } = one.department
        send({ name: 'standby.acknowledge', moment: next.id, department, channel: 'cans' })
      }
    },
  }
}

function showHands({
  sections: { position, order },
  send,
  now,
  arm,
}: Hands): Pick<Desk, 'act' | 'call' | 'take' | 'item'> {
  return {
    act: (key) => {
      const step = position ? actStep(position) : null
      if (step?.key === key && arm(step.words)) send(step.command)
    },
    call: () => {
      const next = position?.nextCall
      const at = now()
      if (!next || at === null) return
      if (!isEarly(next.at, at) || arm(next.words)) {
        send({ name: 'call.give', call: next.id, act: next.act })
      }
    },
    take: () => send({ name: 'desk.take' }),
    item: () => {
      const next = order && position ? itemAfter(order, position) : null
      if (next && arm(next.id)) send({ name: 'item.start', item: next.id })
    },
  }
}

const nobody = { device: '', name: '', roles: [], person: null, department: null, place: null }
