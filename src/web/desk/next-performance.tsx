// When no performance is open, or tonight's is closed: what the desk offers instead of cues.

import { useState } from 'react'
import { useLink, usePress, wallTime } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './next-performance.module.css'
import { saidOf } from './said.ts'
import type { Desk } from './use-desk.ts'
import { instantOf, wallOf } from './wall-time.ts'

const c = classes(styles)

const DAY_MS = 24 * 60 * 60 * 1000

export function NextPerformance({ desk }: { readonly desk: Desk }) {
  const texts = useWords().nextNight
  const link = useLink()
  const { position } = desk.sections
  const zone = position?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const suggested = position
    ? wallOf(position.curtainAt + DAY_MS, zone)
    : { day: wallOf(wallTime(link) ?? 0, zone).day, time: '19:30' }
  const [day, setDay] = useState(suggested.day)
  const [time, setTime] = useState(suggested.time)
  const [pressed, setPressed] = useState<string | null>(null)
  const said = saidOf(usePress(pressed), desk.sections)
  const curtainAt = instantOf(day, time, zone)
  if (!desk.rights.opens) return null
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        if (curtainAt !== null) setPressed(link.press({ name: 'performance.next', curtainAt }))
      }}
    >
      <h2 className={c('heading')}>{texts.title}</h2>
      <label className={c('label')}>
        {texts.day}
        <input
          className={c('field')}
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </label>
      <label className={c('label')}>
        {texts.curtainUp}
        <input
          className={c('field')}
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      </label>
      <button className={c('open')} type="submit" disabled={curtainAt === null}>
        {texts.open}
      </button>
      <p className={c('said')} role="status">
        {said.words}
      </p>
    </form>
  )
}
