// Help at the stage door: whoever cannot sign in there has stage management called, so that nobody is kept outside.

import { refused } from '../kit/result.ts'
import { type AttendanceCommand, HELPS_MAX } from './commands.ts'
import { type AttendanceContext, type Decision, happened } from './decision.ts'
import { type AttendanceState, helpWanted } from './state.ts'

type Of<Name extends AttendanceCommand['name']> = Extract<AttendanceCommand, { name: Name }>

/** Whoever waits already is not called for twice; the answer tells nobody which it was. */
export function askHelp(
  state: AttendanceState,
  { person }: Of<'sign.help'>,
  { show }: AttendanceContext,
): Decision {
  if (!show.people.some(({ id }) => id === person))
    return refused('no-such-person', 'There is nobody of that name in the show.')
  if (helpWanted(state).some((one) => one.person === person)) return happened()
  if ((state.helps ?? []).length >= HELPS_MAX)
    return refused('many-helps', 'Nobody was told. Ring stage management, or sign on the paper sheet.')
  return happened({ type: 'help.asked', v: 1, body: { person } })
}

export const giveHelp = (state: AttendanceState, { person }: Of<'sign.helped'>): Decision =>
  helpWanted(state).some((one) => one.person === person)
    ? happened({ type: 'help.given', v: 1, body: { person } })
    : refused('nobody-waits', 'They do not wait at the stage door any more.')
