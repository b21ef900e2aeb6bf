// The book: the script with its cues in the margin, gone through and marked by keyboard.

import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { BookPage } from '../../wire/book.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Acts } from './acts.tsx'
import styles from './book.module.css'
import { Entry } from './entry.tsx'
import { NewVersion } from './revise.tsx'
import { Script } from './script.tsx'
import { Side } from './side.tsx'
import { type BookDesk, useBookDesk } from './use-book-desk.ts'
import { type Pages, usePages } from './use-pages.ts'

const c = classes(styles)

export function BookScreen() {
  const pages = usePages()
  const { book, office } = useWords()
  const { page } = pages
  if (!page)
    return (
      <main className={c('empty')}>
        <p role="status">{pages.trouble ?? (page === undefined ? book.loading : book.none)}</p>
        <p>
          <a className={c('button')} href="/files">
            {office.files.title}
          </a>
        </p>
      </main>
    )
  return <Open pages={pages} page={page} />
}

function Open({ pages, page }: { readonly pages: Pages; readonly page: BookPage }) {
  const { book } = useWords()
  const script = useRef<HTMLElement>(null)
  const find = useRef<HTMLInputElement>(null)
  const desk = useBookDesk(pages, page, { script, find })
  const [list, setList] = useState(false)
  const entry = useEntry(desk)
  return (
    <main className={c('book', list && 'listed-first')}>
      <Head desk={desk} pages={pages} find={find} toggle={() => setList(!list)} list={list} />
      <div className={c('middle')}>
        {pages.lines.length === 0 ? (
          <p className={c('lack')}>{page.text.startsWith('0-') ? book.lack : book.loading}</p>
        ) : (
          <Script
            lines={pages.lines}
            page={page}
            cursor={desk.cursor}
            besides={desk.besides}
            selected={desk.selected?.id ?? null}
            nameOf={desk.nameOf}
            entry={entry}
            go={desk.go}
            scroller={script}
          />
        )}
      </div>
      <div className={c('side')}>
        <Side desk={desk} pages={pages} />
        {page.mayEdit ? <NewVersion pages={pages} /> : null}
      </div>
      <Acts desk={desk} pages={pages} />
    </main>
  )
}

/** Made anew only when another field opens: the line it stands under is drawn again with it. */
function useEntry(desk: BookDesk): ReactNode {
  const latest = useRef(desk)
  latest.current = desk
  const { typing } = desk
  return useMemo(() => {
    if (typing === null) return null
    const { word, nameOf } = latest.current
    return (
      <Entry
        key={typing.kind}
        desk={{
          ...{ typing, word, nameOf },
          keep: (text) => latest.current.keep(text),
          act: (act) => latest.current.act(act),
        }}
      />
    )
  }, [typing])
}

type HeadFacts = {
  readonly desk: BookDesk
  readonly pages: Pages
  readonly find: React.RefObject<HTMLInputElement | null>
  readonly toggle: () => void
  readonly list: boolean
}

function Head({ desk, pages, find, toggle, list }: HeadFacts) {
  const { book, office } = useWords()
  const { page } = desk
  return (
    <header className={c('head')}>
      <h1 className={c('title')}>{page.title}</h1>
      <Find desk={desk} field={find} />
      <Layers desk={desk} />
      <button type="button" className={c('button', 'listButton')} aria-pressed={list} onClick={toggle}>
        {list ? book.toScript : book.list}
      </button>
      {page.mayEdit ? (
        <button
          type="button"
          className={c('button')}
          onClick={() => pages.edit({ name: 'show.lock', locked: !page.locked })}
        >
          {page.locked ? book.unlock : book.lock}
        </button>
      ) : null}
      <a className={c('button')} href="/show">
        {office.tabs.cues}
      </a>
      <a className={c('button')} href="/desk">
        {office.desk}
      </a>
    </header>
  )
}

function Find({ desk, field }: { readonly desk: BookDesk; readonly field: HeadFacts['find'] }) {
  const { book } = useWords()
  const [sought, seek] = useState('')
  return (
    <form
      className={c('find')}
      onSubmit={(event) => {
        event.preventDefault()
        desk.find(sought)
      }}
    >
      <label className={c('label')}>
        {book.find}
        <input
          ref={field}
          className={c('field')}
          autoComplete="off"
          value={sought}
          aria-keyshortcuts="/"
          onChange={(event) => seek(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') desk.act('leave')
          }}
        />
      </label>
      <button type="submit" className={c('button')}>
        {book.findButton}
      </button>
    </form>
  )
}

function Layers({ desk: { page, layers, show } }: { readonly desk: BookDesk }) {
  const { book } = useWords()
  const flip = (department: string) => {
    const hidden = new Set(layers.hidden)
    if (!hidden.delete(department)) hidden.add(department)
    show({ ...layers, hidden })
  }
  return (
    <fieldset className={c('layers')} aria-label={book.layers}>
      {page.departments.map(({ id, short }) => (
        <label key={id} className={c('layer')}>
          <input type="checkbox" checked={!layers.hidden.has(id)} onChange={() => flip(id)} />
          {short}
        </label>
      ))}
      <label className={c('layer')}>
        <input
          type="checkbox"
          checked={layers.marks}
          onChange={() => show({ ...layers, marks: !layers.marks })}
        />
        {book.comings}
      </label>
    </fieldset>
  )
}
