// The first screen: two doors, and a file for whoever has one.

import { useState } from 'react'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Begin } from './begin.tsx'
import { readBegun } from './begun-kept.ts'
import { Press } from './parts.tsx'
import styles from './show.module.css'
import { useBook } from './use-book.ts'

const c = classes(styles)

export function FirstScreen() {
  const [own, open] = useState(() => (readBegun()?.at ?? null) !== null)
  const { show } = useBook()
  if (own) return <Begin leave={() => open(false)} />
  return (
    <main className={c('page', 'narrow')}>
      <p className={c('name')}>{words().office.name}</p>
      <h1 className={c('question')}>{words().office.doors.title}</h1>
      <div className={c('doors')}>
        <a className={c('door')} href="/watch">
          <span className={c('doorTitle')}>{words().office.doors.watch}</span>
          <span className={c('hint')}>{words().office.doors.watchHint}</span>
        </a>
        <button type="button" className={c('door')} onClick={() => open(true)}>
          <span className={c('doorTitle')}>{words().office.doors.own}</span>
          <span className={c('hint')}>{words().office.doors.ownHint}</span>
        </button>
      </div>
      <div className={c('acts')}>
        <Press onClick={() => location.assign('/files')}>{words().office.doors.file}</Press>
        <span className={c('hint')}>{words().office.doors.fileHint}</span>
      </div>
      {show ? (
        <div className={c('acts')}>
          <Press onClick={() => location.assign('/desk')}>{words().office.desk}</Press>
          <span className={c('hint')}>{words().office.doors.hasShow({ title: show.title })}</span>
        </div>
      ) : null}
    </main>
  )
}
