// What was pasted, as the house reads it in this show: headings and columns pointed at, rows put right or left out, and only then taken.

import { useState } from 'react'
import type { Finding, PasteName } from '../../wire/office.ts'
import { words } from '../speech/speech.ts'
import { inWords } from './names.tsx'
import { askOffice } from './office.ts'

type Wrong = { readonly sentence: string; readonly column?: string }
export type PastedRow<Row> = Row & {
  readonly line: number
  readonly cells: readonly string[]
  /** Why it cannot be kept in this show; null where it can. */
  readonly wrong: Wrong | null
}

export type PasteRead<Row> = {
  readonly ok: true
  readonly columns: readonly string[]
  readonly head: number | null
  readonly top: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly rows: readonly PastedRow<Row>[]
}
type Reading<Row> = PasteRead<Row> | { readonly ok: false; readonly errors: readonly Finding[] }

/** What somebody said of it; kept on the screen until the rows are taken. */
type SaidOf = {
  readonly columns: readonly string[] | null
  readonly head: number | null
  readonly put: ReadonlyMap<number, readonly string[]>
  readonly left: readonly number[]
}
const nothingSaid: SaidOf = { columns: null, head: null, put: new Map(), left: [] }

export type Paste<Row> = ReturnType<typeof usePaste<Row>>

/** `take`: null when they are kept, else why not. */
export function usePaste<Row>(
  name: PasteName,
  take: (rows: readonly PastedRow<Row>[]) => Promise<string | null>,
) {
  const { office } = words()
  const [text, setText] = useState('')
  const [said, setSaid] = useState(nothingSaid)
  const [read, setRead] = useState<PasteRead<Row> | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  const [kept, keep] = useState<number | null>(null)
  const ask = async (next: SaidOf) => {
    setSaid(next)
    keep(null)
    const put = [...next.put].map(([line, cells]) => ({ line, cells }))
    const { columns, head, left } = next
    const told = await askOffice<Reading<Row>>(name.path, { ...name.also, text, columns, head, put, left })
    if (!told.ok) return refuse(told.sentence)
    if (!told.value.ok) return refuse(told.value.errors.map(inWords).join(' '))
    setRead(told.value)
    const wrong = told.value.rows.filter((row) => row.wrong !== null).length
    const none = told.value.rows.length === 0
    refuse(none ? office.order.none : wrong === 0 ? null : office.plot.wrong({ many: wrong }))
  }
  const write = (to: string) => {
    setText(to)
    setSaid(nothingSaid)
    setRead(null)
    refuse(null)
  }
  const submit = async () => {
    if (!ready || read === null) return ask(said)
    const why = await take(read.rows)
    if (why !== null) return refuse(why)
    const many = read.rows.length
    write('')
    keep(many)
  }
  const ready = read !== null && read.rows.length > 0 && read.rows.every((row) => row.wrong === null)
  return {
    ...{ text, read, refused, ready, kept, left: said.left, write, submit },
    choose: (columns: readonly string[]) => void ask({ ...said, columns }),
    // Other headings, other columns.
    point: (head: number) => void ask({ ...nothingSaid, head }),
    putRight: (line: number, cells: readonly string[]) =>
      void ask({ ...said, put: new Map(said.put).set(line, cells) }),
    leaveOut: (lines: readonly number[]) => void ask({ ...said, left: [...said.left, ...lines] }),
    takeIn: () => void ask({ ...said, left: [] }),
  }
}
