// Who is out tonight, in one touch each; why is asked nowhere.

import { useState } from 'react'
import type { Availability, Length } from '../../core/absence/absence.ts'
import type { LeavingSection } from '../../core/incident/leaving.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import type { AbsencesSection } from '../../core/night/plan-section.ts'
import type { OrderSection, PositionSection } from '../../core/night/sections.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useWords, words } from '../speech/speech.ts'
import { Said } from '../ui/choice.tsx'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button } from '../ui/frame.tsx'
import { partIds } from './jumps.tsx'
import { type People, PersonField } from './people.tsx'
import styles from './plan.module.css'

const c = classes(styles)
const look = { className: c('field'), labelClass: c('quiet') }

type Parts = {
  readonly availability: AbsencesSection
  readonly leaving: LeavingSection | undefined
  readonly people: People
  readonly position: PositionSection
  readonly order: OrderSection | undefined
  readonly now: Instant
  readonly say: (command: WireCommand) => void
}

/** So many minutes until somebody is dressed, miked and warm; or back in the building. */
const READY_MINUTES = [10, 20, 40] as const
const OFF_SITE_MINUTES = [30, 90] as const

export function WhoIsOut({ availability, leaving, people, position, order, now, say }: Parts) {
  const { plan } = useWords()
  const [person, choose] = useState('')
  const [until, keep] = useState<Length>('tonight')
  const put = (word: Availability) => {
    say({ name: 'out.say', person, word: asSent(word), until })
    choose('')
  }
  return (
    <section id={partIds.out} className={c('part')} aria-label={plan.out.title}>
      <h2 className={c('heading')}>{plan.out.title}</h2>
      <Leaving lines={leaving?.lines ?? []} zone={position.timeZone} say={say} />
      {availability.lines.length === 0 ? <p className={c('quiet')}>{plan.out.nobody}</p> : null}
      <ul className={c('rows')}>
        {availability.lines.map(({ person: who, name, word, until: length }) => (
          <li key={who} className={c('row')}>
            <span className={c('name')}>
              {name} · {availabilityWords(word, order, position.timeZone)}
              <span className={c('quiet')}> · {plan.out[length]}</span>
            </span>
            <Button onClick={() => say({ name: 'out.end', person: who })}>{plan.out.back({ name })}</Button>
            <Button
              aria-label={plan.out.undo({ name })}
              onClick={() => say({ name: 'out.undo', person: who })}
            >
              ↶ {plan.out.undoIt}
            </Button>
          </li>
        ))}
      </ul>
      <div className={c('form')}>
        <PersonField
          label={plan.out.who}
          empty={plan.out.choose}
          people={people}
          chosen={person}
          choose={choose}
        />
        <label className={c('check')}>
          <input
            type="checkbox"
            checked={until === 'return'}
            onChange={(event) => keep(event.target.checked ? 'return' : 'tonight')}
          />
          {plan.out.untilReturn}
        </label>
        {person === '' ? null : (
          <Choices coming={comingItems(position, order)} now={now} zone={position.timeZone} put={put} />
        )}
      </div>
    </section>
  )
}

type LeavingParts = {
  readonly lines: LeavingSection['lines']
  readonly zone: string
  readonly say: (command: WireCommand) => void
}

/** Where they went and why is nobody's here; their place is to be filled, and one press says so. */
function Leaving({ lines, zone, say }: LeavingParts) {
  const { leaving } = useWords().plan
  if (lines.length === 0) return null
  return (
    <ul className={c('rows')} aria-label={leaving.title}>
      {lines.map(({ person, name, at }) => (
        <li key={person} className={c('row')}>
          <span className={c('name')}>{leaving.line({ name, when: formatClock(at, zone, false) })}</span>
          <Button
            onClick={() => say({ name: 'out.say', person, word: { as: 'sent-home' }, until: 'tonight' })}
          >
            {leaving.out({ name })}
          </Button>
        </li>
      ))}
    </ul>
  )
}

type ChoiceParts = {
  /** Items that have not begun, the next before the others. */
  readonly coming: OrderSection['items']
  readonly now: Instant
  readonly zone: string
  readonly put: (word: Availability) => void
}

function Choices({ coming, now, zone, put }: ChoiceParts) {
  const { plan } = useWords()
  const texts = plan.out.words
  const [next, ...later] = coming
  const times = quartersFrom(now).map((time) => ({
    id: String(time),
    name: formatClock(time, zone, false),
  }))
  const at = (minutes: number) => instant(now + minutes * 60_000)
  const choice = (key: string, text: string, word: Availability) => (
    <Button key={key} onClick={() => put(word)}>
      {text}
    </Button>
  )
  return (
    <div className={c('choices')}>
      {choice('out', texts.out, { as: 'out' })}
      {choice('sent', texts['sent-home'], { as: 'sent-home' })}
      {choice('lifts', texts['no-lifts'], { as: 'limited', without: 'no-lifts' })}
      {choice('voice', texts['voice-only'], { as: 'limited', without: 'voice-only' })}
      {READY_MINUTES.map((minutes) =>
        choice(`r${minutes}`, texts.ready({ minutes }), { as: 'ready-at', at: at(minutes) }),
      )}
      {OFF_SITE_MINUTES.map((minutes) =>
        choice(`o${minutes}`, texts.offSite({ minutes }), { as: 'off-site', until: at(minutes) }),
      )}
      {next ? choice('from', texts.fromNext({ item: itemName(next) }), outFrom(next.id)) : null}
      <Said
        {...look}
        label={texts.readyAt}
        none={texts.whichTime}
        options={times}
        choose={(time) => put({ as: 'ready-at', at: instant(Number(time)) })}
      />
      <Said
        {...look}
        label={texts.offSiteUntil}
        none={texts.whichTime}
        options={times}
        choose={(time) => put({ as: 'off-site', until: instant(Number(time)) })}
      />
      {later.length > 0 ? (
        <Said
          {...look}
          label={texts.fromItem}
          none={texts.whichItem}
          options={later.map((item) => ({ id: item.id, name: itemName(item) }))}
          choose={(item) => put(outFrom(item))}
        />
      ) : null}
    </div>
  )
}

const QUARTER_MS = 15 * 60_000
/** Quarters of an hour that are offered: as long as a long show. */
const QUARTERS = 14

/** The next full quarter of an hour, and those after it. */
export const quartersFrom = (now: Instant): readonly Instant[] =>
  Array.from({ length: QUARTERS }, (_, index) =>
    instant((Math.floor(now / QUARTER_MS) + 1 + index) * QUARTER_MS),
  )

const itemName = ({ code, title }: { readonly code: string; readonly title: string }): string =>
  code === '' ? title : `${code} ${title}`

export const comingItems = (
  { item }: PositionSection,
  order: OrderSection | undefined,
): OrderSection['items'] =>
  order?.items.filter(({ index, kind, cut }) => index > (item ?? -1) && kind !== 'interval' && !cut) ?? []

/** `as`: the id of an item of this very order. */
const outFrom = (item: string): Availability => ({
  as: 'out-from',
  item: item as Extract<Availability, { as: 'out-from' }>['item'],
})

/** A word of ours is plain data; on the wire its ids are texts. */
const asSent = (word: Availability): Extract<WireCommand, { name: 'out.say' }>['word'] => ({ ...word })

export function availabilityWords(word: Availability, order: OrderSection | undefined, zone: string): string {
  const { is } = words().plan.out
  switch (word.as) {
    case 'out':
      return is.out
    case 'sent-home':
      return is.sentHome
    case 'limited':
      return is.limited[word.without]
    case 'ready-at':
      return is.ready({ when: formatClock(word.at, zone, false) })
    case 'off-site':
      return is.offSite({ when: formatClock(word.until, zone, false) })
    case 'out-from': {
      const item = order?.items.find(({ id }) => id === word.item)
      return is.outFrom({ item: item ? itemName(item) : '' })
    }
    default:
      return word satisfies never
  }
}
