// Stock lines for whoever needs to know no more: that a cover is in effect, until when it is held, which exit is blocked.

import { may, type RoleName, sees, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { type Instant, minutes } from '../kit/time.ts'
import type { Ask, NoticeEvent, On } from './commands.ts'
import { lint, saysHow } from './lint.ts'
import { isName, noName, notYours } from './open-matter.ts'
import { LINES_MAX, type Line, type LineKind } from './state.ts'

/** Taken back before, or forgotten by itself: no line is of yesterday. */
const LINE_LASTS_MS = minutes(6 * 60)
const NEXT_WORD_MAX_MINUTES = 240

/** Who hears which, beside whoever may say one. */
const hearing: Readonly<Record<LineKind, readonly RoleName[]>> = {
  cover: ['FOH', 'dir', 'prod'],
  held: ['chap', 'FOH', 'dir', 'prod'],
  exit: ['ASM', 'dept', 'dresser', 'MD', 'DC', 'perf', 'chap', 'FOH'],
}

export function sayLine({ state, context }: On, asked: Ask<'line.say'>): Result<readonly NoticeEvent[]> {
  const { id, kind, what, from, cover, nextMinutes, facts } = asked
  if (!may(context.by, 'say a stock line')) return notYours
  if (state.lines.some((one) => one.id === id)) return accepted([])
  const isCover = kind === 'cover'
  if (isCover !== (cover !== null) || (isCover && !facts.people.some((one) => one.id === cover)))
    return noName
  if ((kind !== 'held' && !isName(what)) || (isCover && !isName(from))) return noName
  const isLater = nextMinutes !== null && nextMinutes >= 1 && nextMinutes <= NEXT_WORD_MAX_MINUTES
  if (kind === 'held' && !isLater)
    return refused('when', `Say in how many minutes the next word comes, at most ${NEXT_WORD_MAX_MINUTES}.`)
  const said = `${what} ${from}`
  const unsaid = lint(said, []) ?? saysHow(said)
  if (unsaid !== null) return refused('wording', unsaid)
  if (state.lines.length >= LINES_MAX)
    return refused('full', `This house has ${LINES_MAX} lines and no room for more: say it on cans.`)
  return accepted([
    {
      type: 'line.said',
      v: 1,
      body: { id, at: context.at },
      detail: { person: cover, kind, text: facts.text },
    },
  ])
}

export function endLine({ state, context }: On, { line }: Ask<'line.end'>): Result<readonly NoticeEvent[]> {
  const found = state.lines.find((one) => one.id === line)
  if (!may(context.by, 'say a stock line') || !found) return notYours
  if (found.endedAt !== null) return accepted([])
  return accepted([{ type: 'line.ended', v: 1, body: { line, at: context.at } }])
}

/** The newest of each kind that holds now; a newer one takes the place of the one before. */
export const linesFor = (lines: readonly Line[], viewer: Viewer, now: Instant): readonly Line[] =>
  sees(viewer, 'notices') === null
    ? []
    : lines.filter(
        (one, index) =>
          one.said !== null &&
          one.endedAt === null &&
          now - one.at < LINE_LASTS_MS &&
          lines.findLastIndex(({ said }) => said?.kind === one.said?.kind) === index &&
          (may(viewer, 'say a stock line') || viewer.roles.some((role) => hears(one, role))),
      )

const hears = ({ said }: Line, role: RoleName): boolean => said !== null && hearing[said.kind].includes(role)
