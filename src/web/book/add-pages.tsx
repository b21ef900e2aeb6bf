// Pages of one’s own, added: a PDF or pictures, made into pages here, kept in the house, and all of them in the book at once.

import { useRef, useState } from 'react'
import { askOffice, freshKey } from '../show/office.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './book.module.css'
import { type Made, makePages, NotTaken } from './pictures.ts'
import type { Pages } from './use-pages.ts'

const c = classes(styles)

type Progress = { readonly at: number; readonly all: number }

/** `add` says how it goes, and what came of it. */
function useAdding(pages: Pages) {
  const { ownPages } = useWords()
  const stopped = useRef(false)
  const [progress, tell] = useState<Progress | null>(null)
  const [said, say] = useState<string | null>(null)
  const [added, count] = useState(0)
  const add = async (files: readonly File[]) => {
    if (files.length === 0) return
    stopped.current = false
    say(null)
    count(0)
    tell({ at: 0, all: files.length })
    const kept: { label: string; image: string }[] = []
    const made = async ({ label, ...picture }: Made) => {
      if (stopped.current) throw new NotTaken(ownPages.refused.stopped)
      const told = await askOffice<{ image: string }>('picture-keep', picture)
      if (!told.ok) throw new NotTaken(told.sentence)
      kept.push({ label, image: told.value.image })
    }
    const there = pages.page?.pages.length ?? 0
    const why = await makePages(files, { there, made, onPage: (at, all) => tell({ at, all }) })
      .then(() => null)
      .catch((error: unknown) => (error instanceof NotTaken ? error.message : ownPages.refused.damaged))
    tell(null)
    if (why !== null) return say(why)
    if (await pages.edit({ name: 'pages.add', pages: kept })) count(kept.length)
  }
  const stop = () => {
    stopped.current = true
  }
  return { progress, said, added, add, stop }
}

export function AddPages({ pages }: { readonly pages: Pages }) {
  const { ownPages } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const [isFirst] = useState(pages.page?.pages.length === 0)
  const { progress, said, added, add, stop } = useAdding(pages)
  return (
    <details className={c('version')} open={isFirst}>
      <summary className={c('button')}>{ownPages.add}</summary>
      <p className={c('hint')}>{ownPages.addHint}</p>
      <button
        type="button"
        className={c('button')}
        disabled={pages.page?.locked === true || progress !== null}
        onClick={() => field.current?.click()}
      >
        {ownPages.choose}
      </button>
      <input
        // The same file may be chosen again after it was refused.
        key={said === null ? '' : freshKey()}
        ref={field}
        type="file"
        hidden
        multiple
        accept="application/pdf,image/png,image/jpeg,image/*"
        aria-label={ownPages.choose}
        onChange={(event) => void add([...(event.target.files ?? [])])}
      />
      <div role="status">
        {progress === null ? null : <p>{ownPages.reading(progress)}</p>}
        {said === null ? null : <p className={c('refused')}>{said}</p>}
        {added === 0 ? null : <p>{ownPages.added({ many: added })}</p>}
      </div>
      {progress === null ? null : (
        <button type="button" className={c('button')} onClick={stop}>
          {ownPages.stop}
        </button>
      )}
    </details>
  )
}
