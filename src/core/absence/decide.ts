// Who may say that somebody is out, limited or back, and what cannot be said.

import { may, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused, refusedNaming } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import type { ItemId, PersonId } from '../show/show.ts'
import {
  ABSENCE_WORDS_MAX,
  type AbsenceCommand,
  type AbsenceEvent,
  type AbsenceState,
  type Availability,
  absenceOf,
} from './absence.ts'

export type AbsenceContext = {
  readonly by: Viewer
  readonly at: Instant
  /** Null for somebody who is not of the company. */
  readonly nameOf: (person: PersonId) => string | null
  readonly isItem: (item: ItemId) => boolean
  /** This item has begun. */
  readonly hasBegun: (item: ItemId) => boolean
}

type Decision = Result<readonly AbsenceEvent[]>

/** Nobody is ready, or back, later than so. */
export const AHEAD_MS_MAX = 24 * 3_600_000

const manyWords = refused(
  'many-words',
  `A night holds ${ABSENCE_WORDS_MAX} words about who is out. Tell stage management in person.`,
)

export function decideAbsence(
  state: AbsenceState,
  command: AbsenceCommand,
  context: AbsenceContext,
): Decision {
  if (!may(context.by, 'say who is out'))
    return refused('not-yours', 'Stage management and the company manager say who is out.')
  const { person } = command
  const name = context.nameOf(person)
  if (name === null) return refused('nobody', 'Nobody of that name is in this show.')
  if (state.said >= ABSENCE_WORDS_MAX) return manyWords
  const now = absenceOf(state, person)
  switch (command.name) {
    case 'out.say': {
      const { word, until } = command
      const wrong = wrongWord(word, context)
      if (wrong) return wrong
      if (now && same(now.word, word) && now.until === until)
        return refusedNaming(
          'same',
          `That is written down of ${name} already.`,
          'That is written down already.',
        )
      return happened({ type: 'out.said', v: 1, body: { person, word: plain(word), until } })
    }
    case 'out.end':
      if (!now) return refusedNaming('same', `${name} is there as ever.`, 'They are there as ever.')
      return happened({ type: 'out.ended', v: 1, body: { person } })
    case 'out.undo':
      if (!state.people.some((one) => one.person === person && one.words.length > 0))
        return refusedNaming(
          'nothing',
          `Nothing is written down of ${name} that could be taken back.`,
          'Nothing is written down that could be taken back.',
        )
      return happened({ type: 'out.withdrawn', v: 1, body: { person } })
    default:
      return command satisfies never
  }
}

const happened = (event: AbsenceEvent): Decision => accepted([event])

function wrongWord(word: Availability, { at, isItem, hasBegun }: AbsenceContext) {
  if (word.as === 'out-from') {
    if (!isItem(word.item)) return refused('no-item', 'That item is not in tonight’s running order.')
    if (hasBegun(word.item)) return refused('begun', 'That item has begun: say that they are out now.')
  }
  if (word.as === 'ready-at') return wrongTime(word.at, at)
  if (word.as === 'off-site') return wrongTime(word.until, at)
  return null
}

function wrongTime(time: Instant, now: Instant) {
  if (time <= now) return refused('past', 'That time is past already.')
  return time > now + AHEAD_MS_MAX ? refused('far', 'That is more than a day away.') : null
}

const same = (one: Availability | null, other: Availability): boolean =>
  one !== null && JSON.stringify(plain(one)) === JSON.stringify(plain(other))

/** Only what its kind has: nothing else that came with it is kept. */
function plain(word: Availability): Availability {
  switch (word.as) {
    case 'out':
    case 'sent-home':
      return { as: word.as }
    case 'out-from':
      return { as: word.as, item: word.item }
    case 'limited':
      return { as: word.as, without: word.without }
    case 'ready-at':
      return { as: word.as, at: word.at }
    case 'off-site':
      return { as: word.as, until: word.until }
    default:
      return word satisfies never
  }
}
