// Where a desk may go that does not go straight on: the deck's list, a range, a cue by its number, a step back.

import { STANDBY_RANGE_MAX } from '../../core/calling/commands.ts'
import type { DepartmentLine } from '../../core/night/department-lines.ts'
import type { CallingSection, CuesSection, MomentLine, PositionSection } from '../../core/night/sections.ts'
import { words } from '../speech/speech.ts'
import { isLeftBehind } from '../ui/phase.ts'
import { listWords } from '../ui/words.ts'

/** Moments closer than this are called one after another, on one standby. */
export const RANGE_GAP_SECONDS = 10

/** "LX 24, SND 16 and FLY 3"; a name is never broken over two lines. */
export const momentWords = (moment: MomentLine): string =>
  listWords(moment.cues.map((cue) => unbroken(cue.name)))

const unbroken = (name: string): string => name.replaceAll(' ', '\u00a0')

export const momentAt = (cues: CuesSection, index: number): MomentLine | null =>
  cues.moments.find((moment) => moment.index === index) ?? null

export const isCut = (calling: CallingSection, moment: MomentLine): boolean =>
  calling.cut.includes(moment.index)

/** What the deck's list still has to call, in order. */
export const deckAhead = (cues: CuesSection, calling: CallingSection): readonly MomentLine[] =>
  cues.moments.filter(
    (moment) => moment.index >= calling.next && moment.list === null && !isCut(calling, moment),
  )

const isStanding = (calling: CallingSection, { index }: MomentLine): boolean =>
  calling.standbys.some((one) => one.moment === index)

/** The moment that a press of STANDBY is for: the first not yet standing by. */
export const standbyTarget = (cues: CuesSection, calling: CallingSection): MomentLine | null =>
  deckAhead(cues, calling).find((moment) => !isStanding(calling, moment)) ?? null

/** From there up to the next pause, as far as one standby may go. Null where nothing follows closely. */
export function rangeTarget(
  cues: CuesSection,
  calling: CallingSection,
): { readonly first: MomentLine; readonly last: MomentLine } | null {
  const first = standbyTarget(cues, calling)
  if (first === null) return null
  let last = first
  let count = 1
  for (const moment of deckAhead(cues, calling).filter((one) => one.index > first.index)) {
    const near = moment.at.act === last.at.act && moment.at.seconds - last.at.seconds < RANGE_GAP_SECONDS
    if (!near || count >= STANDBY_RANGE_MAX) break
    last = moment
    count += 1
  }
  return last === first ? null : { first, last }
}

/** "LX 26 through 30"; the department is said twice only where it is another. */
export function rangeWords(first: MomentLine, last: MomentLine): string {
  const [from, to] = [first.cues[0], last.cues[0]]
  const alone = first.cues.length === 1 && last.cues.length === 1 && from?.department === to?.department
  return words().desk.through({
    first: momentWords(first),
    last: alone && to ? to.number : momentWords(last),
  })
}

/** "LX 30": of a moment, the cue that was typed. */
export function typedName(cues: CuesSection, moment: MomentLine, typed: string): string {
  const asked = plain(typed)
  const cue = moment.cues.find((one) => namesOf(one.number, one.department, cues.departments).includes(asked))
  return cue === undefined ? momentWords(moment) : unbroken(cue.name)
}

/** What a typed number names: nothing, one moment, or several that must be told apart by their department. */
export function momentsNamed(cues: CuesSection, typed: string): readonly MomentLine[] {
  const asked = plain(typed)
  if (asked === '') return []
  return cues.moments.filter((moment) =>
    moment.cues.some((cue) => namesOf(cue.number, cue.department, cues.departments).includes(asked)),
  )
}

function namesOf(number: string, department: string, departments: readonly DepartmentLine[]): string[] {
  const whose = departments.find((one) => one.id === department)
  const before = ['', whose?.short ?? '', whose?.name ?? '']
  return before.map((word) => plain(`${word}${number}`))
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, '')

/** The moment a step back goes to; null at the top. */
export const backTarget = (cues: CuesSection, calling: CallingSection): MomentLine | null =>
  cues.moments.findLast(
    (moment) => moment.index < calling.next && moment.list === null && !isCut(calling, moment),
  ) ?? null

/** The last moment called from the deck's list, of those a screen still has. */
export const lastOnDeck = (
  cues: CuesSection,
  calling: CallingSection,
): CallingSection['recent'][number] | null =>
  calling.recent.findLast((one) => momentAt(cues, one.moment)?.list === null) ?? null

/** Cut moments that the desk has just gone past and can still be put back, oldest first. */
export function cutBehind(cues: CuesSection, calling: CallingSection): readonly MomentLine[] {
  const behind = cues.moments.filter((moment) => moment.index < calling.next && moment.list === null)
  const kept = behind.findLastIndex((moment) => !isCut(calling, moment))
  return behind.slice(kept + 1)
}

/** Whose clear is missing for this moment, or null where nobody's is. */
export const missingClear = (calling: CallingSection, moment: MomentLine): string | null =>
  moment.waitsFor === null || calling.clear.includes(moment.index) ? null : moment.waitsFor

/** The next moment of the deck's that the book wants warned of, that does not stand by yet and whose act is not down. */
export const warningNext = (
  cues: CuesSection,
  calling: CallingSection,
  position: PositionSection,
): MomentLine | null =>
  deckAhead(cues, calling).find(
    (moment) => moment.warnAt !== null && !isStanding(calling, moment) && !isLeftBehind(position, moment.at),
  ) ?? null
