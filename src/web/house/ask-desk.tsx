// One touch to the desk: please speak to me, or please wait; and what the desk said to it.

import { useState } from 'react'
import { type HouseRequest, isWaiting, WHY_LENGTH_MAX } from '../../core/house/house.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { clearableAct } from '../ui/phase.ts'
import styles from './house.module.css'
import type { Asked } from './house.tsx'

const c = classes(styles)

const minuteChoices = [2, 3, 5, 10] as const

export function AskDesk(asked: Asked) {
  const { house: words } = useWords()
  return (
    <section className={c('part')} aria-labelledby="the-desk">
      <h2 className={c('heading')} id="the-desk">
        {words.desk}
      </h2>
      <Requests {...asked} />
      <Speak {...asked} />
      <Wait {...asked} />
    </section>
  )
}

/** The last word of each kind, so that an answer stands where its question stood. */
function Requests({ house, position, say }: Asked) {
  const { house: words } = useWords()
  const last = (['hold', 'speak'] as const).flatMap(
    (kind) => house.requests.findLast((one) => one.ask === kind) ?? [],
  )
  return (
    <ul className={c('requests')} role="status">
      {last.map((request) => (
        <li key={request.ask} className={c('row')}>
          <p className={c('line', isWaiting(request) && 'open', request.answer?.yes === true && 'clear')}>
            {requestWords(request, position.timeZone)}
          </p>
          {isWaiting(request) ? (
            <button
              type="button"
              className={c('button')}
              onClick={() => say({ name: 'house.take-back', request: request.request })}
            >
              {words.takeBack}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function requestWords(request: HouseRequest, zone: string): string {
  const { house } = words()
  const { answer, takenBackAt, ask, act, minutes } = request
  const why = request.why ?? ''
  const what =
    ask === 'hold'
      ? house.hold({ act: act ?? 0, minutes: minutes ?? 0, why })
      : why === ''
        ? house.speakShort
        : house.speakAbout({ why })
  const clock = (at: typeof request.at) => formatClock(at, zone, false)
  if (takenBackAt !== null) return house.asked.back({ what, clock: clock(takenBackAt) })
  if (answer === null) return house.asked.waiting({ what, clock: clock(request.at) })
  if (answer.yes && ask === 'speak') return house.asked.speakYes({ clock: clock(answer.at) })
  return house.asked[answer.yes ? 'yes' : 'no']({ what, clock: clock(answer.at) })
}

function Speak({ say }: Asked) {
  const { house: words } = useWords()
  const [why, setWhy] = useState('')
  return (
    <div className={c('ask')}>
      <button
        type="button"
        className={c('button', 'large')}
        onClick={() => {
          say({ name: 'house.ask', ask: 'speak', minutes: null, why })
          setWhy('')
        }}
      >
        {words.speak}
      </button>
      <input
        className={c('field')}
        aria-label={words.speakWhy}
        placeholder={words.speakWhy}
        autoComplete="off"
        maxLength={WHY_LENGTH_MAX}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
    </div>
  )
}

function Wait({ position, say }: Asked) {
  const { house: words } = useWords()
  const [minutes, setMinutes] = useState<number>(3)
  const [why, setWhy] = useState('')
  if (clearableAct(position) === null) return <p className={c('line', 'quiet')}>{words.waitOnlyBefore}</p>
  return (
    <form
      className={c('ask')}
      onSubmit={(event) => {
        event.preventDefault()
        say({ name: 'house.ask', ask: 'hold', minutes, why })
      }}
    >
      <fieldset className={c('minutes')}>
        <legend className={c('small')}>{words.minutes}</legend>
        {minuteChoices.map((choice) => (
          <label key={choice} className={c('choice', choice === minutes && 'chosen')}>
            <input
              type="radio"
              name="minutes"
              checked={choice === minutes}
              onChange={() => setMinutes(choice)}
            />
            {words.minutesOf({ minutes: choice })}
          </label>
        ))}
      </fieldset>
      <input
        className={c('field')}
        aria-label={words.why}
        placeholder={words.why}
        autoComplete="off"
        maxLength={WHY_LENGTH_MAX}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      <button type="submit" className={c('button', 'large')}>
        {words.askWait({ minutes })}
      </button>
    </form>
  )
}
