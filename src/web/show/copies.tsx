// The record copied to a stick or a folder, and a copy put back.

import { useState } from 'react'
import type { CopyHeld } from '../../wire/copies.ts'
import { localeNow, useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Field, Press, Refusal } from './parts.tsx'
import styles from './show.module.css'
import { type CopyDesk, useCopies } from './use-copies.ts'

const c = classes(styles)
const MB = 1_000_000

export function Copies() {
  const { copies: words } = useWords()
  const desk = useCopies()
  return (
    <section className={c('section')} aria-label={words.title}>
      <h2 className={c('heading')}>{words.title}</h2>
      <p className={c('hint')}>{words.hint}</p>
      <div className={c('acts')}>
        <Press onClick={desk.look}>{words.look}</Press>
      </div>
      <Refusal sentence={desk.said} />
      {desk.back ? (
        <a className={c('button', 'main')} href={desk.back.desk}>
          {words.toDesk}
        </a>
      ) : null}
      {desk.told && !desk.back ? (
        <>
          <Places desk={desk} places={desk.told.places} />
          <PutBack desk={desk} told={desk.told} />
        </>
      ) : null}
    </section>
  )
}

type Told = NonNullable<CopyDesk['told']>

function Places({ desk, places }: { readonly desk: CopyDesk; readonly places: Told['places'] }) {
  const { copies: words } = useWords()
  return (
    <>
      {places.length === 0 ? <p className={c('lack')}>{words.noPlaces}</p> : null}
      <ul className={c('list')}>
        {places.map(({ folder, kind, freeBytes }) => (
          <li key={folder} className={c('acts')}>
            <Press aria-label={words.copyHere({ folder })} onClick={() => desk.copy(folder)}>
              {words.copyTo}
            </Press>
            <span className={c('hint')}>
              {words.kinds[kind]}: {words.place({ folder, free: Math.floor(freeBytes / MB) })}
            </span>
          </li>
        ))}
      </ul>
      <Typed label={words.path} act={words.copyTo} go={desk.copy} />
    </>
  )
}

function PutBack({ desk, told }: { readonly desk: CopyDesk; readonly told: Told }) {
  const { copies: words } = useWords()
  return (
    <>
      <h2 className={c('heading')}>{words.backTitle}</h2>
      <p className={c('hint')}>{words.backHint}</p>
      <p className={c('hint')}>{words.backScreens}</p>
      {told.closed === null ? null : <p className={c('lack')}>{told.closed}</p>}
      {told.copies.length === 0 ? <p className={c('hint')}>{words.noCopies}</p> : null}
      <ul className={c('list')}>
        {told.copies.map(({ file }) => (
          <li key={file} className={c('acts')}>
            <Press aria-label={`${words.see}: ${file}`} onClick={() => desk.see(file)}>
              {words.see}
            </Press>
            <span className={c('hint')}>{file}</span>
          </li>
        ))}
      </ul>
      <Typed label={words.file} act={words.see} go={desk.see} />
      {desk.held ? (
        <Held key={desk.held.file} held={desk.held} desk={desk} closed={told.closed !== null} />
      ) : null}
    </>
  )
}

function Held({
  held,
  desk,
  closed,
}: {
  readonly held: CopyHeld
  readonly desk: CopyDesk
  readonly closed: boolean
}) {
  const { copies: words } = useWords()
  const [armed, arm] = useState(false)
  const day = new Intl.DateTimeFormat(localeNow(), { dateStyle: 'medium' })
  const { file, events, mark, performances, ahead } = held
  return (
    <div className={c('drop')} role="status">
      <p className={c('hint')}>{file}</p>
      <p>{words.holds({ events, performances: performances.length })}</p>
      <ul className={c('list')}>
        {performances.map(({ title, number, curtainAt }) => (
          <li key={`${title} ${number} ${curtainAt}`}>
            {words.performance({ title, number, day: day.format(curtainAt) })}
          </li>
        ))}
      </ul>
      {mark === null ? null : <p>{mark}</p>}
      <p>{ahead === null ? words.unclear : ahead === 0 ? words.same : words.ahead({ events: ahead })}</p>
      <div className={c('acts')}>
        <button
          type="button"
          className={c('button', armed && 'armed')}
          disabled={closed}
          onBlur={() => arm(false)}
          onClick={() => {
            arm(!armed)
            if (armed) desk.restore(file)
          }}
        >
          {armed ? words.restoreAgain : words.restore}
        </button>
      </div>
    </div>
  )
}

function Typed({
  label,
  act,
  go,
}: {
  readonly label: string
  readonly act: string
  readonly go: (path: string) => void
}) {
  const [path, setPath] = useState('')
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        if (path.trim() !== '') go(path.trim())
      }}
    >
      <Field
        label={label}
        value={path}
        spellCheck={false}
        onChange={(event) => setPath(event.target.value)}
      />
      <div className={c('acts')}>
        <Press type="submit">{act}</Press>
      </div>
    </form>
  )
}
