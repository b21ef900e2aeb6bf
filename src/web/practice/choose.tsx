// Which act is practised, and by whose times.

import { useEffect, useState } from 'react'
import { useSession } from '../link/store.ts'
import { localeNow, useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import styles from './practice.module.css'
import { type Night, readTimings } from './timings.ts'

const c = classes(styles)

type ChooseProps = {
  readonly acts: readonly number[]
  readonly start: (act: number, night: number | null) => Promise<void>
}

export function Choose({ acts, start }: ChooseProps) {
  const { practice: said, kinds } = useWords()
  const timeZone = useSession(({ sections }) => sections.position?.timeZone ?? 'UTC')
  const [nights, tell] = useState<readonly Night[]>([])
  const [night, choose] = useState('')
  const [act, choosing] = useState(acts[0] ?? 1)
  useEffect(() => {
    let here = true
    void readTimings(null).then((told) => {
      if (here && told) tell(told.nights)
    })
    return () => {
      here = false
    }
  }, [])
  const day = new Intl.DateTimeFormat(localeNow(), { timeZone, dateStyle: 'medium' })
  return (
    <>
      <p className={c('hint')}>{said.hint}</p>
      <fieldset className={c('choices')} aria-label={said.acts}>
        {acts.map((one) => (
          <Button key={one} className={c('button')} aria-pressed={one === act} onClick={() => choosing(one)}>
            {said.act({ act: one })}
            {one === act ? ' ✓' : ''}
          </Button>
        ))}
      </fieldset>
      <div className={c('choices')}>
        <select
          className={c('field')}
          aria-label={said.timings}
          value={night}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{said.byPlan}</option>
          {nights.map(({ number, curtainAt }) => (
            <option key={number} value={number}>
              {said.byNight({ night: `${kinds.ofNumber({ number })} · ${day.format(curtainAt)}` })}
            </option>
          ))}
        </select>
        <Button className={c('button')} onClick={() => void start(act, night === '' ? null : Number(night))}>
          {said.start}
        </Button>
      </div>
    </>
  )
}
