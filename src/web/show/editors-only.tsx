// The office's pages are for whoever may edit the show: to anybody else they say so, and lead back, instead of buttons that refuse.

import { type ReactNode, useEffect, useState } from 'react'
import type { Viewer } from '../../core/disclosure/policy.ts'
import { mayEditShow } from '../../core/installation/screens.ts'
import { readAnswer } from '../answers/read-answer.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './show.module.css'

const c = classes(styles)

/** `unknown`: the house did not say. Then each press is answered as ever. */
type Who = 'asking' | 'editor' | 'somebody' | 'stranger' | 'unknown'

async function whoIsHere(): Promise<Who> {
  const { status, told } = await readAnswer<{ readonly viewer: Viewer }>(fetch('/api/me'), ['viewer'])
  if (status === 401) return 'stranger'
  if (told === null) return 'unknown'
  return mayEditShow(told.viewer) ? 'editor' : 'somebody'
}

export function EditorsOnly({ children }: { readonly children: ReactNode }) {
  const { office, join, mine, frame } = useWords()
  const [who, know] = useState<Who>('asking')
  useEffect(() => void whoIsHere().then(know), [])
  if (who === 'editor' || who === 'unknown') return children
  if (who === 'asking')
    return (
      <main className={c('page', 'narrow')}>
        <p role="status">{frame.looking}</p>
      </main>
    )
  return (
    <main className={c('page', 'narrow')}>
      <h1 className={c('title')}>{office.name}</h1>
      <p role="status">{who === 'stranger' ? join.notPaired : office.forEditors}</p>
      <div className={c('acts')}>
        <a className={c('button', 'main')} href="/">
          {mine.back}
        </a>
        {who === 'somebody' ? (
          <a className={c('button')} href="/mine">
            {mine.way}
          </a>
        ) : null}
      </div>
    </main>
  )
}
