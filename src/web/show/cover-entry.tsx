// One row of who can cover: only the fields that its kind has.

import { type CoverRow, coverWords } from '../../core/editing/edit.ts'
import { competenceLevels } from '../../core/show/competence.ts'
import { words } from '../speech/speech.ts'
import { nameOf } from './cover-name.ts'
import { Entry } from './entry.tsx'
import { Choose, Field } from './parts.tsx'
import type { Editing } from './show.tsx'

const fresh: CoverRow = {
  ...{ what: 'knows', who: '', track: '', item: '', entrance: '', other: '', level: 'rehearsed', words: '' },
  ...{ on: '', until: '', number: '' },
}

type Fields = {
  readonly row: CoverRow
  readonly write: (to: Partial<CoverRow>) => void
  readonly show: Editing['show']
}

export function CoverEntry({
  show,
  edit,
  changing,
  done,
}: Editing & { readonly changing: CoverRow | null; readonly done: () => void }) {
  const { covers: says } = words().office
  const keep = (row: CoverRow) => edit({ name: 'covers.put', was: changing, rows: [onlyOf(row)] })
  return (
    <Entry
      first={changing ?? fresh}
      changing={changing && nameOf(changing)}
      says={says}
      keep={keep}
      done={done}
    >
      {(row, write) => (
        <>
          <Choose
            data-first
            label={says.columns.who}
            value={row.who}
            options={namesOf(show)}
            choose={(who) => write({ who })}
          />
          <Choose
            label={says.columns.what}
            value={row.what}
            options={coverWords.map((what) => ({ id: what, name: says.kinds[what] }))}
            choose={(what) => write({ what })}
          />
          <Which row={row} write={write} show={show} />
          <How row={row} write={write} show={show} />
        </>
      )}
    </Entry>
  )
}

const namesOf = ({ people }: Editing['show']) => [
  { id: '', name: words().office.covers.none },
  ...people.map(({ name }) => ({ id: name, name })),
]

const isOfTrack = ({ what }: CoverRow): boolean =>
  what === 'knows' || what === 'goes-on' || what === 'does-not' || what === 'split'

/** What another kind had in its fields is not sent with this one. */
function onlyOf(row: CoverRow): CoverRow {
  const { what, who, until } = row
  const { track, item, entrance, level, on, number, other, words: exactly } = row
  const bare: CoverRow = { ...fresh, level: '', what, who }
  if (what === 'knows') return { ...bare, track, item, entrance, level, on, until, number }
  if (isOfTrack(row)) return { ...bare, track, item }
  if (what === 'certificate') return { ...bare, words: exactly, until }
  if (what === 'cleared') return { ...bare, other, words: exactly, until }
  return what === 'at-most' ? { ...bare, number } : bare
}

/** What it is about: a track and a number of it, or with whom. */
function Which({ row, write, show }: Fields) {
  const { columns, whole, noTrack } = words().office.covers
  if (row.what === 'cleared')
    return (
      <>
        <Choose
          label={columns.other}
          value={row.other}
          options={namesOf(show)}
          choose={(other) => write({ other })}
        />
        <Text field="words" label={columns.words} row={row} write={write} />
      </>
    )
  if (row.what === 'certificate') return <Text field="words" label={columns.words} row={row} write={write} />
  if (!isOfTrack(row)) return null
  const items = show.items.map(({ code, title }) => [code, title].filter((word) => word !== '').join(' '))
  return (
    <>
      <Choose
        label={columns.track}
        value={row.track}
        options={[
          { id: '', name: noTrack },
          ...show.tracks.map(({ code, title }) => ({ id: code, name: `${code} ${title}`.trim() })),
        ]}
        choose={(track) => write({ track })}
      />
      <Choose
        label={columns.item}
        value={row.item}
        options={[{ id: '', name: whole }, ...items.map((name) => ({ id: name, name }))]}
        choose={(item) => write({ item })}
      />
    </>
  )
}

function How({ row, write }: Fields) {
  const { columns, levels, figures } = words().office.covers
  const { what } = row
  const dated = what === 'knows' || what === 'certificate' || what === 'cleared'
  return (
    <>
      {what === 'knows' ? (
        <>
          <Choose
            label={columns.level}
            value={row.level}
            options={competenceLevels.map((level) => ({ id: level as string, name: levels[level] }))}
            choose={(level) => write({ level })}
          />
          <Text field="entrance" label={columns.entrance} row={row} write={write} />
          <Text field="on" label={columns.on} row={row} write={write} />
        </>
      ) : null}
      {dated ? <Text field="until" label={columns.until} row={row} write={write} /> : null}
      {what === 'knows' || what === 'at-most' ? (
        <Text
          field="number"
          label={what === 'knows' ? figures.preference : figures.most}
          row={row}
          write={write}
        />
      ) : null}
    </>
  )
}

type TextField = Omit<Fields, 'show'> & {
  readonly field: 'words' | 'entrance' | 'on' | 'until' | 'number'
  readonly label: string
}

const Text = ({ field, label, row, write }: TextField) => (
  <Field
    label={label}
    maxLength={200}
    value={row[field]}
    onChange={(event) => write({ [field]: event.target.value })}
  />
)
