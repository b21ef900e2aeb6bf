// Above the book: what it is called, what is looked for, whose cues are shown, the lock, and the way to the other view.

import { useState } from 'react'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Away } from './away.tsx'
import styles from './book.module.css'
import type { BookDesk } from './use-book-desk.ts'
import type { Pages } from './use-pages.ts'

const c = classes(styles)

/** What the head needs of either: the script’s desk and that of one’s own pages. */
type HeadDesk = Pick<BookDesk, 'page' | 'layers' | 'show' | 'find' | 'act'>

type HeadFacts = {
  readonly desk: HeadDesk
  readonly pages: Pages
  /** Of the field in which one looks for something. */
  readonly label: string
  readonly onPages: boolean
  /** To the script, or to one’s own pages. */
  readonly turn: () => void
  readonly find: React.RefObject<HTMLInputElement | null>
  readonly toggle: () => void
  readonly list: boolean
}

export function Head({ desk, pages, find, label, onPages, turn, toggle, list }: HeadFacts) {
  const { book, ownPages } = useWords()
  const { page } = desk
  const [all, setAll] = useState(false)
  return (
    <header className={c('head', all && 'all')}>
      {pages.away ? <Away page={page} at={pages.away.at} /> : null}
      <h1 className={c('title')}>{page.title}</h1>
      <Find desk={desk} field={find} label={label} />
      <button type="button" className={c('button', 'listButton')} aria-pressed={list} onClick={toggle}>
        {list ? (onPages ? ownPages.open : book.toScript) : book.list}
      </button>
      <button
        type="button"
        className={c('button', 'allButton')}
        aria-expanded={all}
        onClick={() => setAll(!all)}
      >
        {all ? book.less : book.all}
      </button>
      <div className={c('rest')}>
        <Rest {...{ desk, pages, onPages, turn }} />
      </div>
    </header>
  )
}

/** What is not used with every cue: on a phone the script has its room. */
function Rest({ desk, pages, onPages, turn }: Pick<HeadFacts, 'desk' | 'pages' | 'onPages' | 'turn'>) {
  const { book, office, ownPages } = useWords()
  const { page } = desk
  return (
    <>
      <Layers desk={desk} onPages={onPages} />
      <button type="button" className={c('button')} aria-pressed={onPages} onClick={turn}>
        {onPages ? book.toScript : ownPages.open}
      </button>
      {page.lockRests ? <span role="status">{book.lockRests}</span> : null}
      {page.mayEdit && !page.lockRests ? (
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
    </>
  )
}

type FindFacts = Pick<HeadFacts, 'desk' | 'label'> & { readonly field: HeadFacts['find'] }

function Find({ desk, field, label }: FindFacts) {
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
        {label}
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

function Layers({ desk: { page, layers, show }, onPages }: Pick<HeadFacts, 'desk' | 'onPages'>) {
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
      {onPages ? null : (
        <label className={c('layer')}>
          <input
            type="checkbox"
            checked={layers.marks}
            onChange={() => show({ ...layers, marks: !layers.marks })}
          />
          {book.comings}
        </label>
      )}
    </fieldset>
  )
}
