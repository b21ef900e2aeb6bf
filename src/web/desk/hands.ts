// What each control of the desk sends, from what the desk shows at that moment.

import type { Outcome } from '../../core/calling/events.ts'
import { type Instant, later, seconds } from '../../core/kit/time.ts'
import type { CallingSection, CuesSection, MomentLine } from '../../core/night/sections.ts'
import type { DepartmentId } from '../../core/show/show.ts'
import type { Sections, WireCommand } from '../../wire/messages.ts'
import { clearableAct, nextUpAt, phaseOf } from '../ui/phase.ts'
import { vampOf } from '../ui/vamps.ts'
import { actStep, endStep, isEarly } from './acts.ts'
import { itemAfter } from './order.ts'
import { cutBehind, lastOnDeck, missingClear, momentAt, rangeTarget, standbyTarget } from './places.ts'
import { columnsOf, standbyOf } from './strip.ts'
import type { Desk } from './use-desk.ts'

export type Hands = {
  readonly sections: Sections
  readonly send: (command: WireCommand) => void
  readonly now: () => Instant | null
  readonly arm: (what: string) => boolean
}

export type CueHands = {
  readonly go: () => void
  readonly standby: () => void
  /** One standby up to the next pause. */
  readonly range: () => void
  /** Answered on cans: one department by its column, or all that are silent. */
  readonly cans: (column: number | null) => void
  /** Says clear on cans for the cue at the now-line, or takes it back. */
  readonly clear: () => void
  /** A list beside the deck's: its next cue. */
  readonly listStandby: (moment: MomentLine) => void
  readonly listGo: (moment: MomentLine) => void
}

export type ElsewhereHands = {
  /** `call`: at once, without a press in between. */
  readonly jump: (moment: MomentLine, call: boolean) => void
  readonly skip: () => void
  readonly cut: () => void
  /** Null: the one cut last before the now-line. */
  readonly restore: (moment: MomentLine | null) => void
}

export type WordHands = {
  readonly report: (moment: MomentLine, department: DepartmentId, outcome: Outcome) => void
  readonly house: () => void
  readonly heard: (department: DepartmentId, heard: boolean) => void
  readonly twoStep: (on: boolean) => void
  readonly besidePaper: (on: boolean) => void
  /** Heard on cans: the band goes round in the bars that are next, or is out of them. */
  readonly vamp: () => void
}

type Known = { readonly cues: CuesSection; readonly calling: CallingSection }

const known = ({ cues, calling }: Sections): Known | null => (cues && calling ? { cues, calling } : null)

const nextIn = (sections: Sections): MomentLine | null => {
  const both = known(sections)
  return both ? momentAt(both.cues, both.calling.next) : null
}

export const skipWords = (moment: MomentLine): string => `skip:${moment.id}`
export const cutWords = (moment: MomentLine): string => `cut:${moment.id}`

/** What a first press arms that may be a stray one: its act is not up, and nobody was told to stand by. */
export const strayWords = (moment: MomentLine): string => `stray:${moment.id}`

/**
 * Half an hour before the curtain a hand on the space bar must not take the house out; nor one press too many at the
 * end of an act, or the first of the next one where cues of the last were left.
 */
export function isStray({ position, calling }: Sections, moment: MomentLine): boolean {
  const up = position ? phaseOf(position) : null
  if (!up || !calling || (up.kind === 'running' && up.act === moment.at.act)) return false
  return (
    standbyOf(calling, moment) === null && missingClear(calling, moment) === null && !calling.rules.twoStep
  )
}

export function cueHands({ sections, send, arm }: Hands): CueHands {
  const both = known(sections)
  const next = nextIn(sections)
  const goOn = (moment: MomentLine) => {
    const move = both?.calling.move
    if (typeof move === 'number') send({ name: 'cue.go', moment: moment.id, move })
  }
  return {
    go: () => {
      if (next && (!isStray(sections, next) || arm(strayWords(next)))) goOn(next)
    },
    standby: () => {
      const moment = both && standbyTarget(both.cues, both.calling)
      if (moment) send({ name: 'standby.give', moment: moment.id })
    },
    range: () => {
      const range = both && rangeTarget(both.cues, both.calling)
      if (range) send({ name: 'standby.give', moment: range.first.id, to: range.last.id })
    },
    cans: (column) => {
      const standby = next && both ? standbyOf(both.calling, next) : null
      if (!both || !next || !standby) return
      const columns = columnsOf(both.cues, next, standby)
      for (const one of column === null ? columns : columns.slice(column, column + 1)) {
        if (one.acknowledged !== null) continue
        const { id: department } = one.department
        send({ name: 'standby.acknowledge', moment: next.id, department, channel: 'cans' })
      }
    },
    clear: () => {
      if (!both || next?.waitsFor == null) return
      const said = missingClear(both.calling, next) === null
      send({ name: said ? 'clear.withdraw' : 'clear.say', moment: next.id })
    },
    listStandby: (moment) => send({ name: 'standby.give', moment: moment.id }),
    listGo: goOn,
  }
}

export function elsewhereHands({ sections, send, arm }: Hands): ElsewhereHands {
  const both = known(sections)
  const next = nextIn(sections)
  const move = both?.calling.move
  return {
    jump: (moment, call) => {
      if (typeof move !== 'number') return
      const to = { moment: moment.id, move }
      send(call ? { name: 'cue.go', ...to, jump: true } : { name: 'desk.jump', ...to })
    },
    skip: () => {
      if (next && typeof move === 'number' && arm(skipWords(next)))
        send({ name: 'cue.skip', moment: next.id, move })
    },
    cut: () => {
      if (next && arm(cutWords(next))) send({ name: 'cue.cut', moment: next.id })
    },
    restore: (moment) => {
      const back = moment ?? (both ? cutBehind(both.cues, both.calling).at(-1) : undefined)
      if (back) send({ name: 'cue.restore', moment: back.id })
    },
  }
}

export function wordHands({ sections, send }: Hands): WordHands {
  const { position, calling } = sections
  return {
    vamp: () => {
      const vamp = vampOf(sections)
      if (vamp) send({ name: vamp.since === null ? 'vamp.begin' : 'vamp.end', vamp: vamp.line.id })
    },
    report: (moment, department, outcome) =>
      send({ name: 'cue.report', moment: moment.id, department, outcome }),
    house: () => {
      const act = position ? clearableAct(position) : null
      if (!position || act === null) return
      send({ name: position.houseClear.includes(act) ? 'house.withdraw' : 'house.clear', act })
    },
    heard: (department, heard) => send({ name: 'cans.check', department, heard }),
    twoStep: (on) => send({ name: 'rule.change', rules: { ...calling?.rules, twoStep: on } }),
    besidePaper: (on) =>
      send({ name: 'rule.change', rules: { twoStep: calling?.rules.twoStep ?? false, besidePaper: on } }),
  }
}

/** What the caller can say what became of: the last cue called from the deck. */
export function lastCalled(
  sections: Sections,
): { readonly moment: MomentLine; readonly reports: CallingSection['recent'][number]['reports'] } | null {
  const both = known(sections)
  const last = both && lastOnDeck(both.cues, both.calling)
  const moment = both && last ? momentAt(both.cues, last.moment) : null
  return last && moment ? { moment, reports: last.reports } : null
}

export function showHands({
  sections: { position, order, calling },
  send,
  now,
  arm,
}: Hands): Pick<Desk, 'act' | 'call' | 'take' | 'item' | 'expectUp'> {
  return {
    act: (key) => {
      const next = calling?.upNext ?? null
      const steps = position ? [actStep(position, next), endStep(position, next)] : []
      const step = steps.find((one) => one?.key === key)
      if (step && arm(step.words)) send(step.command)
    },
    call: () => {
      const next = position?.nextCall
      const at = now()
      if (!next || at === null) return
      if (!isEarly(next.at, at) || arm(next.words)) {
        send({ name: 'call.give', call: next.id, act: next.act })
      }
    },
    expectUp: (minutes) => {
      const act = position ? clearableAct(position) : null
      const at = now()
      if (!position || act === null || at === null) return
      const upAt = Math.max(at, later(nextUpAt(position, act, at), seconds(60 * minutes)))
      send({ name: 'act.expect', act, upAt })
    },
    take: () => send({ name: 'desk.take' }),
    item: () => {
      const next = order && position ? itemAfter(order, position) : null
      if (next && arm(next.id)) send({ name: 'item.start', item: next.id })
    },
  }
}
