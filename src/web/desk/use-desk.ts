// The desk's hands: what each control does, and which press was the last, for the words above GO.

import { type RefObject, useEffect, useState } from 'react'
import type { Sections, WireCommand } from '../../wire/messages.ts'
import type { Press } from '../link/presses.ts'
import { showTime, useLink, usePress, useSession } from '../link/store.ts'
import { useArmed } from '../ui/use-armed.ts'
import type { ActStep } from './acts.ts'
import {
  type CueHands,
  cueHands,
  type ElsewhereHands,
  elsewhereHands,
  type Hands,
  showHands,
  type WordHands,
  wordHands,
} from './hands.ts'
import { backTarget } from './places.ts'
import { type Rights, rightsOf } from './rights.ts'
import { needsReason, SAID_MS } from './said.ts'
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
  /** Only what the key says: `d` never takes a curtain up. */
  readonly act: (key: ActStep['key']) => void
  readonly back: () => void
  readonly backWith: (reason: string | null) => void
  readonly call: () => void
  readonly take: () => void
  readonly item: () => void
  /** The next act goes up so many minutes sooner or later than it is expected. */
  readonly expectUp: (minutes: number) => void
  /** What stands open at the foot of the strip. */
  readonly aside: Aside
  readonly open: (aside: Aside) => void
} & CueHands &
  ElsewhereHands &
  WordHands

/** A cue by its number, or what became of the last one. */
type Aside = 'jump' | 'outcome' | 'cans' | 'where' | 'concern' | 'cue-note' | 'line-note' | null

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
  const [aside, setAside] = useState<Aside>(null)
  const open = (to: Aside) => {
    setAside(to)
    // Whoever closes it wants the keys back where they call.
    if (to === null) strip.current?.focus()
  }
  const [pressed, flash] = useFlash<WireCommand['name']>()
  const send = (command: WireCommand) => {
    flash(command.name)
    setLastId(link.press(command))
  }
  const hands: Hands = { sections, send, arm, now: () => showTime(link) }
  const { position, calling, cues } = sections
  const hold = useHoldPress<WireCommand>(
    // Chosen when the finger goes down: whoever meant to hold must not resume because somebody else was quicker.
    () => (position ? { name: position.running.heldSince === null ? 'clock.hold' : 'clock.resume' } : null),
    send,
  )
  const backWith = (reason: string | null) => {
    ask(false)
    strip.current?.focus()
    const move = calling?.move
    if (reason !== null && typeof move === 'number') send({ name: 'desk.step-back', move, reason })
  }
  const back = () => {
    const now = showTime(link)
    if (!cues || !calling || backTarget(cues, calling) === null || now === null) return
    if (needsReason(cues, calling, now)) ask(true)
    else backWith('')
  }
  const rights = rightsOf(viewer ?? nobody, calling)
  const fixed = { sections, rights, last, pressed, armed, hold, askingReason, back, backWith, aside, open }
  const cueKeys = { ...cueHands(hands), ...elsewhereHands(hands), ...wordHands(hands) }
  return { ...fixed, ...cueKeys, ...showHands(hands) }
}

const nobody = {
  device: '',
  name: '',
  roles: [],
  person: null,
  department: null,
  place: null,
  sentTo: null,
}
