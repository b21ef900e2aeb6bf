// A file that somebody chose, read: whether it is a show, a play or a list, as what it can be opened, and what is to be said of it.

import type { Show } from '../../core/show/show.ts'
import type { Finding } from '../../formats/finding.ts'
import { importFile, type Source } from '../../formats/import-file.ts'
import { type AsPasted, asPasted } from '../../formats/sheet/as-pasted.ts'
import type { SheetAsked, TopRow } from '../../formats/sheet/import.ts'
import { questionLine } from '../../formats/sheet/question-line.ts'
import { readShowFile } from '../../formats/show-file/read.ts'
import { writeShowFile } from '../../formats/show-file/write.ts'

type Kind = 'show' | 'play' | 'list'

export type Uploaded = { readonly source: Source; readonly asked: SheetAsked }

type Counts = Readonly<Record<'people' | 'roles' | 'items' | 'cues', number>>

export type UploadRead =
  | {
      readonly ok: true
      readonly kind: Kind
      /** As a show file. */
      readonly text: string
      readonly title: string
      readonly counts: Counts
      readonly notes: readonly Finding[]
    }
  | {
      readonly ok: false
      readonly kind: Kind
      readonly errors: readonly Finding[]
      readonly rows?: readonly TopRow[]
    }

/** `wanted`: what the sheet is called on whose page the file was chosen. */
export type TableWanted = { readonly source: Source; readonly wanted: string }

export const tableIn = ({ source, wanted }: TableWanted): AsPasted => asPasted(source, wanted)

const countsOf = ({ people, roles, items, cues }: Show): Counts => ({
  ...{ people: people.length, roles: roles.length, items: items.length, cues: cues.length },
})

/** A show file begins with a brace, and what does not is something else: nobody is asked which it is. */
export function readUploaded({ source, asked }: Uploaded): UploadRead {
  const text = source.text?.replace(/^\uFEFF/, '').trimStart() ?? ''
  if (text.startsWith('{')) {
    const file = readShowFile(source.text ?? '')
    if (!file.ok) return { ok: false, kind: 'show', errors: file.errors }
    const { show, warnings } = file
    return {
      ok: true,
      kind: 'show',
      text: source.text ?? '',
      title: show.title,
      counts: countsOf(show),
      notes: warnings,
    }
  }
  const read = importFile(source, asked)
  if (!read.ok) {
    const { what, errors, rows } = read
    return { ok: false, kind: what, errors, ...(rows ? { rows } : {}) }
  }
  const { show } = read
  const notes =
    read.what === 'play'
      ? read.questions.map((one) => ({ ...one, column: 1 }))
      : read.questions.map((one) => ({ ...one, message: questionLine(one) }))
  return {
    ok: true,
    kind: read.what,
    text: writeShowFile(show),
    title: show.title,
    counts: countsOf(show),
    notes,
  }
}
