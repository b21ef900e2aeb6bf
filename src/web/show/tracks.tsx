// Tracks: whose each is, and who goes on for them in which order; typed row by row or pasted.

import { useState } from 'react'
import type { TrackRow } from '../../core/editing/edit.ts'
import { id } from '../../core/kit/ids.ts'
import { trackKinds } from '../../wire/edits.ts'
import type { ShowBook } from '../../wire/office.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Casting } from './casting.tsx'
import { Entry } from './entry.tsx'
import { Choose, Field, Press, Refusal, Remove } from './parts.tsx'
import { PastePlot } from './paste-plot.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'

const c = classes(styles)

type Line = ShowBook['tracks'][number]

const rowOf = ({ code, title, kind, owner, covers }: TrackRow): TrackRow => ({
  ...{ code, title, kind, owner, covers },
})

export function Tracks({ show, edit }: Editing) {
  const { tracks: says } = words().office
  const [changing, change] = useState<Line | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  return (
    <section className={c('section')} aria-label={says.title}>
      <p className={c(show.tracks.length === 0 ? 'lack' : 'hint')}>
        {show.tracks.length === 0 ? says.lack : says.lead}
      </p>
      <PastePlot<TrackRow>
        name={{ path: 'tracks' }}
        columns={says.columns}
        says={says}
        open={show.tracks.length === 0}
        take={(rows) => edit({ name: 'tracks.put', track: null, rows: rows.map(rowOf) })}
      />
      <Refusal sentence={refused} />
      {show.tracks.length > 0 ? (
        <section className={c('scroll')} aria-label={says.count({ many: show.tracks.length })}>
          <table className={c('table', 'stacks')}>
            <Head />
            <tbody>
              {show.tracks.map((track) => (
                <TrackLine key={track.id} row={track}>
                  <Press aria-label={`${words().office.change} ${track.code}`} onClick={() => change(track)}>
                    {words().office.change}
                  </Press>{' '}
                  <Remove
                    what={track.code}
                    act={() => void edit({ name: 'track.remove', track: id<'track'>(track.id) }).then(refuse)}
                  />
                </TrackLine>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <TrackEntry
        key={changing?.id ?? ''}
        show={show}
        edit={edit}
        changing={changing}
        done={() => change(null)}
      />
      {show.tracks.length > 0 ? <Casting show={show} edit={edit} /> : null}
    </section>
  )
}

function Head() {
  const { columns, covers } = words().office.tracks
  return (
    <thead>
      <tr>
        {[columns.code, columns.title, columns.kind, columns.owner].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
        <th scope="col">{covers}</th>
        <th scope="col" aria-label={words().office.change} />
      </tr>
    </thead>
  )
}

function TrackLine({ row, children }: { readonly row: TrackRow; readonly children?: React.ReactNode }) {
  const { nobody, kinds } = words().office.tracks
  return (
    <tr>
      <td className={c('num')}>{row.code}</td>
      <td>{row.title}</td>
      <td>{kinds[row.kind]}</td>
      <td>{row.owner === '' ? <span className={c('joined')}>{nobody}</span> : row.owner}</td>
      <td>{row.covers.map((name, index) => `${index + 1} ${name}`).join(', ')}</td>
      <td className={c('end')}>{children}</td>
    </tr>
  )
}

type Typed = Omit<TrackRow, 'covers'> & { readonly covers: string }

function TrackEntry({
  show,
  edit,
  changing,
  done,
}: Editing & { readonly changing: Line | null; readonly done: () => void }) {
  const { tracks: says } = words().office
  const first: Typed = changing
    ? { ...rowOf(changing), covers: changing.covers.join(', ') }
    : { code: '', title: '', kind: 'cast', owner: '', covers: '' }
  const keep = ({ covers, ...row }: Typed) => {
    const track = changing === null ? null : id<'track'>(changing.id)
    return edit({ name: 'tracks.put', track, rows: [{ ...row, covers: covers.split(/[,;]/) }] })
  }
  const people = [{ id: '', name: says.nobody }, ...show.people.map(({ name }) => ({ id: name, name }))]
  return (
    <Entry first={first} changing={changing?.code ?? null} says={says} keep={keep} done={done}>
      {(row, write) => (
        <>
          <Field
            data-first
            label={says.columns.code}
            maxLength={20}
            value={row.code}
            onChange={(event) => write({ code: event.target.value })}
          />
          <Field
            label={says.columns.title}
            maxLength={200}
            value={row.title}
            onChange={(event) => write({ title: event.target.value })}
          />
          <Choose
            label={says.columns.kind}
            value={row.kind}
            options={trackKinds.map((kind) => ({ id: kind, name: says.kinds[kind] }))}
            choose={(kind) => write({ kind })}
          />
          <Choose
            label={says.columns.owner}
            value={row.owner}
            options={people}
            choose={(owner) => write({ owner })}
          />
          <Field
            wide
            label={says.covers}
            placeholder={says.coversHint}
            maxLength={2_000}
            value={row.covers}
            onChange={(event) => write({ covers: event.target.value })}
          />
        </>
      )}
    </Entry>
  )
}
