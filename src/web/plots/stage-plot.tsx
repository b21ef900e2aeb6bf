// Who is on stage when: a row for each track over the items, with changes, and what does not fit in another shape.

import { useMemo, useState } from 'react'
import type { PlotsTold } from '../../wire/plots.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Bands, TOP, WhichAct } from './bands.tsx'
import { Figure, useMarks } from './figure.tsx'
import { PlotTable } from './plot-table.tsx'
import styles from './plots.module.css'
import { atWords, isIn, LEFT, lengthWords, type Scale, scaleOf } from './scale.ts'

const c = classes(styles)

const ROW = 22

type Row = PlotsTold['rows'][number]
type Mark = {
  readonly shape: 'on' | 'work' | 'change' | 'short'
  readonly from: number
  readonly to: number
  readonly lacks: number
  readonly words: string
}

export function StagePlot({ told }: { readonly told: PlotsTold }) {
  const { stage: says } = useWords().plots
  const [act, choose] = useState<number | null>(null)
  const scale = useMemo(() => scaleOf(told.bands, act), [told, act])
  const all = useMemo(() => told.rows.map((row) => marksOf(row, told.bands)), [told])
  const rows = useMemo(() => all.map((row) => row.filter((mark) => isIn(scale, mark))), [all, scale])
  const { keyDown, markOf, chosen } = useMarks(rows.map((row) => row.map((mark) => mark.words)))
  const height = TOP + told.rows.length * ROW + 8
  const misfits = all.flat().filter(({ shape }) => shape === 'short')
  return (
    <>
      <WhichAct bands={told.bands} act={act} choose={choose} />
      <p>{says.misfits({ many: misfits.length })}</p>
      {misfits.length === 0 ? null : (
        <ul>
          {misfits.map((one) => (
            <li key={one.words}>{one.words}</li>
          ))}
        </ul>
      )}
      <Figure
        {...{ title: says.title, legend: says.legend, chosen, keyDown }}
        size={{ width: scale.width, height }}
        table={() => <Twin told={told} all={all} />}
      >
        <Bands scale={scale} height={height} />
        {told.rows.map((row, at) => (
          <g key={row.track}>
            <text className={c('name')} x={4} y={TOP + at * ROW + 15}>
              {nameOf(row)}
            </text>
            {(rows[at] ?? []).map((mark, within) => (
              <g key={`${mark.from} ${mark.words}`} className={c('mark')} {...markOf(at, within)}>
                <Shape mark={mark} scale={scale} top={TOP + at * ROW} />
              </g>
            ))}
          </g>
        ))}
      </Figure>
    </>
  )
}

/** As much as stands before the drawing. */
const NAME_LETTERS_MAX = 19
function nameOf({ track, owner, title }: Pick<Row, 'track' | 'owner' | 'title'>): string {
  const name = `${track} ${owner === '' ? title : owner}`
  return name.length > NAME_LETTERS_MAX ? `${name.slice(0, NAME_LETTERS_MAX - 1)}…` : name
}

function Shape({ mark, scale, top }: { readonly mark: Mark; readonly scale: Scale; readonly top: number }) {
  const left = scale.x(mark.from)
  const width = Math.max(2, scale.x(mark.to) - left)
  if (mark.shape === 'short')
    return (
      <>
        <path
          className={c('short')}
          d={`M${left - 6} ${top + 17} L${left} ${top + 4} L${left + 6} ${top + 17} Z`}
        />
        <text className={c('label', 'loud')} x={Math.max(LEFT, left + 8)} y={top + 15}>
          {lengthWords(mark.lacks)}
        </text>
      </>
    )
  const isChange = mark.shape === 'change'
  return (
    <rect
      className={c(mark.shape)}
      x={left}
      y={top + (isChange ? 10 : 4)}
      width={width}
      height={isChange ? 7 : 13}
    />
  )
}

function marksOf(row: Row, bands: PlotsTold['bands']): readonly Mark[] {
  const { stage: says } = words().plots
  const { track } = row
  const bars = row.bars.map(({ isOn, from, to, title, place }): Mark => {
    const told = { track, title, place, at: atWords(bands, from) }
    return { shape: isOn ? 'on' : 'work', from, to, lacks: 0, words: isOn ? says.on(told) : says.work(told) }
  })
  const changes = row.changes.map(({ at, seconds, to, place, lacks }): Mark => {
    const told = { track, to, place, at: atWords(bands, at) }
    const isShort = lacks > 0
    return {
      ...{ shape: isShort ? 'short' : 'change', from: at, to: at + seconds, lacks },
      words: isShort
        ? says.short({ ...told, lacks: lengthWords(lacks) })
        : says.change({ ...told, length: lengthWords(seconds) }),
    }
  })
  const misfits = row.misfits.map(({ what, at, lacks, from, to }): Mark => {
    const told = { track, from, to, at: atWords(bands, at) }
    const said = what === 'way' ? says.way({ ...told, lacks: lengthWords(lacks) }) : says.untimed(told)
    return { shape: 'short', from: at, to: at, lacks, words: said }
  })
  return [...bars, ...changes, ...misfits].sort((one, other) => one.from - other.from)
}

function Twin({ told, all }: { readonly told: PlotsTold; readonly all: readonly (readonly Mark[])[] }) {
  const { stage: says } = useWords().plots
  const lines = told.rows.flatMap((row, at) =>
    (all[at] ?? []).map((mark) => [
      row.track,
      row.owner,
      lengthWords(mark.from),
      lengthWords(mark.to),
      mark.words,
    ]),
  )
  return <PlotTable title={says.title} heads={says.heads} rows={lines} />
}
