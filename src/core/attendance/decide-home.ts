// Seeing everybody home: accounting for those who are left, and the last sweep of the building.

import { refused } from '../kit/result.ts'
import { type AttendanceCommand, MARKS_MAX, SWEEPS_MAX, WORDS_LENGTH_MAX } from './commands.ts'
import { type AttendanceContext, type Decision, happened } from './decision.ts'
import { type AttendanceState, marksOf, remaining } from './state.ts'

type Of<Name extends AttendanceCommand['name']> = Extract<AttendanceCommand, { name: Name }>

/** By a named other person: nobody accounts for themself. */
export function accountFor(
  state: AttendanceState,
  { who, how, by: witness, words }: Of<'account.for'>,
  { show }: AttendanceContext,
): Decision {
  const isHere = remaining(state).some((one) =>
    'person' in one ? 'person' in who && one.person === who.person : sameVisitor(one, who),
  )
  if (!isHere) return refused('not-in', 'Nobody of that name is signed in now.')
  if (!show.people.some((one) => one.id === witness))
    return refused('no-such-person', 'Say who saw them: somebody of the company.')
  if ('person' in who && who.person === witness)
    return refused('own-eyes', 'Somebody else must have seen them: nobody accounts for themself.')
  if ('visitor' in who && how === 'staying')
    return refused('visitor-stays', 'A visitor is signed in again for the next performance.')
  const said = words.trim()
  if (said.length > WORDS_LENGTH_MAX)
    return refused('long-words', `Say it in ${WORDS_LENGTH_MAX} characters.`)
  if (how === 'accounted for' && said === '')
    return refused('no-words', 'Say in a few words where they are and how you know.')
  // One more than may be signed: the night must always be able to close.
  if (marksOf(state, who).length > MARKS_MAX)
    return refused('many-signs', 'Signed too often tonight. Note it on the sheet on paper.')
  return happened({
    type: 'person.accounted',
    v: 1,
    body: { who, how, by: witness },
    detail: { words: said },
  })
}

const sameVisitor = (one: { readonly visitor: number }, who: Of<'account.for'>['who']): boolean =>
  'visitor' in who && who.visitor === one.visitor

const manySweeps = refused(
  'many-sweeps',
  `A night holds ${SWEEPS_MAX} words about sweeps. Go on with the sheet on paper.`,
)

export function sweepMark(
  state: AttendanceState,
  { place, by }: Of<'sweep.mark'>,
  { show }: AttendanceContext,
): Decision {
  if ((state.swept ?? 0) >= SWEEPS_MAX) return manySweeps
  if (place !== null && !show.venue.places.some((one) => one.id === place))
    return refused('no-such-place', 'That place is not in the venue.')
  if (!show.people.some((one) => one.id === by))
    return refused('no-such-person', 'Say who swept it: somebody of the company.')
  return happened({ type: 'place.swept', v: 1, body: { place, by } })
}

export function sweepUndo({ sweeps, swept }: AttendanceState, { place }: Of<'sweep.undo'>): Decision {
  if ((swept ?? 0) >= SWEEPS_MAX) return manySweeps
  if (!sweeps.some((one) => one.place === place))
    return refused('not-swept', 'That place is not marked as swept.')
  return happened({ type: 'sweep.withdrawn', v: 1, body: { place } })
}
