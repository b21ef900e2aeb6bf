// What is said of somebody's coming, in two touches: later, not tonight, on call, sent home. There is no place to say why.

import { useState } from 'react'
import { type Announced, announcedAs } from '../../core/attendance/commands.ts'
import type { Instant } from '../../core/kit/time.ts'
import { showTime, useLink } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button } from '../ui/frame.tsx'
import styles from './announce.module.css'

const c = classes(styles)

const [LATER, NOT_TONIGHT, ON_CALL, SENT_HOME] = announcedAs

type Parts = {
  readonly person: string
  /** Whose row it is; null: one's own. */
  readonly name: string | null
  readonly zone: string
  readonly sendsHome: boolean
}

export function Announce(parts: Parts) {
  const { announce: said } = useWords()
  const [open, setOpen] = useState(false)
  const { name } = parts
  return (
    <details
      className={c('announce')}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      aria-label={name === null ? undefined : said.moreOf({ name })}
    >
      <summary className={c('more')}>{said.more}</summary>
      {open ? <Choices {...parts} done={() => setOpen(false)} /> : null}
    </details>
  )
}

/** How soon whoever is on call is here, in minutes. */
const withinMinutes = [10, 15, 30, 60]

function Choices({ person, name, zone, sendsHome, done }: Parts & { readonly done: () => void }) {
  const { announce: said } = useWords()
  const link = useLink()
  const [times] = useState(() => quarterHours(showTime(link)))
  const [at, setAt] = useState<Instant | null>(times[1] ?? null)
  const [until, setUntil] = useState<Instant | null>(null)
  const [minutes, setMinutes] = useState(withinMinutes[1] ?? 15)
  const button = (as: Announced, when: Instant | null = null, soon: number | null = null) => (
    <Button
      className={c('say')}
      aria-label={name === null ? undefined : said.of({ name, what: said.as[as] })}
      disabled={as === LATER && when === null}
      onClick={() => {
        link.press({ name: 'sign.announce', person, as, at: when, minutes: soon })
        done()
      }}
    >
      {said.as[as]}
    </Button>
  )
  return (
    <div className={c('choices')}>
      <p className={c('line')}>
        <Times label={said.at} times={times} chosen={at} zone={zone} choose={setAt} open={null} />
        {button(LATER, at)}
      </p>
      <p className={c('line')}>
        <label className={c('label')}>
          {said.within}
          <select
            className={c('field')}
            value={minutes}
            onChange={(event) => setMinutes(Number(event.target.value))}
          >
            {withinMinutes.map((one) => (
              <option key={one} value={one}>
                {said.minutes({ minutes: one })}
              </option>
            ))}
          </select>
        </label>
        <Times
          label={said.until}
          times={times}
          chosen={until}
          zone={zone}
          choose={setUntil}
          open={said.openEnd}
        />
        {button(ON_CALL, until, minutes)}
      </p>
      <p className={c('line')}>
        {button(NOT_TONIGHT)}
        {sendsHome ? button(SENT_HOME) : null}
      </p>
      <p className={c('small')}>{said.noWhy}</p>
    </div>
  )
}

type TimeParts = {
  readonly label: string
  readonly times: readonly Instant[]
  readonly chosen: Instant | null
  readonly zone: string
  readonly choose: (at: Instant | null) => void
  /** What no time at all is called; null where there must be one. */
  readonly open: string | null
}

function Times({ label, times, chosen, zone, choose, open }: TimeParts) {
  return (
    <label className={c('label')}>
      {label}
      <select
        className={c('field')}
        value={chosen ?? ''}
        onChange={(event) => choose(times.find((one) => String(one) === event.target.value) ?? null)}
      >
        {open === null ? null : <option value="">{open}</option>}
        {times.map((one) => (
          <option key={one} value={one}>
            {formatClock(one, zone, false)}
          </option>
        ))}
      </select>
    </label>
  )
}

const QUARTER_MS = 15 * 60_000
/** Four hours of them: nobody comes later than that to a show. */
const QUARTERS = 16

/** `as`: whole quarters of an hour of an instant are one. */
const quarterHours = (now: Instant | null): readonly Instant[] =>
  now === null
    ? []
    : Array.from(
        { length: QUARTERS },
        (_, index) => ((Math.ceil(now / QUARTER_MS) + index) * QUARTER_MS) as Instant,
      )
