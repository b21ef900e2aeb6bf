// Stock lines of the show: what is so now; for whoever calls or manages, saying one and taking it back.

import { useState } from 'react'
import { lineKinds } from '../../core/notice/state.ts'
import { useWords } from '../speech/speech.ts'
import { freshId } from '../ui/ask-page.ts'
import { classes } from '../ui/classes.ts'
import type { PartProps } from './ask.ts'
import { dayTime, Folded, Name, One, Press } from './fields.tsx'
import styles from './notice.module.css'

const c = classes(styles)

export function ShowLines({ told, ask }: PartProps) {
  const { lines: words } = useWords().notices
  const { lines, mayLine } = told.section
  return (
    <>
      {lines.length === 0 ? null : (
        <section className={c('part')} aria-label={words.title}>
          <h2>{words.title}</h2>
          {lines.map(({ id, at, text }) => (
            <div key={id}>
              <p className={c('text')}>
                {text} <small>{dayTime(at, told.timeZone)}</small>
              </p>
              {mayLine ? <Press act={() => ask({ name: 'line.end', line: id })}>{words.end}</Press> : null}
            </div>
          ))}
        </section>
      )}
      {mayLine ? <SayLine told={told} ask={ask} /> : null}
    </>
  )
}

const empty = { kind: 'held' as (typeof lineKinds)[number], what: '', from: '', minutes: '10' }

function SayLine({ told, ask }: PartProps) {
  const { lines: words } = useWords().notices
  const { company } = told.section
  const [draft, set] = useState(empty)
  const [cover, choose] = useState(company[0]?.id ?? null)
  const [id, draw] = useState(() => freshId('line'))
  const { kind, what, from, minutes } = draft
  const put = async () => {
    const next = kind === 'held' ? { what: '', from: '', nextMinutes: Math.round(Number(minutes)) } : null
    const named = { what, from: kind === 'cover' ? from : '', nextMinutes: null }
    const who = kind === 'cover' ? cover : null
    if (!(await ask({ name: 'line.say', id, kind, cover: who, ...(next ?? named) }))) return
    set(empty)
    draw(freshId('line'))
  }
  return (
    <Folded title={words.say}>
      <One
        label={words.kind}
        values={lineKinds}
        words={words.kinds}
        value={kind}
        set={(chosen) => set({ ...draft, kind: chosen })}
      />
      {kind === 'held' ? (
        <Name
          label={words.minutes}
          value={minutes}
          set={(said) => set({ ...draft, minutes: said })}
          numeric
        />
      ) : (
        <Name
          label={kind === 'cover' ? words.track : words.exit}
          value={what}
          set={(said) => set({ ...draft, what: said })}
        />
      )}
      {kind === 'cover' && cover !== null ? (
        <>
          <One
            label={words.by}
            values={company.map((one) => one.id)}
            words={Object.fromEntries(company.map((one) => [one.id, one.name]))}
            value={cover}
            set={choose}
          />
          <Name label={words.from} value={from} set={(said) => set({ ...draft, from: said })} />
        </>
      ) : null}
      <Press act={put}>{words.put}</Press>
    </Folded>
  )
}
