// The first screen: two doors, and a file for whoever has one.

import { useState } from 'react'
import { classes } from '../ui/classes.ts'
import { Begin } from './begin.tsx'
import { Press } from './parts.tsx'
import styles from './show.module.css'
import { words } from './show-words.ts'
import { useBook } from './use-book.ts'

const c = classes(styles)

export function FirstScreen() {
  const [own, open] = useState(false)
  const { show } = useBook()
  if (own) return <Begin leave={() => open(false)} />
  return (
    <main className={c('page', 'narrow')}>
      <p className={c('name')}>{words.name}</p>
      <h1 className={c('question')}>{words.doors.title}</h1>
      <div className={c('doors')}>
        <a className={c('door')} href="/watch">
          <span className={c('doorTitle')}>{words.doors.watch}</span>
          <span className={c('hint')}>{words.doors.watchHint}</span>
        </a>
        <button type="button" className={c('door')} onClick={() => open(true)}>
          <span className={c('doorTitle')}>{words.doors.own}</span>
          <span className={c('hint')}>{words.doors.ownHint}</span>
        </button>
      </div>
      <div className={c('acts')}>
        <Press onClick={() => location.assign('/files')}>{words.doors.file}</Press>
        <span className={c('hint')}>{words.doors.fileHint}</span>
      </div>
      {show ? (
        <div className={c('acts')}>
          <Press onClick={() => location.assign('/desk')}>{words.desk}</Press>
          <span className={c('hint')}>{words.doors.hasShow(show.title)}</span>
        </div>
      ) : null}
    </main>
  )
}
