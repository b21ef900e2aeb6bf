// What fills a department's screen right now. Pure: what it was sent, and the time.

import { expectedAt } from '../../core/calling/expected.ts'
import { between, type Instant } from '../../core/kit/time.ts'
import type {
  CallingSection,
  CueLine,
  CuesSection,
  MomentLine,
  PositionSection,
  StandbyLine,
} from '../../core/night/sections.ts'
import type { DepartmentId } from '../../core/show/show.ts'
import { words } from '../speech/speech.ts'
import { isLeftBehind, phaseOf } from '../ui/phase.ts'

/** GO stays up this long, unless the next standby comes first. */
export const GO_SHOWN_MS = 3_000
/** Cues shown below the one that fills the screen. */
const AFTER_MAX = 3

export type Face =
  /** Somebody waits for the answer, or has it (`answeredAt`). */
  | {
      readonly kind: 'standby'
      readonly moment: MomentLine
      readonly since: Instant
      readonly answeredAt: Instant | null
      readonly others: readonly MomentLine[]
    }
  | { readonly kind: 'go'; readonly moment: MomentLine; readonly at: Instant }
  /**
   * Nothing to do but wait for this one. `stepped`: it was called, and the desk has gone back behind it. `turned`: the
   * desk was put elsewhere, and that is why it is this one.
   */
  | {
      readonly kind: 'next'
      readonly moment: MomentLine
      readonly stepped: Stepped | null
      readonly turned: CallingSection['turned']
    }
  | { readonly kind: 'nothing-left' }
  | { readonly kind: 'closed' }

type Stepped = { readonly moment: MomentLine; readonly at: Instant }

export type Asked = {
  readonly cues: CuesSection
  readonly calling: CallingSection
  readonly position: PositionSection
  readonly department: DepartmentId
  readonly now: Instant
}

export function faceOf({ cues, calling, position, department, now }: Asked): Face {
  if (phaseOf(position).kind === 'closed') return { kind: 'closed' }
  const standing = standingBy(cues, calling)
  const first = standing[0]
  if (first) {
    const answer = first.standby.acknowledged.find((one) => one.department === department)
    return {
      kind: 'standby',
      moment: first.moment,
      since: first.standby.at,
      answeredAt: answer?.at ?? null,
      others: standing.slice(1).map(({ moment }) => moment),
    }
  }
  const last = calling.recent.at(-1)
  const called = last && momentOf(cues, last.moment)
  const stepped = steppedOf(cues, calling)
  if (last && called && stepped === null && calling.turned === null && between(last.at, now) < GO_SHOWN_MS) {
    return { kind: 'go', moment: called, at: last.at }
  }
  const next = momentOf(cues, calling.next)
  return next ? { kind: 'next', moment: next, stepped, turned: calling.turned } : { kind: 'nothing-left' }
}

const momentOf = (cues: CuesSection, index: number): MomentLine | undefined =>
  cues.moments.find((moment) => moment.index === index)

/** Standbys in the order in which they will be called. */
function standingBy(
  cues: CuesSection,
  calling: CallingSection,
): readonly { readonly moment: MomentLine; readonly standby: StandbyLine }[] {
  return calling.standbys
    .flatMap((standby) => {
      const moment = momentOf(cues, standby.moment)
      return moment ? [{ moment, standby }] : []
    })
    .sort((a, b) => a.moment.index - b.moment.index)
}

/** The last of this department's cues that was called and now lies ahead of the desk again. */
function steppedOf(cues: CuesSection, calling: CallingSection): Stepped | null {
  const back = calling.steppedBack
  if (back === null) return null
  const called = calling.recent.findLast((one) => one.moment >= back.to && one.moment < back.from)
  const moment = called && momentOf(cues, called.moment)
  return called && moment ? { moment, at: called.at } : null
}

/** The standbys that a touch answers: all of this department's that nobody has answered. */
export const unanswered = (
  calling: CallingSection,
  cues: CuesSection,
  department: DepartmentId,
): readonly MomentLine[] =>
  standingBy(cues, calling)
    .filter(({ standby }) => !standby.acknowledged.some((one) => one.department === department))
    .map(({ moment }) => moment)

/** What comes after the one that fills the screen, after what was cut right before it. */
export function afterFace(face: Face, cues: CuesSection, calling: CallingSection): readonly MomentLine[] {
  const from = 'moment' in face ? Math.max(face.moment.index + 1, calling.next) : calling.next
  const last = calling.recent.at(-1)?.moment ?? -1
  const cut = cues.moments.filter(({ index }) => index > last && index < from && calling.cut.includes(index))
  return [...cut, ...cues.moments.filter((moment) => moment.index >= from)].slice(0, AFTER_MAX)
}

type Report = CallingSection['recent'][number]['reports'][number]

/** What the four words are about: this department's cue that was called last. */
export function lastCalledOf(
  cues: CuesSection,
  calling: CallingSection,
): { readonly moment: MomentLine; readonly reports: readonly Report[] } | null {
  const last = calling.recent.at(-1)
  const moment = last && momentOf(cues, last.moment)
  return last && moment ? { moment, reports: last.reports } : null
}

export const saidOf = (reports: readonly Report[], department: DepartmentId): Report['outcome'] | null =>
  reports.find((word) => word.department === department)?.outcome ?? null

/** The cue this department would say clear for: its next, where that waits; one standing by before it comes first. */
export function clearFor(
  cues: CuesSection,
  calling: CallingSection,
): { readonly moment: MomentLine; readonly said: boolean; readonly asked: boolean } | null {
  const moment = standingBy(cues, calling)[0]?.moment ?? momentOf(cues, calling.next)
  if (!moment || moment.waitsFor === null) return null
  const [said, asked] = [calling.clear, calling.clearAsked].map((some) => some.includes(moment.index))
  return { moment, said: said === true, asked: asked === true }
}

export const cuesOf = (moment: MomentLine): readonly CueLine[] => [...moment.cues, ...moment.followers]

/** "LX 24", or "LX 24 LX 24.5": what stands largest. */
export const faceName = (moment: MomentLine): string =>
  (moment.cues.length > 0 ? moment.cues : moment.followers).map((cue) => cue.name).join(' ')

/** What sets it off, apart from the caller: a word, something seen, another cue. */
export function offWords(moment: MomentLine): string {
  const cue = moment.cues[0] ?? moment.followers[0]
  if (!cue) return ''
  const { department: said } = words()
  const { line, bar } = moment
  if (cue.how === 'auto-follow')
    return cue.watch === null ? said.followsItself : said.followsItselfAt({ watch: cue.watch })
  if (cue.how === 'follow-on') return said.followsOn
  if (cue.watch !== null) return cue.how === 'visual' ? said.visual({ watch: cue.watch }) : cue.watch
  if (line === null) return bar === null ? '' : said.atBar({ bar })
  return bar === null ? said.onLine({ line }) : said.onLineAtBar({ line, bar })
}

/** The book wants it warned of, and that time has come; an act that is down warns of nothing. */
export const isWarned = (position: PositionSection, { at, warnAt }: MomentLine, now: Instant): boolean =>
  warnAt !== null &&
  phaseOf(position).kind === 'running' &&
  !isLeftBehind(position, at) &&
  expectedAt(position.running, warnAt, now) <= now
