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

function whereWords({ name, place, last, look, dueAt }: AskLine): string {
  const said = words().ask
  if (look && last === true && place !== null) return said.lookLast({ name, place })
  // Where they are due is said with the time.
  const around = dueAt === null ? place : null
  if (around === null) return look ? said.look({ name }) : said.canYouSee({ name })
  return look ? said.lookAround({ name, place: around }) : said.canYouSeeAround({ name, place: around })
}
