// What is said of somebody who has not been seen: by the stage manager's hand and on phones, now and then by the wrong one.

import type { Dice } from '../../src/core/kit/dice.ts'
import type { AskLine } from '../../src/core/night/presence-sections.ts'
import { NAMES_ON_A_LIST_MAX } from '../../src/core/presence/ask-lists.ts'
import { type Answer, answers, listAnswers, modes } from '../../src/core/presence/commands.ts'
import type { Sections, WireCommand } from '../../src/wire/messages.ts'

/** Whoever leads it: the first that is open, or one that is not there. */
export function concernByTheList({ roll, concerns }: Sections, dice: Dice): WireCommand | null {
  if (roll === undefined || concerns === undefined) return null
  const person = dice.pick(roll.people).id
  const other = dice.pick(roll.people).id
  const open = concerns.concerns[0]
  const concern = open?.concern ?? 1
  const version = open?.version ?? 1
  return dice.pick<WireCommand>([
    { name: 'concern.raise', person },
    { name: 'concern.raise', person },
    { name: 'concern.answer', concern, version, answer: dice.pick(answers), place: null, by: other },
    { name: 'concern.spoken', concern, to: other },
    { name: 'concern.end', concern, version, with: other },
    { name: 'concern.judge', concern, as: dice.pick(['useful', 'known', 'wrong']) },
    { name: 'cover.call', concern, person: open?.covers[0]?.person ?? other },
    { name: 'presence.mode', mode: dice.pick(modes) },
  ])
}

/** At a side of the stage: who is due there was seen or is wondered about, and what is asked there is answered. */
export function concernAtSide({ asks, due }: Sections, dice: Dice): WireCommand | null {
  if (due === undefined) return null
  const here = due.lines.map(({ person }) => person)
  const people = here.length === 0 ? ['nobody'] : dice.chance(0.5) ? [dice.pick(here)] : [...new Set(here)]
  const { concern = 1, version = 1, ask = 1 } = asks?.asks[0] ?? {}
  return dice.pick<WireCommand>([
    { name: 'people.see', people, how: 'eyes', place: null, by: null },
    { name: 'people.see', people, how: 'eyes', place: null, by: null },
    { name: 'concern.raise', person: people[0] ?? 'nobody' },
    { name: 'ask.shown', concern, ask },
    { name: 'ask.read', concern, ask },
    { name: 'concern.answer', concern, version, answer: dice.pick(answers), place: null, by: null },
  ])
}

/** What can be said of all names on a list is said of all that stand on this screen for one wing. */
export function answerOfAll(
  { asks }: Sections,
  { concern, version, wing }: Pick<AskLine, 'concern' | 'version' | 'wing'>,
  word: Answer,
): WireCommand | null {
  const answer = listAnswers.find((one) => one === word)
  if (answer === undefined) return null
  const others = (asks?.asks ?? []).filter((one) => wing !== undefined && one.wing === wing)
  const all = others.length === 0 ? [{ concern, version }] : others.slice(0, NAMES_ON_A_LIST_MAX)
  const named = all.map((one) => ({ concern: one.concern, version: one.version }))
  return { name: 'concerns.answer', asks: named, answer }
}

/** On somebody's own phone: what was asked of them, and themself. */
export function concernOnPhone(own: string, sections: Sections, dice: Dice): WireCommand {
  const first = sections.asks?.asks[0]
  const { concern = 1, version = 1, ask = 1 } = first ?? {}
  const answer = dice.pick(answers)
  const one = { name: 'concern.answer', concern, version, answer, place: null, by: null } as const
  return dice.pick<WireCommand>([
    { name: 'ask.shown', concern, ask },
    { name: 'ask.read', concern, ask },
    answerOfAll(sections, first ?? { concern, version }, answer) ?? one,
    { name: 'concern.raise', person: own },
    { name: 'step.out', person: dice.chance(0.9) ? own : 'nobody', from: null, wants: null },
  ])
}
