// How many are in, and who waits outside.

import { useState } from 'react'
import { AUDIENCE_MAX } from '../../core/house/house.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import styles from './house.module.css'
import type { Asked } from './house.tsx'

const c = classes(styles)

export function Audience({ house, position, say }: Asked) {
  const { house: words } = useWords()
  const [typed, type] = useState('')
  const count = /^\d{1,6}$/.test(typed) ? Number(typed) : null
  const said = house.audience
  return (
    <section className={c('part')} aria-labelledby="audience">
      <h2 className={c('heading')} id="audience">
        {words.audience}
      </h2>
      <p className={c('line', said !== null && 'number')}>
        {said === null
          ? words.notCounted
          : words.inHouse({ number: said.count, clock: formatClock(said.at, position.timeZone, false) })}
      </p>
      <form
        className={c('row')}
        onSubmit={(event) => {
          event.preventDefault()
          if (count === null) return
          say({ name: 'audience.count', count })
          type('')
        }}
      >
        <input
          className={c('field', 'short')}
          aria-label={words.countLabel}
          inputMode="numeric"
          autoComplete="off"
          maxLength={String(AUDIENCE_MAX).length}
          value={typed}
          onChange={(event) => type(event.target.value.replace(/\D/g, ''))}
        />
        <button type="submit" className={c('button')} aria-disabled={count === null}>
          {words.sayCount}
        </button>
      </form>
    </section>
  )
}

export function Latecomers({ house, position, say }: Asked) {
  const { house: words } = useWords()
  const waiting = house.waiting?.count ?? 0
  return (
    <section className={c('part')} aria-labelledby="late">
      <h2 className={c('heading')} id="late">
        {words.late}
      </h2>
      <p className={c('line', waiting > 0 && 'number')}>
        {house.waiting === null
          ? words.nobodyWaits
          : words.waiting({
              number: waiting,
              clock: formatClock(house.waiting.since, position.timeZone, false),
            })}
        {house.released > 0 ? (
          <span className={c('small')}>{words.letInSoFar({ number: house.released })}</span>
        ) : null}
      </p>
      <div className={c('row')}>
        <button
          type="button"
          className={c('button')}
          aria-label={words.fewer}
          aria-disabled={waiting === 0}
          onClick={() => (waiting > 0 ? say({ name: 'latecomers.hold', count: waiting - 1 }) : undefined)}
        >
          −1
        </button>
        <button
          type="button"
          className={c('button')}
          aria-label={words.more}
          onClick={() => say({ name: 'latecomers.hold', count: waiting + 1 })}
        >
          +1
        </button>
        <button
          type="button"
          className={c('button')}
          aria-disabled={waiting === 0}
          onClick={() => (waiting > 0 ? say({ name: 'latecomers.release' }) : undefined)}
        >
          {words.letIn}
        </button>
      </div>
    </section>
  )
}
