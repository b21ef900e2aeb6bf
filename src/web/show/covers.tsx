// Who can cover: what each can do besides their own, typed row by row or pasted, and what counts before what.

import { type ReactNode, useState } from 'react'
import type { CoverRow } from '../../core/editing/edit.ts'
import type { CompetenceLevel } from '../../core/show/competence.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { CoverEntry } from './cover-entry.tsx'
import { aboutOf, nameOf } from './cover-name.ts'
import { CoverOrder } from './cover-order.tsx'
import { Choose, Press, Refusal, Remove } from './parts.tsx'
import { PastePlot } from './paste-plot.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'

const c = classes(styles)

/** Rows that stand there at once; the others are reached by the name of whom they are of. */
const ROWS_MAX = 150

const rowOf = ({ what, who, track, item, entrance, other, level, ...rest }: CoverRow): CoverRow => {
  const { words: exactly, on, until, number } = rest
  return { ...{ what, who, track, item, entrance, other, level }, words: exactly, on, until, number }
}

export function Covers({ show, edit }: Editing) {
  const { covers: says, tracks } = words().office
  const [changing, change] = useState<CoverRow | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  const none = show.covers.length === 0
  return (
    <section className={c('section')} aria-label={says.title}>
      <p className={c(none ? 'lack' : 'hint')}>{none ? says.lack : says.lead}</p>
      {show.tracks.length === 0 ? (
        <p className={c('hint')}>
          {says.first} <a href="#tracks">{tracks.title}</a>
        </p>
      ) : null}
      <PastePlot<CoverRow>
        name={{ path: 'covers' }}
        columns={says.columns}
        says={says}
        open={none && show.tracks.length > 0}
        take={(rows) => edit({ name: 'covers.put', was: null, rows: rows.map(rowOf) })}
      />
      <Refusal sentence={refused} />
      {none ? null : <List show={show} edit={edit} change={change} refuse={refuse} />}
      {show.people.length > 0 ? (
        <CoverEntry
          key={changing === null ? '' : JSON.stringify(changing)}
          show={show}
          edit={edit}
          changing={changing}
          done={() => change(null)}
        />
      ) : null}
      <CoverOrder levels={show.coverLevels} edit={edit} refuse={refuse} />
    </section>
  )
}

function List({
  show,
  edit,
  change,
  refuse,
}: Editing & {
  readonly change: (row: CoverRow) => void
  readonly refuse: (sentence: string | null) => void
}) {
  const { office } = words()
  const { covers: says } = office
  const [of, choose] = useState('')
  const people = [...new Set(show.covers.map(({ who }) => who))]
  const rows = show.covers.filter(({ who }) => of === '' || who === of)
  const shown = rows.slice(0, ROWS_MAX)
  return (
    <>
      <Choose
        label={says.show}
        value={of}
        options={[{ id: '', name: says.everybody }, ...people.map((name) => ({ id: name, name }))]}
        choose={choose}
      />
      <section className={c('scroll')} aria-label={says.count({ many: rows.length })}>
        <table className={c('table', 'stacks')}>
          <Head />
          <tbody>
            {shown.map((row) => (
              <CoverCells key={JSON.stringify(row)} row={row}>
                <Press aria-label={`${office.change} ${nameOf(row)}`} onClick={() => change(row)}>
                  {office.change}
                </Press>{' '}
                <Remove
                  what={nameOf(row)}
                  act={() => void edit({ name: 'cover.remove', row }).then(refuse)}
                />
              </CoverCells>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown.length ? (
        <p className={c('hint')}>{says.more({ many: rows.length - shown.length })}</p>
      ) : null}
    </>
  )
}

function Head() {
  const { columns } = words().office.covers
  const heads = [columns.who, columns.what, columns.track, columns.level, columns.on, columns.until]
  return (
    <thead>
      <tr>
        {[...heads, columns.number].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
        <th scope="col" aria-label={words().office.change} />
      </tr>
    </thead>
  )
}

function CoverCells({ row, children }: { readonly row: CoverRow; readonly children?: ReactNode }) {
  const { kinds, whole } = words().office.covers
  const about = aboutOf(row)
  return (
    <tr>
      <td>{row.who}</td>
      <td>{kinds[row.what]}</td>
      <td>
        {about}
        {row.track !== '' && row.item === '' && row.entrance === '' ? (
          <span className={c('joined')}> · {whole}</span>
        ) : null}
      </td>
      <td>{levelWords(row)}</td>
      <td className={c('num')}>{row.on}</td>
      <td className={c('num')}>{row.until}</td>
      <td className={c('num')}>{row.number}</td>
      <td className={c('end')}>{children}</td>
    </tr>
  )
}

/** What was pasted may be none of them: it stands there as it was written, beside what is wrong with it. */
function levelWords({ what, level }: CoverRow): string {
  const { levels } = words().office.covers
  if (what !== 'knows') return ''
  // `as`: looked up, and shown as it is where it is none.
  return levels[(level === '' ? 'rehearsed' : level) as CompetenceLevel] ?? level
}
