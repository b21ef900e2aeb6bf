// The book: the script with its cues in the margin, gone through and marked by keyboard.

import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { BookPage } from '../../wire/book.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Acts, Here } from './acts.tsx'
import styles from './book.module.css'
import { Entry } from './entry.tsx'
import { Head } from './head.tsx'
import { PagesBook } from './pages-book.tsx'
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

type OpenFacts = { readonly pages: Pages; readonly page: BookPage }

/** On the text; where there are pages of one’s own and no text, on those. */
function Open({ pages, page }: OpenFacts) {
  const [chosen, choose] = useState<boolean | null>(null)
  const onPages = chosen ?? (page.pages.length > 0 && page.text.startsWith('0-'))
  const turn = () => choose(!onPages)
  const Book = onPages ? PagesBook : ScriptBook
  return <Book pages={pages} page={page} turn={turn} />
}

function ScriptBook({ pages, page, turn }: OpenFacts & { readonly turn: () => void }) {
  const { book } = useWords()
  const script = useRef<HTMLElement>(null)
  const find = useRef<HTMLInputElement>(null)
  const desk = useBookDesk(pages, page, { script, find })
  const [list, setList] = useState(false)
  const entry = useEntry(desk)
  // Where only one of the two has room, the script comes when one goes somewhere in it or types there.
  const listed = list && desk.typing === null && desk.carrying === null
  const goTo: BookDesk['goTo'] = (cue) => {
    setList(false)
    desk.goTo(cue)
  }
  const goToLine: BookDesk['goToLine'] = (line) => {
    setList(false)
    desk.goToLine(line)
  }
  // No text was read in yet: nothing can be placed in it, and the way there is all that helps.
  const isEmpty = page.text.startsWith('0-')
  return (
    <main className={c('book', listed && 'listed-first')}>
      <Head
        {...{ desk, pages, find, list: listed, turn, onPages: false }}
        label={book.find}
        toggle={() => setList(!listed)}
      />
      <div className={c('middle')}>
        {pages.lines.length === 0 ? (
          <Lack isEmpty={isEmpty} />
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
      {isEmpty ? null : <Beside desk={{ ...desk, goTo, goToLine }} pages={pages} />}
    </main>
  )
}

function Lack({ isEmpty }: { readonly isEmpty: boolean }) {
  const { book, office } = useWords()
  return (
    <div className={c('lack')}>
      <p>{isEmpty ? book.lack : book.loading}</p>
      {isEmpty ? (
        <a className={c('button')} href="/files">
          {office.files.title}
        </a>
      ) : null}
    </div>
  )
}

function Beside({ desk, pages }: { readonly desk: BookDesk; readonly pages: Pages }) {
  return (
    <>
      <div className={c('side')}>
        <Side desk={desk} pages={pages} />
        {desk.page.mayEdit ? <NewVersion pages={pages} /> : null}
      </div>
      <Acts desk={desk} pages={pages} where={<Here desk={desk} />} />
    </>
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
