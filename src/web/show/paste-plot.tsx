// A table pasted from a spreadsheet: read, looked at, put right cell by cell, and taken only when every row that is left is right.

import { useEffect, useRef, useState } from 'react'
import type { PasteName, TableTold } from '../../wire/office.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { sendFile } from './office.ts'
import { Press, Refusal } from './parts.tsx'
import { ReadRows, Top, WrongRows } from './pasted-rows.tsx'
import styles from './show.module.css'
import { type Paste, type PastedRow, usePaste } from './use-paste.ts'

const c = classes(styles)

type Pasting<Row> = {
  readonly name: PasteName
  /** Of each column; those that are not understood are “nothing”. */
  readonly columns: Readonly<Record<string, string>>
  readonly says: {
    readonly paste: string
    readonly pasteHint: string
    readonly example: string
    readonly take: (of: { readonly many: number }) => string
  }
  readonly open: boolean
  /** Null when they are kept, else why not. */
  readonly take: (rows: readonly PastedRow<Row>[]) => Promise<string | null>
}

export function PastePlot<Row>({ name, columns, says, open, take }: Pasting<Row>) {
  const { plot, order } = words().office
  const paste = usePaste<Row>(name, take)
  const form = useRef<HTMLFormElement>(null)
  useNextWrong(form, paste.read)
  const { read, ready } = paste
  return (
    <details open={open || paste.text !== ''}>
      <summary className={c('button')}>{says.paste}</summary>
      <form
        ref={form}
        className={c('form')}
        onSubmit={(event) => {
          event.preventDefault()
          void paste.submit()
        }}
      >
        <p className={c('hint')}>{says.pasteHint}</p>
        <p className={c('example')}>{says.example}</p>
        <label className={c('label')}>
          {says.paste}
          <textarea
            className={c('field')}
            value={paste.text}
            spellCheck={false}
            onChange={(event) => paste.write(event.target.value)}
          />
        </label>
        <Refusal sentence={paste.refused}>
          {paste.kept === null ? null : <p>{plot.kept({ many: paste.kept })}</p>}
        </Refusal>
        {read ? <Top paste={paste} read={read} /> : null}
        {read ? <WrongRows paste={paste} read={read} columns={columns} /> : null}
        {read && read.rows.length > 0 ? <ReadRows paste={paste} read={read} columns={columns} /> : null}
        <div className={c('acts')}>
          <Press main type="submit" disabled={paste.text.trim() === ''}>
            {ready ? says.take({ many: read?.rows.length ?? 0 }) : order.read}
          </Press>
          <FromFile name={name} paste={paste} />
        </div>
      </form>
    </details>
  )
}

/** A workbook or a CSV in place of pasting: its rows stand in the field, to be looked at like any others. */
function FromFile<Row>({ name, paste }: { readonly name: PasteName; readonly paste: Paste<Row> }) {
  const { files, plot } = words().office
  const field = useRef<HTMLInputElement>(null)
  const [said, say] = useState<string | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    const query = `name=${encodeURIComponent(file.name)}&wanted=${name.also?.table ?? name.path}`
    const told = await sendFile<TableTold>(`table-read?${query}`, file)
    if (!told.ok) return say(told.sentence)
    const { text, sheet, others } = told.value
    paste.write(text)
    say(others.length === 0 ? null : plot.fromSheet({ sheet, others: others.join(', ') }))
  }
  return (
    <>
      <Press onClick={() => field.current?.click()}>{files.button}</Press>
      <input
        ref={field}
        type="file"
        hidden
        accept=".xlsx,.csv,.tsv,.txt"
        aria-label={files.button}
        onChange={(event) => {
          void take(event.target.files?.[0])
          // The same file again, changed meanwhile, is another one.
          event.target.value = ''
        }}
      />
      <Refusal sentence={said} />
    </>
  )
}

/** Whoever put a row right goes on with the next one that is wrong, or with keeping them all. */
function useNextWrong(form: React.RefObject<HTMLFormElement | null>, read: unknown): void {
  useEffect(() => {
    if (read === null || document.activeElement !== document.body) return
    const next = form.current?.querySelector<HTMLElement>('[aria-invalid]')
    const keep = form.current?.querySelector<HTMLElement>('button[type=submit]')
    const to = next ?? keep
    to?.focus()
  }, [form, read])
}
