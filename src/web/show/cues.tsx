// The cue list, typed by keyboard: Enter keeps a cue and begins the next.

import { Fragment, useEffect, useRef, useState } from 'react'
import type { Cells } from '../../core/editing/edit.ts'
import { id } from '../../core/kit/ids.ts'
import type { ShowBook } from '../../wire/office.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { CueEntry } from './cue-entry.tsx'
import { type CueLine, itemName, nameOf } from './cue-row.ts'
import { Press, Refusal, Remove } from './parts.tsx'
import { PastePlot } from './paste-plot.tsx'
import { Renumber } from './renumber.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'

const c = classes(styles)

export function Cues({ show, edit }: Editing) {
  const [changing, change] = useState<CueLine | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  useNewestInView(show)
  return (
    <section className={c('section')} aria-label={words().office.cues.title}>
      {show.cues.length === 0 ? <p className={c('lack')}>{words().office.cues.lack}</p> : null}
      {show.items.length === 0 ? (
        <p className={c('hint')}>
          {words().office.cues.noOrder} <a href="#order">{words().office.order.paste}</a>
        </p>
      ) : null}
      {show.cues.some((cue) => cue.guessed) ? (
        <p className={c('hint')}>{words().office.cues.guessed}</p>
      ) : null}
      <PasteCues edit={edit} />
      <Renumber show={show} edit={edit} />
      <Refusal sentence={refused} />
      {show.cues.length > 0 ? (
        <section className={c('scroll')} aria-label={words().office.cues.count({ many: show.cues.length })}>
          <table className={c('table', 'stacks')}>
            <tbody>
              {groups(show).map(({ item, name, cues }) => (
                <Fragment key={item}>
                  <tr className={c('inItem')}>
                    <th colSpan={4} scope="rowgroup">
                      {name}
                    </th>
                  </tr>
                  {cues.map((cue) => (
                    <tr key={cue.id} id={cue.id} className={c('newest')}>
                      <td className={c('num')}>{nameOf(show, cue)}</td>
                      <td>
                        {cue.together ? (
                          <span className={c('joined')}>{words().office.cues.together} </span>
                        ) : null}
                        {cue.words === '' ? null : `“${cue.words}”`}
                      </td>
                      <td>{cue.title}</td>
                      <td className={c('end')}>
                        <Acts show={show} edit={edit} cue={cue} change={change} refuse={refuse} />
                      </td>
                    </tr>
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <CueEntry
        key={changing?.id ?? ''}
        show={show}
        edit={edit}
        changing={changing}
        done={() => change(null)}
      />
    </section>
  )
}

function PasteCues({ edit }: Pick<Editing, 'edit'>) {
  const { cuesPaste } = words().office
  return (
    <PastePlot<{ readonly row: Cells }>
      name={{ path: 'table', also: { table: 'cues' } }}
      columns={cuesPaste.columns}
      says={cuesPaste}
      open={false}
      take={(rows) => edit({ name: 'cues.put', rows: rows.map(({ row }) => row) })}
    />
  )
}

/** Whoever types looks at the row that has just been kept. */
function useNewestInView({ cues }: ShowBook): void {
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const before = known.current
    known.current = new Set(cues.map((cue) => cue.id))
    const newest = before === null ? undefined : cues.find((cue) => !before.has(cue.id))
    if (newest) document.getElementById(newest.id)?.scrollIntoView({ block: 'nearest' })
  }, [cues])
}

function Acts({
  show,
  edit,
  cue,
  change,
  refuse,
}: Editing & {
  readonly cue: CueLine
  readonly change: (cue: CueLine) => void
  readonly refuse: (why: string | null) => void
}) {
  const name = nameOf(show, cue)
  const move = (by: 1 | -1) => void edit({ name: 'cue.move', cue: id<'cue'>(cue.id), by }).then(refuse)
  return (
    <>
      <Press aria-label={`${words().office.cues.up} ${name}`} onClick={() => move(-1)}>
        {words().office.cues.up}
      </Press>{' '}
      <Press aria-label={`${words().office.cues.down} ${name}`} onClick={() => move(1)}>
        {words().office.cues.down}
      </Press>{' '}
      <Press aria-label={`${words().office.change} ${name}`} onClick={() => change(cue)}>
        {words().office.change}
      </Press>{' '}
      <Remove
        what={name}
        act={() => void edit({ name: 'cue.remove', cue: id<'cue'>(cue.id) }).then(refuse)}
      />
    </>
  )
}

function groups(show: ShowBook) {
  const named = show.items.map((item) => ({
    item: item.id,
    name: itemName(item),
  }))
  return [...named, { item: '', name: words().office.cues.whole }]
    .map((one) => ({ ...one, cues: show.cues.filter((cue) => cue.item === one.item) }))
    .filter(({ cues }) => cues.length > 0)
}
