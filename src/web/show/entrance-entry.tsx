// One row of fields under the list of entrances: Enter keeps it and begins the next.

import type { EntranceRow } from '../../core/editing/edit.ts'
import { id } from '../../core/kit/ids.ts'
import { obligationKinds } from '../../core/show/show.ts'
import type { EntranceLine, ShowBook } from '../../wire/office.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { itemName, playedItems } from './cue-row.ts'
import { Entry } from './entry.tsx'
import { Choose, Field } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'

const c = classes(styles)

export const rowOf = ({ kind, track, item, at, from, length, to, what }: EntranceRow): EntranceRow => ({
  ...{ kind, track, item, at, from, length, to, what },
})

export const nameOf = ({ track, at, item }: EntranceRow): string =>
  words().office.entrances.name({ track, at, item })

/** The next entrance is most often of the item of the last one. */
function firstRow(show: ShowBook, changing: EntranceLine | null): EntranceRow {
  if (changing) return rowOf(changing)
  const [first] = playedItems(show)
  return {
    kind: 'appear',
    track: show.tracks[0]?.code ?? '',
    item: show.entrances.at(-1)?.item ?? (first ? itemName(first) : ''),
    ...{ at: '', from: '', length: '', to: '', what: '' },
  }
}

export function EntranceEntry({
  show,
  edit,
  changing,
  done,
}: Editing & { readonly changing: EntranceLine | null; readonly done: () => void }) {
  const { entrances: says } = words().office
  const keep = (row: EntranceRow) => {
    const entrance = changing === null ? null : id<'obligation'>(changing.id)
    return edit({ name: 'entrances.put', entrance, rows: [row] })
  }
  return (
    <Entry
      first={firstRow(show, changing)}
      changing={changing ? nameOf(changing) : null}
      says={says}
      keep={keep}
      done={done}
    >
      {(row, write) => <Fields show={show} row={row} write={write} />}
    </Entry>
  )
}

const texts = ['at', 'from', 'length', 'to', 'what'] as const

function Fields({
  show,
  row,
  write,
}: {
  readonly show: ShowBook
  readonly row: EntranceRow
  readonly write: (to: Partial<EntranceRow>) => void
}) {
  const { entrances: says } = words().office
  return (
    <>
      <label className={c('label')}>
        {says.columns.track}
        <select
          data-first
          className={c('field')}
          value={row.track}
          onChange={(event) => write({ track: event.target.value })}
        >
          {show.tracks.map(({ code, title }) => (
            <option key={code} value={code}>
              {itemName({ code, title })}
            </option>
          ))}
        </select>
      </label>
      <Choose
        label={says.columns.item}
        value={row.item}
        options={playedItems(show).map((item) => ({ id: itemName(item), name: itemName(item) }))}
        choose={(item) => write({ item })}
      />
      {texts.map((field) => (
        <Field
          key={field}
          label={says.columns[field]}
          placeholder={says.hints[field]}
          maxLength={200}
          value={row[field]}
          onChange={(event) => write({ [field]: event.target.value })}
        />
      ))}
      <Choose
        label={says.columns.kind}
        value={row.kind}
        options={obligationKinds.map((kind) => ({ id: kind, name: says.kinds[kind] }))}
        choose={(kind) => write({ kind })}
      />
    </>
  )
}
