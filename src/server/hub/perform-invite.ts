// Somebody is let sign in: letters are drawn for them, and stand in this answer and nowhere else.

import { may, type RoleName, roleNames, type Viewer } from '../../core/disclosure/policy.ts'
import { grantable, invitedAs } from '../../core/installation/people.ts'
import { personRoles } from '../../core/installation/person-roles.ts'
import type { Answer, WireCommand } from '../../wire/messages.ts'
import type { HubOptions } from './hub-options.ts'

type Invite = Extract<WireCommand, { name: 'person.invite' }>

const refusal = (code: string, sentence: string): Answer => ({ ok: false, refusal: { code, sentence } })
const notYours = refusal('not-yours', 'Stage management and the company manager let people sign in.')
const noSuchPerson = refusal('no-such-person', 'There is nobody of that name in the show.')
const tooMany = refusal(
  'many-letters',
  'Letters were made for them ten times within the hour. Pair their phone at the desk instead, or wait.',
)

export async function inviteToSignIn(
  { stage, clock, letters }: HubOptions,
  by: Viewer,
  id: string,
  command: Invite,
): Promise<Answer> {
  // Before the queue and the record: a phone gone mad must fill neither.
  if (!may(by, 'let people sign in')) return notYours
  const show = stage.night()?.plan.show
  const person = show?.people.find((one) => one.id === command.person)
  if (!show || !person) return noSuchPerson
  const asked = command.roles?.filter((role): role is RoleName =>
    (roleNames as readonly string[]).includes(role),
  )
  const roles = grantable(by, personRoles(show, person.id), asked ?? null)
  if (letters?.turn(person.id) === false) return tooMany
  const invite = { name: 'person.invite', person: person.id, roles } as const
  const answer = await stage.installation.submit({ id, by, madeAt: clock.now(), command: invite })
  if (!answer.ok) return answer
  // As the record has it: where the press was an old one it may have been for somebody else, whom nobody would tell (PERSON-11).
  const recorded = invitedAs(stage.installation.state(), person.id, answer.seq)
  if (recorded === null) return answer
  const code = letters?.offer({ person: person.id, called: person.name, roles: recorded, by: by.device })
  return code === undefined ? answer : { ...answer, code }
}
