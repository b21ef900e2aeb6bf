// Who is on stage when: a row for each track over the items, with changes, and what does not fit in another shape.

import { useMemo, useState } from 'react'
import type { PlotsTold } from '../../wire/plots.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Bands, TOP, WhichAct } from './bands.tsx'
import { Figure } from './figure.tsx'
import { useLeaf } from './leaves.tsx'
import { useMarks } from './marks.ts'
import { PlotTable } from './plot-table.tsx'
import styles from './plots.module.css'
import { atWords, isIn, LEFT, lengthWords, type Scale, scaleOf, shorter } from './scale.ts'

const c = classes(styles)

const ROW = 22
/** Above the drawing, in words; the others are triangles in it. */
const MISFITS_MAX = 8

type Row = PlotsTold['rows'][number]
type Mark = {
  readonly shape: 'on' | 'work' | 'change' | 'short' | 'off'
  readonly from: number
  readonly to: number
  readonly lacks: number
  readonly words: string
}

export function StagePlot({ told }: { readonly told: PlotsTold }) {
  const { stage: says, none } = useWords().plots
  const [act, choose] = useState<number | null>(null)
  const scale = useMemo(() => scaleOf(told.bands, act), [told, act])
  const all = useMemo(() => told.rows.map((row) => ({ row, marks: marksOf(row, told.bands) })), [told])
  const inAct = useMemo(
    () =>
      all
        .map(({ row, marks }) => ({ row, marks: marks.filter((mark) => isIn(scale, mark)) }))
        .filter(({ marks }) => marks.length > 0),
    [all, scale],
  )
  const { leaf, turning } = useLeaf(inAct)
  const { walked, markOf } = useMarks(leaf.map(({ marks }) => marks.map((mark) => mark.words)))
  if (all.length === 0) return <p>{none}</p>
  const height = TOP + leaf.length * ROW + 8
  return (
    <>
      <WhichAct bands={told.bands} act={act} choose={choose} />
      <Misfits marks={all.flatMap(({ marks }) => marks.filter(({ shape }) => shape === 'short'))} />
      {turning}
      <Figure
        {...{ title: says.title, legend: says.legend, walked }}
        size={{ width: scale.width, height }}
        names={leaf.map(({ row }, at) => ({ y: TOP + at * ROW + 15, text: shorter(nameOf(row)) }))}
        table={() => <Twin leaf={leaf} />}
      >
        <Bands scale={scale} height={height} />
        <FrenchScenes told={told} scale={scale} />
        {leaf.map(({ row, marks }, at) => (
          <g key={row.track}>
            {drawnLast(marks).map(([within, mark]) => (
              <g
                key={`${mark.shape} ${mark.from} ${mark.words}`}
                className={c('mark')}
                {...markOf(at, within)}
              >
                <Shape mark={mark} scale={scale} top={TOP + at * ROW} />
              </g>
            ))}
          </g>
        ))}
      </Figure>
    </>
  )
}

/** What does not fit lies over what does; arrow keys still go by time. */
const drawnLast = (marks: readonly Mark[]) =>
  [...marks.entries()].sort(([, one], [, other]) => Number(isOver(one)) - Number(isOver(other)))
const isOver = ({ shape }: Mark): boolean => shape === 'short' || shape === 'off'

/** "E1 Mother Carraway, Bernie": what is too long loses who it is first, for a casting changes. */
const nameOf = ({ track, owner, title }: Row): string =>
  [title === track || title === '' ? track : `${track} ${title}`, owner]
    .filter((part) => part !== '')
    .join(', ')

function Misfits({ marks }: { readonly marks: readonly Mark[] }) {
  const { stage: says } = useWords().plots
  const said = [...new Set(marks.map((mark) => mark.words))]
  return (
    <>
      <p>{says.misfits({ many: said.length })}</p>
      {said.length === 0 ? null : (
        <ul className={c('misfits')}>
          {said.slice(0, MISFITS_MAX).map((one) => (
            <li key={one}>{one}</li>
          ))}
          {said.length > MISFITS_MAX ? (
            <li>{says.moreMisfits({ many: said.length - MISFITS_MAX })}</li>
          ) : null}
        </ul>
      )}
    </>
  )
}

/** A tick over the rows wherever somebody comes or goes. */
function FrenchScenes({ told, scale }: { readonly told: PlotsTold; readonly scale: Scale }) {
  const ticks = [...new Set(told.french.map(({ from }) => from))].filter(
    (at) => at >= scale.from && at < scale.to,
  )
  // One path: a long play has thousands.
  const path = ticks.map((at) => `M${scale.x(at)} ${TOP - 8}v6`).join('')
  return <path className={c('tick')} d={path} />
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
        <text className={c('label', 'loud', 'lifted')} x={Math.max(LEFT, left + 8)} y={top + 15}>
          {lengthWords(mark.lacks)}
        </text>
      </>
    )
  if (mark.shape === 'off')
    return <path className={c('cross')} d={`M${left + width / 2 - 4} ${top + 6}l8 8m0 -8l-8 8`} />
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
  const track = nameOf(row)
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
  const off = row.off.map(({ from, to }): Mark => {
    const length = lengthWords(to - from)
    return { shape: 'off', from, to, lacks: 0, words: says.off({ track, length, at: atWords(bands, from) }) }
  })
  return [...bars, ...changes, ...misfits, ...off].sort((one, other) => one.from - other.from)
}

function Twin({
  leaf,
}: {
  readonly leaf: readonly { readonly row: Row; readonly marks: readonly Mark[] }[]
}) {
  const { stage: says } = useWords().plots
  const lines = leaf.flatMap(({ row, marks }) =>
    marks.map((mark) => [row.track, row.owner, lengthWords(mark.from), lengthWords(mark.to), mark.words]),
  )
  return <PlotTable title={says.title} heads={says.heads} rows={lines} />
}
