// The script as it scrolls: only the lines in view and near it are drawn, and the word one is on stays in view.

import { memo, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { BookLine } from '../../core/book/text.ts'
import { wordsOf } from '../../core/show/script.ts'
import type { BookPage } from '../../wire/book.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { BLOCK_LINES, blocksOf, guessedHeight, type Shown, shownBlocks, topOf } from './blocks.ts'
import styles from './book.module.css'
import { LineRow, type RowFacts } from './line-row.tsx'
import type { Beside } from './margins.ts'
import type { Cursor } from './place.ts'

const c = classes(styles)

export type ScriptFacts = {
  readonly lines: readonly BookLine[]
  readonly page: BookPage
  readonly cursor: Cursor
  readonly besides: ReadonlyMap<string, Beside>
  readonly selected: string | null
  readonly nameOf: RowFacts['nameOf']
  /** Under the line one is on. */
  readonly entry: ReactNode
  readonly go: (to: Cursor, cue: string | null) => void
  readonly scroller: RefObject<HTMLElement | null>
}

const nothing: Shown = { from: 0, to: 2, before: 0, behind: 0 }

export function Script(facts: ScriptFacts) {
  const { lines, cursor, scroller } = facts
  const { book } = useWords()
  const heights = useRef<number[]>([])
  const [shown, show] = useState<Shown>(nothing)
  const many = blocksOf(lines.length)
  for (let block = heights.current.length; block < many; block += 1)
    heights.current.push(guessedHeight(lines, block))
  heights.current.length = many
  const look = () => {
    const view = scroller.current
    if (!view) return
    const next = shownBlocks(heights.current, view.scrollTop, view.clientHeight)
    show((was) => (same(was, next) ? was : next))
  }
  const measure = (block: number, height: number) => {
    heights.current[block] = height
  }
  useLooking(scroller, look, many)
  useInView(facts, heights.current, look, shown)
  useTouch(scroller, facts.go)
  const drawn = Array.from(
    { length: Math.max(0, Math.min(shown.to, many) - shown.from) },
    (_, at) => shown.from + at,
  )
  return (
    <section
      ref={scroller}
      className={c('script')}
      aria-label={book.script}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls, and is gone through by keys, is reached by them.
      tabIndex={0}
      data-lines={lines.length}
    >
      <div style={{ height: shown.before }} />
      {drawn.map((block) => {
        const holds = Math.floor(cursor.index / BLOCK_LINES) === block
        return (
          <Block
            key={block}
            {...{ block, lines, measure }}
            page={facts.page}
            besides={facts.besides}
            nameOf={facts.nameOf}
            cursor={holds ? cursor : null}
            selected={holds ? facts.selected : null}
            entry={holds ? facts.entry : null}
          />
        )
      })}
      <div style={{ height: shown.behind }} />
    </section>
  )
}

const same = (one: Shown, other: Shown): boolean =>
  one.from === other.from && one.to === other.to && one.before === other.before && one.behind === other.behind

/** Looks again when it scrolls, when its size changes and when there are more lines. */
function useLooking(scroller: RefObject<HTMLElement | null>, look: () => void, many: number): void {
  const latest = useRef(look)
  latest.current = look
  useLayoutEffect(() => {
    if (many >= 0) latest.current()
  }, [many])
  useEffect(() => {
    const view = scroller.current
    if (!view) return
    let asked = 0
    const soon = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(() => latest.current())
    }
    view.addEventListener('scroll', soon, { passive: true })
    const sizes = new ResizeObserver(soon)
    sizes.observe(view)
    return () => {
      cancelAnimationFrame(asked)
      view.removeEventListener('scroll', soon)
      sizes.disconnect()
    }
  }, [scroller])
}

/** After each step, and only then: whoever scrolls away stays away until the next step. */
function useInView(
  { cursor, scroller, lines, entry }: ScriptFacts,
  heights: readonly number[],
  look: () => void,
  shown: Shown,
): void {
  const wanted = useRef<Cursor | null>(null)
  const went = useRef<Cursor | null>(null)
  if (went.current !== cursor) {
    went.current = cursor
    wanted.current = cursor
  }
  const isOpen = entry !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step, what is drawn then, and the field that opens under it.
  useLayoutEffect(() => {
    const view = scroller.current
    if (!view || lines.length === 0 || (wanted.current === null && !isOpen)) return
    const block = Math.floor(cursor.index / BLOCK_LINES)
    const word = view.querySelector('[data-here]')
    if (word === null) {
      if (wanted.current === null) return
      view.scrollTop = Math.max(0, topOf(heights, block) - view.clientHeight / 4)
      look()
      return
    }
    wanted.current = null
    word.scrollIntoView({ block: 'nearest' })
  }, [cursor, shown, lines.length, isOpen])
}

/** A touch on a word goes there, on a cue to it. */
function useTouch(scroller: RefObject<HTMLElement | null>, go: ScriptFacts['go']): void {
  const latest = useRef(go)
  latest.current = go
  useEffect(() => {
    const view = scroller.current
    if (!view) return
    const touch = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const row = target?.closest('[data-line]')?.querySelector('[data-words]')
      if (!(row instanceof HTMLElement)) return
      const index = Number(row.dataset['words'])
      const cue = target?.closest('[data-cue]')
      if (cue instanceof HTMLElement) return latest.current({ index, word: -1 }, cue.dataset['cue'] ?? null)
      const word = target?.closest('[data-word]')
      if (word instanceof HTMLElement)
        return latest.current({ index, word: Number(word.dataset['word']) }, null)
      const point = document.caretPositionFromPoint?.(event.clientX, event.clientY)
      const isText = point && row.contains(point.offsetNode) && point.offsetNode.nodeType === Node.TEXT_NODE
      const before = isText ? (point.offsetNode.textContent ?? '').slice(0, point.offset + 1) : ''
      latest.current({ index, word: Math.max(0, wordsOf(before).length - 1) }, null)
    }
    view.addEventListener('click', touch)
    return () => view.removeEventListener('click', touch)
  }, [scroller])
}

type BlockFacts = Pick<ScriptFacts, 'lines' | 'page' | 'besides' | 'selected' | 'nameOf' | 'entry'> & {
  readonly block: number
  readonly cursor: Cursor | null
  readonly measure: (block: number, height: number) => void
}

const Block = memo(
  function Block({ block, lines, page, besides, cursor, selected, nameOf, entry, measure }: BlockFacts) {
    const box = useRef<HTMLDivElement>(null)
    useLayoutEffect(() => {
      if (box.current) measure(block, box.current.offsetHeight)
    })
    const from = block * BLOCK_LINES
    return (
      <div ref={box}>
        {lines.slice(from, from + BLOCK_LINES).map((line, at) => {
          const index = from + at
          const before = lines[index - 1]
          const isHere = cursor?.index === index
          return (
            <LineRow
              key={line.id}
              line={line}
              number={index}
              heading={before?.item === line.item ? null : headingOf(page, line.item)}
              speaker={speakerOf(page, line, before)}
              word={isHere ? cursor.word : null}
              beside={besides.get(line.id)}
              selected={selected}
              nameOf={nameOf}
              entry={isHere ? entry : null}
            />
          )
        })}
      </div>
    )
  },
  // `measure` is made anew at each drawing and does the same.
  (was, is) =>
    was.block === is.block &&
    was.lines === is.lines &&
    was.besides === is.besides &&
    was.cursor === is.cursor &&
    was.selected === is.selected &&
    was.entry === is.entry &&
    was.page.items === is.page.items,
)

function headingOf({ items }: BookPage, id: string): string {
  const item = items.find((one) => one.id === id)
  return item ? [item.code, item.title].filter((word) => word !== '').join(' ') : ''
}

function speakerOf({ roles }: BookPage, line: BookLine, before: BookLine | undefined): string | null {
  if (line.role === null || (before?.role === line.role && before.item === line.item)) return null
  return roles.find(({ id }) => id === line.role)?.name ?? null
}
