// Which part is in which item, and how much it says there; and the French scenes. Both are tables by nature.

import type { PlotsTold } from '../../wire/plots.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { PlotTable } from './plot-table.tsx'
import styles from './plots.module.css'
import { bandName, lengthWords } from './scale.ts'

const c = classes(styles)

type Cell = PlotsTold['parts'][number]['cells'][number]

export function PartsPlot({ told }: { readonly told: PlotsTold }) {
  const { parts: says, none } = useWords().plots
  const shown = told.bands.flatMap(({ kind }, at) => (kind === 'interval' ? [] : [at]))
  const rows = told.parts.map(({ part, cells }) => [
    part,
    ...shown.map((at) => cellWords(cells[at], says)),
    says.said(total(cells)),
  ])
  const heads = [
    says.part,
    ...shown.flatMap((at) => {
      const band = told.bands[at]
      return band ? bandName(band) : []
    }),
    says.all,
  ]
  return (
    <>
      <h2>{says.title}</h2>
      <p className={c('hint')}>{says.legend}</p>
      {rows.length === 0 ? <p>{none}</p> : <PlotTable title={says.title} heads={heads} rows={rows} />}
      <h2>{says.french}</h2>
      <p className={c('hint')}>{says.frenchLead}</p>
      <PlotTable title={says.french} heads={says.heads} rows={frenchRows(told, says.nobody)} />
    </>
  )
}

function cellWords(
  cell: Cell | undefined,
  says: {
    readonly there: string
    readonly said: (told: { readonly speeches: number; readonly words: number }) => string
  },
): string {
  if (!cell) return ''
  if (cell.speeches > 0) return says.said(cell)
  return cell.isOn ? says.there : ''
}

const total = (cells: readonly Cell[]) => ({
  speeches: cells.reduce((sum, { speeches }) => sum + speeches, 0),
  words: cells.reduce((sum, { words }) => sum + words, 0),
})

const frenchRows = ({ french, bands }: PlotsTold, nobody: string): readonly (readonly string[])[] =>
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
