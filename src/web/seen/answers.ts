// Which answers stand first: the two that are likeliest, by what is asked.

import type { AskLine } from '../../core/night/presence-sections.ts'
import { type Answer, answers } from '../../core/presence/commands.ts'

type Asked = Pick<AskLine, 'look' | 'lookingUntil'>

/** Who is only asked sees them or does not; who is asked to go says that they go, and then what they found. */
const likeliest = ({ look, lookingUntil }: Asked): readonly Answer[] =>
  look && lookingUntil === null ? ['on their way', 'looking'] : ['on their way', 'not here']

/** The likeliest, and all the others. */
export function inOrder(asked: Asked): readonly [readonly Answer[], readonly Answer[]] {
  const first = likeliest(asked)
  return [first, answers.filter((answer) => !first.includes(answer))]
}
