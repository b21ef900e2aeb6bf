// A plot pasted from a spreadsheet: each row beside what is wrong with it, and taken only when it is right.

import { Fragment, type ReactNode, useState } from 'react'
import type { Finding } from '../../wire/office.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Columns } from './columns.tsx'
import { inWords } from './names.tsx'
import { askOffice } from './office.ts'
import { Press, Refusal } from './parts.tsx'
import styles from './show.module.css'

const c = classes(styles)

/** `note`: what is wrong with it in this show; null where nothing is. */
type Noted<Row> = Row & { readonly line: number; readonly note: string | null }

type Read<Column, Row> = {
  readonly ok: true
  readonly columns: readonly Column[]
  readonly sample: readonly (readonly string[])[]
  readonly rows: readonly Noted<Row>[]
}
type Reading<Column, Row> = Read<Column, Row> | { readonly ok: false; readonly errors: readonly Finding[] }

type Pasting<Column extends string, Row> = {
  readonly path: 'tracks' | 'entrances' | 'covers'
  readonly names: Readonly<Record<Column, string>>
  readonly says: {
    readonly paste: string
    readonly pasteHint: string
    readonly example: string
    readonly take: (of: { readonly many: number }) => string
  }
  readonly open: boolean
  readonly head: ReactNode
  readonly line: (row: Row) => ReactNode
  /** Null when they are kept, else why not. */
  readonly take: (rows: readonly Noted<Row>[]) => Promise<string | null>
}

function usePasted<Column extends string, Row>({ path, take }: Pasting<Column, Row>) {
  const { office } = words()
  const [text, setText] = useState('')
  const [read, setRead] = useState<Read<Column, Row> | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  const ask = async (columns: readonly Column[] | null) => {
    const told = await askOffice<Reading<Column, Row>>(path, { text, columns })
    if (!told.ok) return refuse(told.sentence)
    if (!told.value.ok) return refuse(told.value.errors.map(inWords).join(' '))
    setRead(told.value)
    const { rows } = told.value
    const wrong = rows.filter((row) => row.note !== null).length
    refuse(rows.length === 0 ? office.order.none : wrong === 0 ? null : office.plot.wrong({ many: wrong }))
  }
  const keep = async (rows: readonly Noted<Row>[]) => {
    const why = await take(rows)
    refuse(why)
    if (why !== null) return
    setText('')
    setRead(null)
  }
  const write = (to: string) => {
    setText(to)
    setRead(null)
  }
  const ready = read !== null && read.rows.length > 0 && read.rows.every((row) => row.note === null)
  return { text, write, read, refused, ready, ask, act: () => (ready ? keep(read.rows) : ask(null)) }
}

export function PastePlot<Column extends string, Row>(pasting: Pasting<Column, Row>) {
  const { names, says, open } = pasting
  const { text, write, read, refused, ready, ask, act } = usePasted(pasting)
  return (
    <details open={open || text !== ''}>
      <summary className={c('button')}>{says.paste}</summary>
      <form
        className={c('form')}
        onSubmit={(event) => {
          event.preventDefault()
          void act()
        }}
      >
        <p className={c('hint')}>{says.pasteHint}</p>
        <p className={c('example')}>{says.example}</p>
        <label className={c('label')}>
          {says.paste}
          <textarea
            className={c('field')}
            value={text}
            spellCheck={false}
            onChange={(event) => write(event.target.value)}
          />
        </label>
        <Refusal sentence={refused} />
        {read && read.rows.length > 0 ? (
          <>
            <Columns
              read={read}
              names={names}
              label={words().office.order.read}
              choose={(columns) => void ask(columns)}
            />
            <ReadRows rows={read.rows} {...pasting} />
          </>
        ) : null}
        <div className={c('acts')}>
          <Press main type="submit" disabled={text.trim() === ''}>
            {ready ? says.take({ many: read?.rows.length ?? 0 }) : words().office.order.read}
          </Press>
        </div>
      </form>
    </details>
  )
}

function ReadRows<Row>({
  rows,
  says,
  head,
  line,
}: Pick<Pasting<string, Row>, 'says' | 'head' | 'line'> & { readonly rows: readonly Noted<Row>[] }) {
  return (
    <section className={c('scroll')} aria-label={says.paste}>
      <table className={c('table', 'stacks')}>
        {head}
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.line}>
              {line(row)}
              {row.note === null ? null : (
                <tr>
                  <td colSpan={12}>
                    <p className={c('refused')}>{row.note}</p>
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}
