// Said above the book while the house is not reached: from when what is shown is, and how much of it is on this device.

import { useEffect, useState } from 'react'
import { instant } from '../../core/kit/time.ts'
import type { BookPage } from '../../wire/book.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import styles from './book.module.css'
import { indexKept } from './kept-book.ts'

const c = classes(styles)

/** `at`: when it was read, where it comes from this device. */
export function Away({ page, at }: { readonly page: BookPage; readonly at: number | null }) {
  const { ownPages } = useWords()
  const here = usePagesHere(page)
  const many =
    here !== null && page.pages.length > 0 ? ownPages.onDevice({ many: here, all: page.pages.length }) : ''
  const since =
    at === null
      ? ownPages.apart
      : ownPages.apartSince({
          clock: formatClock(instant(at), Intl.DateTimeFormat().resolvedOptions().timeZone, false),
        })
  return (
    <p className={c('away')} role="status">
      {`⚠ ${since} ${many}`.trim()}
    </p>
  )
}

/** Null until it was looked at. */
function usePagesHere({ pages }: BookPage): number | null {
  const [here, count] = useState<number | null>(null)
  useEffect(() => {
    let left = false
    void indexKept().then((index) => {
      const images = new Set(index.map(({ image }) => image))
      if (!left) count(pages.filter(({ image }) => images.has(image)).length)
    })
    return () => {
      left = true
    }
  }, [pages])
  return here
}
