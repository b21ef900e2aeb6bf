// What was read of a pasted table: which line has the headings, the rows that are wrong as fields, the others as they will be kept.

import { useState } from 'react'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { GridCell } from './grid-cell.tsx'
import { Press } from './parts.tsx'
import styles from './show.module.css'
import type { Paste, PastedRow, PasteRead } from './use-paste.ts'

const c = classes(styles)

/** As many are put right at once; the next come as these are right. */
const WRONG_SHOWN_MAX = 50
/** As many of the others are looked through. */
const READ_SHOWN_MAX = 100

type Facts = { readonly paste: Paste<unknown>; readonly read: PasteRead<unknown> }
type Named = { readonly columns: Readonly<Record<string, string>> }

/** Pointed at where it was read from the wrong place. */
export function Top({ paste, read }: Facts) {
  const { plot } = words().office
  const [open, setOpen] = useState(false)
  return (
    <details open={open || read.head === null} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={c('button')}>
        {read.head === null ? plot.noHead : plot.head({ line: read.head })}
      </summary>
      <p className={c('hint')}>{plot.headHint}</p>
      <section className={c('scroll')} aria-label={plot.headHint}>
        <table className={c('table')}>
          <tbody>
            {read.top.map(({ line, cells }) => (
              <tr key={line}>
                <td className={c('num')}>{line}</td>
                <td>{cells.filter((cell) => cell !== '').join(' · ')}</td>
                <td className={c('end')}>
                  <Press aria-pressed={read.head === line} onClick={() => paste.point(line)}>
                    {plot.isHead({ line })}
                  </Press>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Press aria-pressed={read.head === null} onClick={() => paste.point(0)}>
        {plot.noneIsHead}
      </Press>
    </details>
  )
}

/** “A” to “Z”, then “AA”: as spreadsheets name their columns. */
const columnLetter = (index: number): string =>
  (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

export function WrongRows({ paste, read, columns }: Facts & Named) {
  const { plot } = words().office
  const wrong = read.rows.filter((row) => row.wrong !== null)
  const shown = wrong.slice(0, WRONG_SHOWN_MAX)
  return (
    <>
      {paste.left.length > 0 ? (
        <div className={c('acts')}>
          <p className={c('hint')}>
            {plot.leftOut({ many: paste.left.length, lines: paste.left.join(', ') })}
          </p>
          <Press onClick={paste.takeIn}>{plot.takeIn}</Press>
        </div>
      ) : null}
      {wrong.length === 0 ? null : (
        <section className={c('scroll')} aria-label={plot.wrongRows}>
          <table className={c('table', 'stacks', 'grid')}>
            <thead>
              <tr>
                <th scope="col">{plot.row}</th>
                {read.columns.map((column, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                  <th key={index} scope="col">
                    {columnLetter(index)} {columns[column] ?? column}
                  </th>
                ))}
                <th scope="col" aria-label={plot.leave} />
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <WrongRow key={row.line} {...{ row, paste, read, columns }} />
              ))}
            </tbody>
          </table>
          {wrong.length > shown.length ? (
            <p className={c('hint')}>{plot.more({ many: wrong.length - shown.length })}</p>
          ) : null}
          <Press onClick={() => paste.leaveOut(wrong.map(({ line }) => line))}>
            {plot.leaveAll({ many: wrong.length })}
          </Press>
        </section>
      )}
    </>
  )
}

function WrongRow({ row, paste, read, columns }: Facts & Named & { readonly row: PastedRow<unknown> }) {
  const { plot } = words().office
  const [cells, write] = useState(row.cells)
  const at = read.columns.indexOf(row.wrong?.column ?? '')
  const keep = () => {
    if (cells.join('\t') !== row.cells.join('\t')) paste.putRight(row.line, cells)
  }
  const why = `wrong-${row.line}`
  return (
    <>
      <tr
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) keep()
        }}
      >
        <td className={c('num')}>{row.line}</td>
        {read.columns.map((column, index) => (
          <GridCell
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            key={index}
            index={index}
            name={columns[column] ?? column}
            label={plot.cell({ row: row.line, column: columns[column] ?? column })}
            value={cells[index] ?? ''}
            wrong={index === at || (at === -1 && index === 0) ? why : null}
            write={(text) =>
              write(read.columns.map((_column, place) => (place === index ? text : (cells[place] ?? ''))))
            }
            keep={keep}
          />
        ))}
        <td className={c('end')}>
          <Press aria-label={plot.leaveRow({ line: row.line })} onClick={() => paste.leaveOut([row.line])}>
            {plot.leave}
          </Press>
        </td>
      </tr>
      <tr>
        <td colSpan={read.columns.length + 2}>
          <p id={why} className={c('refused')}>
            {at === -1
              ? plot.wrongRow({ line: row.line, why: row.wrong?.sentence ?? '' })
              : plot.wrongCell({
                  line: row.line,
                  letter: columnLetter(at),
                  why: row.wrong?.sentence ?? '',
                })}
          </p>
        </td>
      </tr>
    </>
  )
}

/** Over their columns, which a person may say otherwise. */
export function ReadRows({ paste, read, columns }: Facts & Named) {
  const { plot, order } = words().office
  const right = read.rows.filter((row) => row.wrong === null)
  const shown = right.slice(0, READ_SHOWN_MAX)
  return (
    <section className={c('scroll')} aria-label={plot.right({ many: right.length })}>
      <p>{plot.right({ many: right.length })}</p>
      <table className={c('table')}>
        <thead>
          <tr>
            {read.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
              <th key={index} scope="col">
                <select
                  className={c('field')}
                  aria-label={order.column({ index })}
                  value={column}
                  onChange={(event) =>
                    paste.choose(read.columns.map((one, at) => (at === index ? event.target.value : one)))
                  }
                >
                  {Object.entries(columns).map(([name, says]) => (
                    <option key={name} value={name}>
                      {says}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.line}>
              {read.columns.map((_column, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                <td key={index}>{row.cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {right.length > shown.length ? (
        <p className={c('hint')}>{plot.more({ many: right.length - shown.length })}</p>
      ) : null}
    </section>
  )
}
