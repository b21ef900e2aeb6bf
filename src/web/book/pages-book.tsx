// The book on one’s own pages: the page as wide as it can be, its cues beside it, everything that is pressed below.

import { useRef, useState } from 'react'
import type { BookPage } from '../../wire/book.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Acts } from './acts.tsx'
import styles from './book.module.css'
import { Head } from './head.tsx'
import { PageEntry } from './page-entry.tsx'
import { PageSide } from './page-side.tsx'
import { PageView } from './page-view.tsx'
import type { Pages } from './use-pages.ts'
import { type PagesDesk, usePagesDesk } from './use-pages-desk.ts'

const c = classes(styles)

type Facts = { readonly pages: Pages; readonly page: BookPage; readonly turn: () => void }

export function PagesBook({ pages, page, turn }: Facts) {
  const { ownPages } = useWords()
  const view = useRef<HTMLElement>(null)
  const find = useRef<HTMLInputElement>(null)
  const desk = usePagesDesk(pages, page, { view, find })
  const [chosen, setList] = useState<boolean | null>(null)
  const { typing } = desk
  // Where only one of the two has room: the list while there is no page, and the page when one goes or types there.
  const list = (chosen ?? page.pages.length === 0) && typing === null && desk.carrying === null
  const go: PagesDesk['go'] = (to, cue) => {
    setList(false)
    desk.go(to, cue)
  }
  const goTo: PagesDesk['goTo'] = (cue) => {
    if (cue.point) setList(false)
    desk.goTo(cue)
  }
  return (
    <main className={c('book', list && 'listed-first')}>
      <Head
        {...{ desk, pages, find, list, turn, onPages: true }}
        label={ownPages.find}
        toggle={() => setList(!list)}
      />
      <div className={c('middle', typing !== null && 'typed')}>
        <PageView desk={desk} sent={pages.sent} view={view} />
        {typing === null ? null : <PageEntry key={`${typing.kind} ${desk.cross.at}`} desk={desk} />}
      </div>
      <div className={c('side')}>
        <PageSide desk={{ ...desk, go, goTo }} pages={pages} />
      </div>
      <Acts desk={desk} pages={pages} where={<Where desk={desk} />} />
    </main>
  )
}

function Where({
  desk: { own, cross, page, word, carrying, selected, nameOf, go },
}: {
  readonly desk: PagesDesk
}) {
  const { ownPages } = useWords()
  if (!own) return <p>{ownPages.none}</p>
  const all = page.pages.length
  const name = carrying ? nameOf(carrying.cue) : ''
  const carried = { move: ownPages.moving, standby: ownPages.readying, warn: ownPages.warning }
  return (
    <>
      <button
        type="button"
        className={c('button')}
        disabled={cross.at === 0}
        onClick={() => go({ ...cross, at: cross.at - 1 }, carrying?.cue.id ?? null)}
      >
        {ownPages.before}
      </button>
      <button
        type="button"
        className={c('button')}
        disabled={cross.at === all - 1}
        onClick={() => go({ ...cross, at: cross.at + 1 }, carrying?.cue.id ?? null)}
      >
        {ownPages.next}
      </button>
      <p>
        {carrying
          ? carried[carrying.kind]({ name })
          : `${selected ? `${nameOf(selected)} · ` : ''}${ownPages.of({ label: own.label, at: cross.at + 1, all, word })}`}
      </p>
    </>
  )
}
