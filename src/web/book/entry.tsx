// The field under the line: a cue as it is typed, its new name, or a note beside it.

import { useState } from 'react'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './book.module.css'
import type { BookDesk } from './use-book-desk.ts'

const c = classes(styles)

type Facts = Pick<BookDesk, 'typing' | 'word' | 'nameOf' | 'keep' | 'act'>

export function Entry({ desk }: { readonly desk: Facts }) {
  const { typing, word, nameOf } = desk
  const { book } = useWords()
  const [text, write] = useState(() => textOf(desk))
  if (typing === null) return null
  const label =
    typing.kind === 'place'
      ? book.entry({ word })
      : typing.kind === 'rename'
        ? book.renaming({ name: nameOf(typing.cue) })
        : book.noting({ name: nameOf(typing.cue) })
  return (
    <form
      className={c('entry')}
      onSubmit={(event) => {
        event.preventDefault()
        desk.keep(text)
      }}
    >
      <label className={c('label')}>
        {label}
        <input
          className={c('field')}
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a key, and whoever pressed it types.
          autoFocus
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            desk.act('leave')
          }}
        />
      </label>
      <p className={c('hint')}>{typing.kind === 'note' ? null : book.placeKeys}</p>
    </form>
  )
}

function textOf({ typing, nameOf }: Facts): string {
  if (typing === null || typing.kind === 'place') return ''
  const { cue } = typing
  return typing.kind === 'note' ? cue.note : `${nameOf(cue)} ${cue.title}`.trim()
}
