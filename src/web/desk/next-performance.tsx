// When no performance is open, or tonight's is closed: what the desk offers instead of cues.

import { useState } from 'react'
import { formatLength, instant } from '../../core/kit/time.ts'
import { kindOf, type PerformanceKind } from '../../core/show/kinds.ts'
import { useLink, usePress, wallTime } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { KindField } from '../ui/kind-field.tsx'
import styles from './next-performance.module.css'
import { saidOf } from './said.ts'
import { betweenShows, EVENING, suggestedTimes, type Wall } from './suggested.ts'
import type { Desk } from './use-desk.ts'
import { instantOf, wallOf } from './wall-time.ts'

const c = classes(styles)

export function NextPerformance({ desk }: { readonly desk: Desk }) {
  const { nextNight: texts, nextShow } = useWords()
  const link = useLink()
  const { position } = desk.sections
  const zone = position?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const now = wallTime(link) ?? instant(0)
  const times = position ? suggestedTimes(position.curtainAt, now, zone) : null
  const suggested = times ? (times.again ?? times.tomorrow) : { day: wallOf(now, zone).day, time: EVENING }
  const [day, setDay] = useState(suggested.day)
  const [time, setTime] = useState(suggested.time)
  const [kind, setKind] = useState<PerformanceKind>(position ? kindOf(position.number) : 'show')
  const [pressed, setPressed] = useState<string | null>(null)
  const said = saidOf(usePress(pressed), desk.sections)
  const curtainAt = instantOf(day, time, zone)
  const downAt = position?.acts.at(-1)?.downAt ?? null
  const length = curtainAt === null ? null : betweenShows(downAt, curtainAt, zone)
  if (!desk.rights.opens) return null
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        if (curtainAt !== null) setPressed(link.press({ name: 'performance.next', curtainAt, kind }))
      }}
    >
      <h2 className={c('heading')}>{texts.title}</h2>
      <Suggested
        times={times}
        choose={(to) => {
          setDay(to.day)
          setTime(to.time)
        }}
      />
      <Written label={texts.day} type="date" value={day} write={setDay} />
      <Written label={texts.curtainUp} type="time" value={time} write={setTime} />
      <Kind kind={kind} choose={setKind} />
      <button className={c('open')} type="submit" disabled={curtainAt === null}>
        {texts.open}
      </button>
      <p className={c('said')} role="status">
        {said.words}
        {said.words === '' && length !== null ? nextShow.between({ length: formatLength(length) }) : null}
      </p>
    </form>
  )
}

type WrittenProps = {
  readonly label: string
  readonly type: 'date' | 'time'
  readonly value: string
  readonly write: (value: string) => void
}

function Written({ label, type, value, write }: WrittenProps) {
  return (
    <label className={c('label')}>
      {label}
      <input
        className={c('field')}
        type={type}
        value={value}
        onChange={(event) => write(event.target.value)}
      />
    </label>
  )
}

/** What it is, and what follows from that. */
function Kind({
  kind,
  choose,
}: {
  readonly kind: PerformanceKind
  readonly choose: (kind: PerformanceKind) => void
}) {
  const { kinds } = useWords()
  return (
    <>
      <KindField kind={kind} choose={choose} className={c('field')} labelClass={c('label')} />
      <p className={c('said')}>{kinds.means[kind]}</p>
    </>
  )
}

/** One touch to say when, one to open. */
function Suggested({
  times,
  choose,
}: {
  readonly times: ReturnType<typeof suggestedTimes> | null
  readonly choose: (to: Wall) => void
}) {
  const { nextShow } = useWords()
  if (times === null) return null
  const { again, tomorrow } = times
  return (
    <fieldset className={c('usual')} aria-label={nextShow.suggestions}>
      {again === null ? null : (
        <button className={c('open')} type="button" onClick={() => choose(again)}>
          {nextShow.todayAgain({ clock: again.time })}
        </button>
      )}
      <button className={c('open')} type="button" onClick={() => choose(tomorrow)}>
        {nextShow.tomorrow({ clock: tomorrow.time })}
      </button>
    </fieldset>
  )
}
