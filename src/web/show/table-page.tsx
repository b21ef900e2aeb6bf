// A table of the show as one types into a spreadsheet: each row kept when one leaves it, a fresh one at its end, many at once by pasting.

import { useEffect, useRef, useState } from 'react'
import type { Cells, TableName } from '../../core/editing/edit.ts'
import type { TableLine } from '../../core/editing/tables/table.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { GridCell } from './grid-cell.tsx'
import { saveFile } from './office.ts'
import { Press, Refusal, Remove } from './parts.tsx'
import { PastePlot } from './paste-plot.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'

const c = classes(styles)

/** As many rows are drawn at once. */
const GRID_ROWS_MAX = 100

type PageFacts = Editing & { readonly name: TableName }

export function TablePage({ show, edit, name }: PageFacts) {
  const { tables } = words().office
  const says = tables[name]
  const lines = show.tables[name]
  const [from, setFrom] = useState(0)
  const [said, say] = useState<string | null>(null)
  const shown = lines.slice(from, from + GRID_ROWS_MAX)
  const columns = Object.entries(says.columns)
  return (
    <section className={c('section')} aria-label={says.title}>
      <p className={c(lines.length === 0 ? 'lack' : 'hint')}>{says.lead}</p>
      <PastePlot<{ readonly row: Cells }>
        name={{ path: 'table', also: { table: name } }}
        columns={{ ...says.columns, nothing: tables.nothing }}
        says={{ ...tables, ...says }}
        open={false}
        take={(rows) => edit({ name: 'table.put', table: name, row: null, rows: rows.map(({ row }) => row) })}
      />
      <Refusal sentence={said} />
      <section className={c('scroll')} aria-label={tables.count({ many: lines.length })}>
        <table className={c('table', 'stacks', 'grid')}>
          <thead>
            <tr>
              {columns.map(([column, heading]) => (
                <th key={column} scope="col">
                  {heading}
                </th>
              ))}
              <th scope="col" aria-label={words().office.remove} />
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Row key={line.id} {...{ edit, name, line, say }} />
            ))}
            <Row key="fresh" {...{ edit, name, say }} line={null} />
          </tbody>
        </table>
      </section>
      <p className={c('hint', 'small')}>{tables.keys}</p>
      <Acts {...{ name, from, say }} many={lines.length} go={setFrom} />
    </section>
  )
}

type ActsFacts = {
  readonly name: TableName
  readonly many: number
  readonly from: number
  readonly go: (from: number) => void
  readonly say: (sentence: string | null) => void
}

/** To the other rows, and the whole table as a file. */
function Acts({ name, many, from, go, say }: ActsFacts) {
  const { tables } = words().office
  return (
    <div className={c('acts')}>
      {many > GRID_ROWS_MAX ? (
        <>
          <Press disabled={from === 0} onClick={() => go(Math.max(0, from - GRID_ROWS_MAX))}>
            {tables.before}
          </Press>
          <Press disabled={from + GRID_ROWS_MAX >= many} onClick={() => go(from + GRID_ROWS_MAX)}>
            {tables.next}
          </Press>
        </>
      ) : null}
      {(['csv', 'xlsx'] as const).map((as) => (
        <Press
          key={as}
          disabled={many === 0}
          onClick={() => void saveFile(`table-file?table=${name}&as=${as}&only=1`).then(say)}
        >
          {tables[as]}
        </Press>
      ))}
    </div>
  )
}

type RowFacts = Omit<PageFacts, 'show'> & {
  /** Null: a new one. */
  readonly line: TableLine | null
  readonly say: (sentence: string | null) => void
}

function useRow({ edit, name, line }: RowFacts) {
  const was = line?.cells ?? {}
  const [cells, write] = useState<Cells>(was)
  const [why, refuse] = useState<string | null>(null)
  const busy = useRef(false)
  const stood = useRef(was)
  const isSame = (one: Cells, other: Cells) =>
    [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
      (key) => (one[key] ?? '').trim() === (other[key] ?? '').trim(),
    )
  useEffect(() => {
    // Somebody else changed it, or it stands now as it was understood.
    const before = stood.current
    if (isSame(before, was)) return
    stood.current = was
    write((now) => ({ ...was, ...(isSame(now, before) ? {} : typedSince(before, now, was)) }))
  })
  const keep = async (): Promise<boolean> => {
    if (busy.current || isSame(cells, was)) return false
    busy.current = true
    const refused = await edit({ name: 'table.put', table: name, row: line?.id ?? null, rows: [cells] })
    busy.current = false
    refuse(refused)
    if (refused === null && line === null) write({})
    else if (refused === null) stood.current = cells
    return refused === null
  }
  return { cells, why, keep, write: (column: string, text: string) => write({ ...cells, [column]: text }) }
}

/** What is being typed stays; a cell that reads as it did before is as it is now. */
const typedSince = (before: Cells, now: Cells, is: Cells): Cells =>
  Object.fromEntries(
    Object.entries(now).map(([key, text]) => [key, text === (before[key] ?? '') ? (is[key] ?? '') : text]),
  )

function Row(facts: RowFacts) {
  const { edit, name, line, say } = facts
  const { tables } = words().office
  const says = tables[name]
  const columns = Object.entries(says.columns)
  const row = useRow(facts)
  const own = useRef<HTMLTableRowElement>(null)
  const called =
    line === null ? tables.fresh : columns.map(([column]) => line.cells[column]).find((text) => text)
  const keep = async () => {
    const isKept = await row.keep()
    if (isKept && line === null) own.current?.querySelector('input')?.focus()
  }
  const why = `why-${line?.id ?? 'fresh'}`
  const wrongAt = row.why === null ? null : columnNamed(columns, row.why)
  return (
    <>
      <tr
        ref={own}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) void row.keep()
        }}
      >
        {columns.map(([column, heading], index) => (
          <GridCell
            key={column}
            index={index}
            name={heading}
            label={tables.cell({ column: heading, row: called ?? '' })}
            value={row.cells[column] ?? ''}
            wrong={wrongAt === column ? why : null}
            write={(text) => row.write(column, text)}
            keep={() => void keep()}
          />
        ))}
        <td className={c('end')}>
          {line === null ? null : (
            <Remove
              what={called ?? ''}
              act={() => void edit({ name: 'table.remove', table: name, row: line.id }).then(say)}
            />
          )}
        </td>
      </tr>
      {row.why === null ? null : (
        <tr>
          <td colSpan={columns.length + 1}>
            <p id={why} className={c('refused')} role="status">
              {row.why}
            </p>
          </td>
        </tr>
      )}
    </>
  )
}

/** A sentence begins with the name of its field; else it is about the row. */
function columnNamed(columns: readonly (readonly [string, string])[], why: string): string {
  const field = why.slice(0, Math.max(0, why.indexOf(':'))).toLowerCase()
  const found = columns.find(([, heading]) => heading.toLowerCase() === field)
  return found?.[0] ?? columns[0]?.[0] ?? ''
}
