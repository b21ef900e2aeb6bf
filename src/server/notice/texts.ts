// What leaves the house in words, made of what is permitted. The catalogue behind it is long: read when something is written.

import { type Instant, instant, minutes } from '../../core/kit/time.ts'
import type { Asked } from '../../core/notice/commands.ts'
import { type Audience, type NoticeState, permitted } from '../../core/notice/state.ts'
import { lineText, noticeWords, statementText, type Told } from '../../letters/notice.ts'
import { clockIn, speechOf } from '../../letters/speech.ts'
import type { NoticeHouse } from './notices.ts'

/** The catalogue's sentences with what is permitted as it stands now; `decide` looks once more before it leaves. */
export function textOf(asked: Asked, state: NoticeState, house: NoticeHouse, now: Instant): string {
  const { people, country, timeZone } = house
  const speech = speechOf(country)
  const told = (id: string | null, audience: Audience): Omit<Told, 'items'> => {
    const matter = state.matters.find((one) => one.id === id)
    const given = matter ? permitted(matter, audience) : []
    const words = Object.fromEntries(given.map((one) => [one.item, one.words]))
    return { name: people.find((one) => one.id === matter?.person)?.name ?? '', words }
  }
  if (asked.name === 'statement.release')
    return statementText({ ...told(asked.matter, asked.audience), items: asked.items }, speech)
  if (asked.name === 'line.say') {
    const by = people.find((one) => one.id === asked.cover)?.name ?? ''
    const next = instant(now + minutes(asked.nextMinutes ?? 0))
    return lineText({ ...asked, by, clock: clockIn(country, next, timeZone) }, speech)
  }
  if (asked.name !== 'notice.write') return ''
  const { template, items, words: own, ask, privacy, matter } = asked
  return noticeWords({ ...told(matter, 'company'), items, template, own, ask, privacy }, speech)
}
