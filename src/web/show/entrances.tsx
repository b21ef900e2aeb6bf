// Entrances: who is due where, and when; typed row by row or pasted, at a moment of an item or timed by a cue.

import { Fragment, useState } from 'react'
import type { EntranceRow } from '../../core/editing/edit.ts'
import { id } from '../../core/kit/ids.ts'
import type { EntranceLine } from '../../wire/office.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { EntranceEntry, nameOf, rowOf } from './entrance-entry.tsx'
import { Press, Refusal, Remove } from './parts.tsx'
import { PastePlot } from './paste-plot.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'

const c = classes(styles)

export function Entrances({ show, edit }: Editing) {
  const { entrances: says, tracks, order } = words().office
  const [changing, change] = useState<EntranceLine | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  const none = show.entrances.length === 0
  return (
    <section className={c('section')} aria-label={says.title}>
      <p className={c(none ? 'lack' : 'hint')}>{none ? says.lack : says.lead}</p>
      {show.tracks.length === 0 || show.items.length === 0 ? (
        <p className={c('hint')}>
          {says.first} <a href="#order">{order.title}</a> <a href="#tracks">{tracks.title}</a>
        </p>
      ) : null}
      <PastePlot<EntranceRow>
        name={{ path: 'entrances' }}
        columns={says.columns}
        says={says}
        open={none && show.tracks.length > 0}
        take={(rows) => edit({ name: 'entrances.put', entrance: null, rows: rows.map(rowOf) })}
      />
      <Refusal sentence={refused} />
      {none ? null : <List show={show} edit={edit} change={change} refuse={refuse} />}
      {show.tracks.length > 0 && show.items.length > 0 ? (
        <EntranceEntry
          key={changing?.id ?? ''}
          show={show}
          edit={edit}
          changing={changing}
          done={() => change(null)}
        />
      ) : null}
    </section>
  )
}

function List({
  show,
  edit,
  change,
  refuse,
}: Editing & {
  readonly change: (line: EntranceLine) => void
  readonly refuse: (why: string | null) => void
}) {
  const { office } = words()
  const items = [...new Set(show.entrances.map(({ item }) => item))]
  const remove = (line: EntranceLine) =>
    void edit({ name: 'entrance.remove', entrance: id<'obligation'>(line.id) }).then(refuse)
  return (
    <section className={c('scroll')} aria-label={office.entrances.count({ many: show.entrances.length })}>
      <table className={c('table', 'stacks')}>
        <tbody>
          {items.map((item) => (
            <Fragment key={item}>
              <tr className={c('inItem')}>
                <th colSpan={7} scope="rowgroup">
                  {item}
                </th>
              </tr>
              {show.entrances
                .filter((line) => line.item === item)
                .map((line) => (
                  <EntranceCells key={line.id} row={line}>
                    <Press aria-label={`${office.change} ${nameOf(line)}`} onClick={() => change(line)}>
                      {office.change}
                    </Press>{' '}
                    <Remove what={nameOf(line)} act={() => remove(line)} />
                  </EntranceCells>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Its item stands above it already. */
function EntranceCells({
  row,
  children,
}: {
  readonly row: EntranceRow
  readonly children?: React.ReactNode
}) {
  const { kinds, way } = words().office.entrances
  return (
    <tr>
      <td className={c('num')}>{row.track}</td>
      <td className={c('num')}>{row.at}</td>
      <td>{kinds[row.kind]}</td>
      <td>{row.what}</td>
      <td>{way(row)}</td>
      <td className={c('num')}>{row.length}</td>
      <td className={c('end')}>{children}</td>
    </tr>
  )
}
