// What is asked, in one sentence or two: about whom, where to look, and where and when they are due.

import type { Instant } from '../../core/kit/time.ts'
import type { AskLine } from '../../core/night/presence-sections.ts'
import { words } from '../speech/speech.ts'
import { whenWords } from '../ui/words.ts'

/** Where somebody was last and where they are due are told apart: whoever goes must know which of the two it is. */
export function questionWords(ask: AskLine, now: Instant, zone: string): string {
  const said = words().ask
  const { name, place, duePlace, dueAt } = ask
  if (ask.to) return place === null ? said.goTo({ name }) : said.goToAt({ name, place })
  if (dueAt === null) return whereWords(ask)
  const when = whenWords(now, dueAt, zone)
  const due = duePlace === null ? said.due({ when }) : said.dueAt({ place: duePlace, when })
  return `${whereWords(ask)} ${due}`
}

/** Of several at one wing: when the first of them is due. */
export function listQuestionWords(asks: readonly AskLine[], now: Instant, zone: string): string {
  const said = words().ask
  const question = said.canYouSeeAll({ names: asks.map(({ name }) => name) })
  const first = asks.toSorted((a, b) => (a.dueAt ?? now) - (b.dueAt ?? now))[0]
  if (first?.dueAt == null) return question
  const { dueAt, duePlace } = first
  const when = whenWords(now, dueAt, zone)
  const together = asks.every((one) => one.dueAt === dueAt && one.duePlace === duePlace)
  if (duePlace === null) return `${question} ${together ? said.due({ when }) : said.firstDue({ when })}`
  const at = { place: duePlace, when }
  return `${question} ${together ? said.dueAt(at) : said.firstDueAt(at)}`
}

function whereWords({ name, place, last, look, dueAt }: AskLine): string {
  const said = words().ask
  if (look && last === true && place !== null) return said.lookLast({ name, place })
  // Where they are due is said with the time.
  const around = dueAt === null ? place : null
  if (around === null) return look ? said.look({ name }) : said.canYouSee({ name })
  return look ? said.lookAround({ name, place: around }) : said.canYouSeeAround({ name, place: around })
}
