// The running order: pasted in any columns, shown as it was understood, taken when it is right; rows added by hand.

import { useState } from 'react'
import type { OrderRow } from '../../core/editing/edit.ts'
import { formatLength, seconds } from '../../core/kit/time.ts'
import type { Finding, ShowBook } from '../../wire/office.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Columns } from './columns.tsx'
import { inWords } from './names.tsx'
import { askOffice } from './office.ts'
import { Field, Press, Refusal, Remove } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'

const c = classes(styles)

type Column = keyof ReturnType<typeof words>['office']['order']['columns']
type ReadRow = OrderRow & { readonly line: number; readonly note: string | null }
type Reading =
  | {
      readonly ok: true
      readonly columns: readonly Column[]
      readonly sample: readonly (readonly string[])[]
      readonly rows: readonly ReadRow[]
      readonly left: readonly Finding[]
    }
  | { readonly ok: false; readonly errors: readonly Finding[] }

const rowOf = ({
  code,
  title,
  act,
  seconds: length,
  kind,
}: ShowBook['items'][number] | ReadRow): OrderRow => ({
  ...{ code, title, act, seconds: length, kind },
})

export function Order({ show, edit }: Editing) {
  const [refused, refuse] = useState<string | null>(null)
  const without = (id: string) =>
    void edit({ name: 'order.set', rows: show.items.filter((item) => item.id !== id).map(rowOf) }).then(
      refuse,
    )
  return (
    <section className={c('section')} aria-label={words().office.order.title}>
      {show.items.length === 0 ? <p className={c('lack')}>{words().office.order.lack}</p> : null}
      <PasteOrder show={show} edit={edit} />
      <Refusal sentence={refused} />
      {show.items.length > 0 ? (
        <section className={c('scroll')} aria-label={words().office.order.count({ many: show.items.length })}>
          <table className={c('table', 'stacks')}>
            <OrderHead />
            <tbody>
              {show.items.map((item) => (
                <OrderLine key={item.id} row={item}>
                  <Remove what={`${item.code} ${item.title}`} act={() => without(item.id)} />
                </OrderLine>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <AddRow show={show} edit={edit} />
    </section>
  )
}

function OrderHead() {
  return (
    <thead>
      <tr>
        <th scope="col">{words().office.order.act}</th>
        <th scope="col">{words().office.order.code}</th>
        <th scope="col">{words().office.order.itemTitle}</th>
        <th scope="col">{words().office.order.kind}</th>
        <th scope="col">{words().office.order.length}</th>
        <th scope="col" aria-label={words().office.change} />
      </tr>
    </thead>
  )
}

function OrderLine({
  row,
  note = null,
  children,
}: {
  readonly row: OrderRow
  readonly note?: string | null
  readonly children?: React.ReactNode
}) {
  return (
    <tr>
      <td className={c('num')}>{row.act}</td>
      <td className={c('num')}>{row.code}</td>
      <td>{row.title}</td>
      <td>{words().office.itemKinds[row.kind]}</td>
      <td className={c('num')}>{row.seconds === null ? '' : formatLength(seconds(row.seconds))}</td>
      <td className={c('end')}>
        {note === null ? null : <span className={c('hint')}>{note}</span>}
        {children}
      </td>
    </tr>
  )
}

function PasteOrder({ show, edit }: Editing) {
  const [text, setText] = useState('')
  const [read, setRead] = useState<Extract<Reading, { ok: true }> | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  const ask = async (columns: readonly Column[] | null) => {
    const told = await askOffice<Reading>('order', { text, columns })
    if (!told.ok) return refuse(told.sentence)
    if (!told.value.ok) return refuse(told.value.errors.map(inWords).join(' '))
    setRead(told.value)
    refuse(told.value.rows.length === 0 ? words().office.order.none : null)
  }
  const take = async () => {
    if (read === null || read.rows.length === 0) return ask(null)
    const why = await edit({ name: 'order.set', rows: read.rows.map(rowOf) })
    refuse(why)
    if (why !== null) return
    setText('')
    setRead(null)
  }
  const ready = read !== null && read.rows.length > 0
  return (
    <details open={show.items.length === 0 || text !== ''}>
      <summary className={c('button')}>{words().office.order.paste}</summary>
      <form
        className={c('form')}
        onSubmit={(event) => {
          event.preventDefault()
          void take()
        }}
      >
        <p className={c('hint')}>{words().office.order.pasteHint}</p>
        <label className={c('label')}>
          {words().office.order.paste}
          <textarea
            className={c('field')}
            value={text}
            spellCheck={false}
            onChange={(event) => {
              setText(event.target.value)
              setRead(null)
            }}
          />
        </label>
        <Refusal sentence={refused} />
        {ready ? <Understood read={read} choose={(columns) => void ask(columns)} /> : null}
        {ready && show.items.length > 0 ? <p className={c('hint')}>{words().office.order.replaces}</p> : null}
        <div className={c('acts')}>
          <Press main type="submit" disabled={text.trim() === ''}>
            {ready ? words().office.order.replace({ many: read.rows.length }) : words().office.order.read}
          </Press>
        </div>
      </form>
    </details>
  )
}

function Understood({
  read,
  choose,
}: {
  readonly read: Extract<Reading, { ok: true }>
  readonly choose: (columns: readonly Column[]) => void
}) {
  const { rows, left } = read
  return (
    <>
      <Columns
        read={read}
        names={words().office.order.columns}
        label={words().office.order.read}
        choose={choose}
      />
      <section className={c('scroll')} aria-label={words().office.order.count({ many: rows.length })}>
        <table className={c('table', 'stacks')}>
          <OrderHead />
          <tbody>
            {rows.map((row) => (
              <OrderLine key={row.line} row={row} note={row.note} />
            ))}
          </tbody>
        </table>
      </section>
      {left.length > 0 ? <p className={c('refused')}>{left.map(inWords).join(' ')}</p> : null}
    </>
  )
}

/** Read by the same reader as a pasted row, so that a length is written the same way. */
function AddRow(editing: Editing) {
  const { row, set, add, refused, nextAct } = useAddedRow(editing)
  const write = (to: Partial<typeof row>) => set({ ...row, ...to })
  return (
    <form
      className={c('form')}
      aria-label={words().office.order.add}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <h2 className={c('heading')}>{words().office.order.add}</h2>
      <p className={c('hint')}>{words().office.order.addHint}</p>
      <div className={c('fields')}>
        <Field
          label={words().office.order.act}
          placeholder={String(nextAct)}
          value={row.act}
          onChange={(event) => write({ act: event.target.value })}
        />
        <Field
          label={words().office.order.code}
          value={row.code}
          onChange={(event) => write({ code: event.target.value })}
        />
        <Field
          wide
          label={words().office.order.itemTitle}
          value={row.title}
          onChange={(event) => write({ title: event.target.value })}
        />
        <Field
          label={words().office.order.length}
          placeholder={words().office.order.lengthHint}
          value={row.length}
          onChange={(event) => write({ length: event.target.value })}
        />
      </div>
      <Refusal sentence={refused} />
      <div className={c('acts')}>
        <Press type="submit">{words().office.order.add}</Press>
      </div>
    </form>
  )
}

function useAddedRow({ show, edit }: Editing) {
  const last = show.items.at(-1)
  const nextAct = last ? last.act + (last.kind === 'interval' ? 1 : 0) : 1
  const empty = { act: '', code: '', title: '', length: '' }
  const [row, set] = useState(empty)
  const [refused, refuse] = useState<string | null>(null)
  const add = async () => {
    const act = row.act.trim() || String(nextAct)
    const text = [act, row.code, row.title, row.length].map((cell) => cell.replaceAll('\t', ' ')).join('\t')
    const told = await askOffice<Reading>('order', { text, columns: ['act', 'code', 'title', 'length'] })
    if (!told.ok) return refuse(told.sentence)
    if (!told.value.ok) return refuse(told.value.errors.map(inWords).join(' '))
    const [first] = told.value.rows
    const [left] = told.value.left
    if (!first || left) return refuse(left?.message ?? words().office.order.none)
    const why = await edit({ name: 'order.set', rows: [...show.items.map(rowOf), rowOf(first)] })
    refuse(why)
    if (why === null) set(empty)
  }
  return { row, set, add: () => void add(), refused, nextAct }
}
