// Which part is in which item, and how much it says there; and the French scenes.

import { useMemo } from 'react'
import type { PlotsTold } from '../../wire/plots.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { TOP } from './bands.tsx'
import { Figure } from './figure.tsx'
import { useLeaf } from './leaves.tsx'
import { useMarks } from './marks.ts'
import { PlotTable } from './plot-table.tsx'
import styles from './plots.module.css'
import { bandName, LEFT, lengthWords, shorter } from './scale.ts'

const c = classes(styles)

const ROW = 22
const COLUMN = 38
/** Of the code of an item over its column. */
const LETTERS_MAX = 5
/** A square’s side; what says most in one item has the largest. */
const [SIDE_LEAST, SIDE_MOST] = [5, 18]
/** A table is turned over less often than a drawing. */
const FRENCH_MAX = 200

type Row = PlotsTold['parts'][number]
type Cell = Row['cells'][number]

export function PartsPlot({ told }: { readonly told: PlotsTold }) {
  const { parts: says, none } = useWords().plots
  const french = useLeaf(told.french, FRENCH_MAX)
  return (
    <>
      {told.parts.length === 0 ? <p>{none}</p> : <Matrix told={told} />}
      <h2>{says.french}</h2>
      <p className={c('hint')}>{says.frenchLead}</p>
      {french.turning}
      <PlotTable title={says.french} heads={says.heads} rows={frenchRows(french.leaf, told, says.nobody)} />
    </>
  )
}

function Matrix({ told }: { readonly told: PlotsTold }) {
  const { parts: says } = useWords().plots
  const shown = useMemo(
    () => told.bands.flatMap((band, index) => (band.kind === 'interval' ? [] : [{ band, index }])),
    [told],
  )
  const columns = useMemo(() => new Map(shown.map(({ index }, at) => [index, at])), [shown])
  const { leaf, turning } = useLeaf(told.parts)
  const { walked, markOf } = useMarks(
    leaf.map(({ part, cells }) => cells.map((cell) => cellSaid(part, cell, told.bands))),
  )
  const most = Math.max(1, ...told.parts.flatMap(({ cells }) => cells.map((cell) => cell.words)))
  const height = TOP + leaf.length * ROW + 4
  const xOf = (column: number) => LEFT + column * COLUMN
  return (
    <>
      {turning}
      <Figure
        {...{ title: says.title, legend: says.legend, walked }}
        size={{ width: LEFT + shown.length * COLUMN + 4, height }}
        names={leaf.map(({ part }, at) => ({ y: TOP + at * ROW + 15, text: shorter(part) }))}
        table={() => <Twin leaf={leaf} shown={shown} />}
      >
        {shown.map(({ band, index }, column) => (
          <g key={index}>
            <rect
              className={c('band', column % 2 === 1 && 'other')}
              x={xOf(column)}
              y={TOP - 2}
              width={COLUMN}
              height={height - TOP}
            />
            <text className={c('label')} x={xOf(column) + 2} y={TOP - 8}>
              {bandName(band).slice(0, LETTERS_MAX)}
            </text>
          </g>
        ))}
        {leaf.map(({ part, cells }, at) => (
          <g key={part}>
            {cells.map((cell, within) => (
              <g key={cell.band} className={c('mark')} {...markOf(at, within)}>
                <CellShape {...{ cell, most, x: xOf(columns.get(cell.band) ?? 0), y: TOP + at * ROW }} />
              </g>
            ))}
          </g>
        ))}
      </Figure>
    </>
  )
}

type CellParts = { readonly cell: Cell; readonly most: number; readonly x: number; readonly y: number }

/** A square as large as what is said; a ring for whoever is there without a word. */
function CellShape({ cell, most, x, y }: CellParts) {
  const [middle, centre] = [x + COLUMN / 2, y + 10]
  if (cell.speeches === 0) return <circle className={c('work')} cx={middle} cy={centre} r={5} />
  const side = SIDE_LEAST + (SIDE_MOST - SIDE_LEAST) * Math.sqrt(cell.words / most)
  return <rect className={c('on')} x={middle - side / 2} y={centre - side / 2} width={side} height={side} />
}

function cellSaid(part: string, cell: Cell, bands: PlotsTold['bands']): string {
  const { parts: says } = words().plots
  const band = bands[cell.band]
  const told = { part, item: band ? `${band.code} ${band.title}`.trim() : '' }
  return cell.speeches === 0 ? says.mute(told) : says.speaks({ ...told, ...cell })
}

type Shown = readonly { readonly band: PlotsTold['bands'][number]; readonly index: number }[]

function Twin({ leaf, shown }: { readonly leaf: readonly Row[]; readonly shown: Shown }) {
  const { parts: says } = useWords().plots
  const rows = leaf.map(({ part, cells }) => {
    const inside = new Map(cells.map((cell) => [cell.band, cell]))
    const each = shown.map(({ index }) => {
      const cell = inside.get(index)
      return !cell ? '' : cell.speeches === 0 ? says.there : says.said(cell)
    })
    return [part, ...each, says.said(total(cells))]
  })
  const heads = [says.part, ...shown.map(({ band }) => bandName(band)), says.all]
  return <PlotTable title={says.title} heads={heads} rows={rows} />
}

const total = (cells: readonly Cell[]) => ({
  speeches: cells.reduce((sum, { speeches }) => sum + speeches, 0),
  words: cells.reduce((sum, { words: many }) => sum + many, 0),
})

const frenchRows = (
  french: PlotsTold['french'],
  { bands }: PlotsTold,
  nobody: string,
): readonly (readonly string[])[] =>
  french.map(({ item, number, from, to, on }) => {
    const band = bands.findLast((one) => one.from <= from)
    const name = item === '' ? (band?.title ?? '') : item
    return [
      `${name}.${number}`,
      lengthWords(from - (band?.from ?? 0)),
      lengthWords(to - from),
      on.length === 0 ? nobody : on.join(', '),
    ]
  })
