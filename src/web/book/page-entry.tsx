// Under the page: a cue as it is typed, and what the caller goes by at the cross.

import { useState } from 'react'
import { pointKinds } from '../../core/show/own-pages.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './book.module.css'
import type { Called, PagesDesk } from './use-pages-desk.ts'

const c = classes(styles)

export function PageEntry({ desk }: { readonly desk: PagesDesk }) {
  const { typing, word, nameOf } = desk
  const { book, ownPages } = useWords()
  const [text, write] = useState(() =>
    typing === null || typing.kind === 'place'
      ? ''
      : typing.kind === 'note'
        ? typing.cue.note
        : `${nameOf(typing.cue)} ${typing.cue.title}`.trim(),
  )
  const [called, call] = useState<Called>(
    word === '' ? { by: 'point', said: '' } : { by: 'word', said: word },
  )
  if (typing === null) return null
  return (
    <form
      className={c('entry', 'pageEntry')}
      onSubmit={(event) => {
        event.preventDefault()
        desk.keep(text, called)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        desk.act('leave')
      }}
    >
      <label className={c('label')}>
        {typing.kind === 'place'
          ? ownPages.placing
          : typing.kind === 'rename'
            ? book.renaming({ name: nameOf(typing.cue) })
            : book.noting({ name: nameOf(typing.cue) })}
        <input
          className={c('field')}
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a key, and whoever pressed it types.
          autoFocus
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </label>
      {typing.kind === 'place' ? <CalledBy called={called} call={call} word={word} /> : null}
      {typing.kind === 'place' ? (
        <button type="submit" className={c('button')}>
          {book.place}
        </button>
      ) : null}
      <p className={c('hint')}>{typing.kind === 'note' ? null : book.placeKeys}</p>
    </form>
  )
}

type CalledByFacts = {
  readonly called: Called
  readonly call: (called: Called) => void
  readonly word: string
}

function CalledBy({ called, call, word }: CalledByFacts) {
  const { ownPages } = useWords()
  const choose = (value: string) => {
    const by = pointKinds.find((kind) => kind === value) ?? 'point'
    call({ by, said: by === 'word' ? word : '' })
  }
  return (
    <>
      <label className={c('label')}>
        {ownPages.by}
        <select
          className={c('field')}
          value={called.by}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {pointKinds.map((kind) => (
            <option key={kind} value={kind}>
              {ownPages.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      {called.by === 'point' ? null : (
        <label className={c('label')}>
          {ownPages.said}
          <input
            className={c('field')}
            autoComplete="off"
            maxLength={200}
            value={called.said}
            onChange={(event) => call({ ...called, said: event.currentTarget.value })}
          />
        </label>
      )}
    </>
  )
}
