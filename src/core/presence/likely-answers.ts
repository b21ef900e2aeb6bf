// Which answers to an ask stand first on a screen: the two that are likeliest, by what is asked.

import { type Answer, answers } from './commands.ts'

/** They are asked to go and look, or to go to somebody who was found, rather than only to say; and until when they do. */
type Asked = { readonly look: boolean; readonly lookingUntil: number | null; readonly to?: object }

/** Who is only asked sees them or does not; who is asked to go says that they go, and then what they found. */
function likeliest({ look, lookingUntil, to }: Asked): readonly Answer[] {
  if (to) return lookingUntil === null ? ['looking', 'not me'] : ['staying, send someone', 'cannot go on']
  return look && lookingUntil === null ? ['on their way', 'looking'] : ['on their way', 'not here']
}

/** The likeliest, and all the others. */
export function likelyAnswers(asked: Asked): readonly [readonly Answer[], readonly Answer[]] {
  const first = likeliest(asked)
  return [first, answers.filter((answer) => !first.includes(answer))]
}
