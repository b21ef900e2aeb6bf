// Somebody to talk to: numbers that answer, whom one can ask to get in touch, and what comes round after an incident.

import { useEffect } from 'react'
import type { Asked } from '../../core/care/care.ts'
import { onceOf } from '../../core/care/news.ts'
import { dayOf as calendarDay, dayInWords, isOverAYearOld } from '../../core/kit/day.ts'
import { countryPack } from '../../core/show/countries/packs.ts'
import type { Country } from '../../core/show/show.ts'
import type { CareTold } from '../../wire/care.ts'
import { useWords } from '../speech/speech.ts'
import { AsOf } from '../ui/as-of.tsx'
import { freshId } from '../ui/ask-page.ts'
import { classes } from '../ui/classes.ts'
import { PastTime } from '../ui/past-time.tsx'
import { isSeenHere } from '../ui/seen-here.ts'
import { pageSentence, useRounds } from '../ui/use-rounds.ts'
import { type Ask, askCare } from './ask.ts'
import styles from './care.module.css'
import { Manage } from './manage.tsx'
import { dayOf, momentOf, Press } from './parts.tsx'

const c = classes(styles)

/** On the incident card, which is there without network too; reading it raises nothing. */
const STAY_WITH = '/incident#stay-with'

export function CareScreen() {
  const { care: words } = useWords()
  const page = useRounds({ about: 'care', ask: (signal) => askCare(null, signal) })
  const { told } = page
  const ask = async (command: Asked) => (await page.press((signal) => askCare(command, signal))).is === 'told'
  const sentence = pageSentence(page, words)
  useEffect(() => {
    if (told !== null && told.section !== null) isSeenHere('ghostlight.care-seen', onceOf(told.section))
  }, [told])
  return (
    <main className={c('page')}>
      <title>{words.title}</title>
      <a className={c('wide')} href="/">
        {words.back}
      </a>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <AsOf at={page.asOf} timeZone={told?.timeZone ?? null} />
      <Numbers
        country={told?.country ?? 'GB'}
        today={told?.today ?? null}
        timeZone={told?.timeZone ?? 'UTC'}
        checked={told === null ? null : (told.section?.checked ?? [])}
      />
      <a className={c('wide')} href={STAY_WITH}>
        {words.stay}
      </a>
      {told === null ? null : <Own told={told} ask={ask} />}
      <p role="status" className={c('told')}>
        {sentence === '' ? null : sentence}
      </p>
    </main>
  )
}

/** `checked`: null where the house has not been heard. */
type NumbersProps = {
  readonly country: Country
  readonly today: string | null
  readonly timeZone: string
  readonly checked: NonNullable<CareTold['section']>['checked'] | null
}

/** There with the network gone too, and opened without anybody being told. */
function Numbers({ country, today, timeZone, checked }: NumbersProps) {
  const { care: words } = useWords()
  const { support, monthFirst } = countryPack(country)
  return (
    <section aria-label={words.now}>
      <h2>{words.now}</h2>
      <p>{words.emergency}</p>
      <ul className={c('rows')}>
        {support.map((line) => {
          const day = (text: string) => dayInWords(text, monthFirst)
          const said = { day: day(line.dated), source: line.source, looked: day(line.looked) }
          const own = checked?.find(({ number }) => number === line.number)
          // What the house checked itself need not be checked because the source is old.
          const isOwn = own !== undefined && !isPast(calendarDay(own.at, timeZone), today)
          const old = !isOwn && isPast(line.dated, today)
          return (
            <li key={line.name}>
              <a className={c('wide')} href={`tel:${line.number.replaceAll(' ', '')}`}>
                {line.name} {line.number}
              </a>
              <span className={c('quiet')}>
                {line.who}. {old ? words.sourceOld(said) : words.source(said)}.
              </span>
              {checked === null ? null : (
                <span className={c('quiet')}>{ownWord(words, own ?? null, { today, timeZone, day })}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Without today's date nothing is old. */
const isPast = (day: string, today: string | null): boolean => today !== null && isOverAYearOld(day, today)

type Own = NonNullable<CareTold['section']>['checked'][number]
type Days = {
  readonly today: string | null
  readonly timeZone: string
  readonly day: (text: string) => string
}

function ownWord(words: ReturnType<typeof useWords>['care'], own: Own | null, days: Days): string {
  if (own === null) return words.houseNot
  const on = calendarDay(own.at, days.timeZone)
  const said = { day: days.day(on), by: own.by }
  return isPast(on, days.today) ? words.houseCheckedOld(said) : words.houseChecked(said)
}

type PartProps = { readonly told: CareTold; readonly ask: Ask }

function Own({ told, ask }: PartProps) {
  const { care: words } = useWords()
  const { section, timeZone } = told
  if (section === null) return <p className={c('warns')}>{words.notSafe}</p>
  const when = (at: number) => momentOf(at, timeZone)
  return (
    <>
      {section.forMe.length === 0 ? null : (
        <section aria-label={words.forMe}>
          <h2>{words.forMe}</h2>
          {section.forMe.map(({ id, name, at, isRead, isChild }) => (
            <div key={id} className={c('row')}>
              <p>{words.forMeLine({ name, when: when(at) })}</p>
              {isChild ? <p className={c('warns')}>{words.forMeChild({ name })}</p> : null}
              {isRead ? (
                <p className={c('quiet')}>{words.isRead}</p>
              ) : (
                <Press act={() => ask({ name: 'care.read', ask: id })}>{words.read({ name })}</Press>
              )}
            </div>
          ))}
        </section>
      )}
      <Contacts told={told} ask={ask} />
      {section.own.length === 0 ? null : (
        <section aria-label={words.own}>
          <h2>{words.own}</h2>
          {section.own.map(({ id, to: name, is, readBy }) => (
            <div key={id} className={c('row', is === 'late' && 'warns')}>
              <p>{is === 'read' ? words.is.read({ name }) : words.is[is]({ name, when: when(readBy) })}</p>
              <Press act={() => ask({ name: 'care.withdraw', ask: id })}>{words.withdraw({ name })}</Press>
            </div>
          ))}
        </section>
      )}
      <After told={told} ask={ask} />
      {section.manage === null ? null : <PastTime />}
      {section.manage === null ? null : (
        <Manage manage={section.manage} timeZone={timeZone} country={told.country} ask={ask} />
      )}
    </>
  )
}

function Contacts({ told, ask }: PartProps) {
  const { care: words } = useWords()
  const contacts = told.section?.contacts ?? null
  return (
    <section aria-label={words.contacts}>
      <h2>{words.contacts}</h2>
      {contacts === null ? <p>{words.noContacts}</p> : <p>{words.contactsWhy}</p>}
      {contacts !== null && told.section?.isChild ? <p>{words.childWhy}</p> : null}
      {(contacts ?? []).map(({ id, name, reach, withinHours: hours, isOutside, isSelf }) => (
        <div key={id} className={c('row')}>
          <p>{isOutside ? words.outside({ name, reach }) : words.within({ name, hours })}</p>
          {isOutside || isSelf ? null : (
            <Press act={() => ask({ name: 'care.ask', id: freshId('ask'), contact: id })}>
              {words.ask({ name })}
            </Press>
          )}
        </div>
      ))}
    </section>
  )
}

function After({ told: { section, timeZone }, ask }: PartProps) {
  const { care: words } = useWords()
  if (section === null || section.after.length === 0) return null
  return (
    <section aria-label={words.after}>
      <h2>{words.after}</h2>
      {section.after.map(({ incident, at, follows, round }) => (
        <div key={incident} className={c('row')}>
          <p>
            {round === null ? '' : `${words.round[round]} `}
            {words.afterNote({ day: dayOf(at, timeZone) })}
          </p>
          <Press act={() => ask({ name: 'care.follow', incident, on: !follows })}>
            {follows ? words.unfollow : words.follow}
          </Press>
        </div>
      ))}
    </section>
  )
}
