// Tracks by items with who plays what: by keys and by touch a cell is given to somebody, kept from somebody, or left to the solver.

import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react'
import type { CastingSection } from '../../core/night/plan-section.ts'
import type { OrderSection } from '../../core/night/sections.ts'
import type { SettledCells, Settling } from '../../core/night/settling.ts'
import type { WireCommand } from '../../wire/messages.ts'
import type { DraftSection } from '../../wire/proposed.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { Carried } from './carried.tsx'
import {
  filled,
  type GridCell,
  type GridRow,
  gridRows,
  isOther,
  released,
  settledByKey,
  withLock,
} from './cells.ts'
import { partIds } from './jumps.tsx'
import { Opened } from './opened.tsx'
import styles from './plan.module.css'
import { type Place, useDrag } from './use-drag.ts'

const c = classes(styles)

type Parts = {
  readonly casting: CastingSection
  readonly draft: DraftSection | undefined
  readonly order: OrderSection
  /** Items before this one are past. */
  readonly reached: number
  /** Whoever is not there for all of their track tonight, and how that is said. */
  readonly away: ReadonlyMap<string, string>
  readonly say: (command: WireCommand) => void
}

export function Grid({ casting, draft, order, reached, away, say }: Parts) {
  const { plan } = useWords()
  const [whole, show] = useState(false)
  const [open, choose] = useState<Place | null>(null)
  const [at, go] = useState<Place | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const all = gridRows(casting, draft, order.items)
  const rows = whole ? all : all.filter(isOther)
  const played = order.items.filter(({ kind }) => kind !== 'interval')
  const items = whole ? played : filled(played, rows)
  const settled = { locks: draft?.locks ?? [], bans: draft?.bans ?? [] }
  const send = (change: Settling) => say(asSent(change))
  const itemOf = (index: number) => order.items.find((one) => one.index === index) ?? null
  const { dragged, pick } = useDrag((place, person) => {
    const of = itemOf(place.item)
    if (!of || cellAt(all, place)?.person === person) return
    send(withLock(settled, { track: place.track, item: of.id, person }))
  })
  const many = settled.locks.length + settled.bans.length
  const opened = open && all.find(({ track }) => track === open.track)
  return (
    <section id={partIds.grid} className={c('part')} aria-label={plan.grid.title}>
      <Above {...{ whole, many }} show={() => show(!whole)} release={() => send(released(settled))} />
      {rows.length === 0 ? (
        <p className={c('quiet')}>{plan.grid.nothing}</p>
      ) : (
        <Table
          {...{ rows, items, reached, away, table, pick, over: dragged?.over ?? null }}
          stop={stopIn(rows, at)}
          settle={(key, place) => {
            const cell = cellAt(all, place)
            const of = itemOf(place.item)
            if (!cell || !of || place.item < reached) return
            const change = settledByKey(settled, key, { ...place, item: of.id, person: cell.person })
            if (change) send(change)
          }}
          choose={(place) => {
            go(place)
            choose(place)
          }}
        />
      )}
      {dragged ? <Carried {...{ dragged, casting }} title={itemOf(dragged.item)?.title ?? ''} /> : null}
      {open && opened ? (
        <Opened
          {...{ open, settled, send }}
          row={opened}
          item={itemOf(open.item)}
          people={casting.people}
          cuts={draft?.proposal?.cuts ?? []}
          done={() => {
            choose(null)
            focusOn(table.current, open)
          }}
        />
      ) : null}
      <How />
    </section>
  )
}

const plain = ({ locks, bans }: SettledCells) => ({
  locks: locks.map(({ track, item, person }) => ({ track, item, person })),
  bans: bans.map(({ track, item, person }) => ({ track, item, person })),
})
const asSent = ({ settle, free, leave }: Settling): Extract<WireCommand, { name: 'plan.draft' }> => ({
  ...{ name: 'plan.draft', settle: plain(settle), free: plain(free), leave },
})

const cellAt = (rows: readonly GridRow[], { track, item }: Place): GridCell | undefined =>
  rows.find((one) => one.track === track)?.cells.find((one) => one.item === item)

/** Where Tab comes in: the cell that was open last, else the first; nowhere is there a grid without one. */
function stopIn(rows: readonly GridRow[], at: Place | null): Place {
  if (at && cellAt(rows, at)) return at
  const row = rows.find(({ cells }) => cells.length > 0)
  return { track: row?.track ?? '', item: row?.cells[0]?.item ?? 0 }
}

function How() {
  const { grid } = useWords().plan
  return (
    <details>
      <summary className={c('summary')}>{grid.how}</summary>
      <p className={c('quiet')}>{grid.hint}</p>
    </details>
  )
}

type AboveParts = {
  readonly whole: boolean
  readonly many: number
  readonly show: () => void
  readonly release: () => void
}

function Above({ whole, many, show, release }: AboveParts) {
  const { plan } = useWords()
  return (
    <div className={c('choices')}>
      <h2 className={c('heading')}>{plan.grid.title}</h2>
      <Button aria-pressed={whole} onClick={show}>
        {whole ? plan.grid.onlyChanged : plan.grid.all}
      </Button>
      {many > 0 ? (
        <>
          <span className={c('quiet')}>{plan.grid.settled({ many })}</span>
          <Button onClick={release}>{plan.grid.release}</Button>
        </>
      ) : null}
    </div>
  )
}

type TableParts = Pick<RowParts, 'items' | 'reached' | 'away' | 'stop' | 'pick' | 'over'> & {
  readonly rows: readonly GridRow[]
  readonly table: RefObject<HTMLTableElement | null>
  readonly choose: (place: Place) => void
  /** By a key on a cell: whoever is in it stays, does not, or is the solver's to choose. */
  readonly settle: (key: string, place: Place) => void
}

function Table({ rows, items, table, choose, settle, ...parts }: TableParts) {
  const { reached } = parts
  const { plan } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a touch.
    <section className={c('scroll')} tabIndex={0} aria-label={plan.grid.label}>
      <table
        ref={table}
        className={c('grid')}
        onKeyDown={(event) => {
          move(event, table.current)
          const place = placeOf(event)
          if (place) settle(event.key, place)
        }}
      >
        <thead>
          <tr>
            <th scope="col">{plan.grid.title}</th>
            {items.map(({ index, code, title }) => (
              <th key={index} scope="col" className={c(index < reached && 'past')}>
                <abbr title={title}>{code === '' ? title : code}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.track}
              {...{ row, items, ...parts }}
              choose={(item) => choose({ track: row.track, item })}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type RowParts = {
  readonly row: GridRow
  readonly items: OrderSection['items']
  readonly reached: number
  readonly away: ReadonlyMap<string, string>
  readonly stop: Place
  readonly choose: (item: number) => void
  readonly pick: (event: PointerEvent, place: Place) => void
  /** On whose row something is held. */
  readonly over: string | null
}

function Row({ row, items, reached, away, stop, choose, pick, over }: RowParts) {
  const { plan } = useWords()
  const how = away.get(row.owner)
  const cells = new Map(row.cells.map((cell) => [cell.item, cell]))
  return (
    <tr data-drop={row.owner} className={c(over === row.owner && 'over')}>
      <th scope="row" title={row.title}>
        {row.code}
        <p className={c('owner', how !== undefined && 'leave')}>
          {how === undefined ? row.ownerName : plan.grid.ownerIs({ name: row.ownerName, how })}
        </p>
      </th>
      {items.map((item) => {
        const cell = cells.get(item.index)
        return (
          <td key={item.index}>
            {cell ? (
              <Cell
                {...{ row, cell }}
                title={item.code === '' ? item.title : `${item.code} ${item.title}`}
                past={item.index < reached}
                first={stop.track === row.track && stop.item === item.index}
                choose={() => choose(item.index)}
                pick={(event) => pick(event, { track: row.track, item: item.index })}
              />
            ) : null}
          </td>
        )
      })}
    </tr>
  )
}

type CellParts = {
  readonly row: GridRow
  readonly cell: GridCell
  readonly title: string
  readonly past: boolean
  readonly first: boolean
  readonly choose: () => void
  readonly pick: (event: PointerEvent) => void
}

function Cell({ row, cell, title, past, first, choose, pick }: CellParts) {
  const { plan } = useWords()
  const { name, changed, proposed, settled } = cell
  const said = [
    plan.grid.cell({ code: row.code, item: title, name: name ?? plan.grid.cut }),
    ...(proposed ? [plan.grid.isProposed] : changed ? [plan.grid.isOther] : []),
    ...(settled ? [plan.grid.isLocked] : []),
  ].join(', ')
  return (
    <button
      type="button"
      data-cell={`${row.track} ${cell.item}`}
      tabIndex={first ? 0 : -1}
      aria-label={said}
      aria-disabled={past}
      className={c(
        'cell',
        changed && 'changed',
        proposed && 'proposed',
        name === null && 'cut',
        past && 'past',
      )}
      onPointerDown={past ? undefined : pick}
      onClick={past ? undefined : choose}
    >
      {settled ? '■ ' : ''}
      {proposed ? '› ' : ''}
      {name ?? plan.grid.cut}
    </button>
  )
}

function focusOn(table: HTMLTableElement | null, { track, item }: Place): void {
  table?.querySelector<HTMLButtonElement>(`[data-cell="${CSS.escape(`${track} ${item}`)}"]`)?.focus()
}

/** The cell that has the keyboard; null with a key that means something to the browser. */
function placeOf({ ctrlKey, altKey, metaKey, repeat, target }: KeyboardEvent): Place | null {
  const cell = target instanceof HTMLElement ? target.dataset['cell'] : undefined
  const [track, item] = cell?.split(' ') ?? []
  if (ctrlKey || altKey || metaKey || repeat || track === undefined || item === undefined) return null
  return { track, item: Number(item) }
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
}

/** From cell to cell, over what is empty. */
function move(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const step = steps[event.key]
  const here = document.activeElement?.closest('td')
  if (!step || !table || !here) return
  event.preventDefault()
  const lines = [...table.tBodies].flatMap((body) => [...body.rows])
  let [row, column] = [lines.findIndex((line) => line.contains(here)), here.cellIndex]
  for (;;) {
    row += step[0]
    column += step[1]
    const cell = lines[row]?.cells[column]
    if (!cell) return
    const button = cell.querySelector('button')
    if (!button) continue
    button.focus()
    return
  }
}
