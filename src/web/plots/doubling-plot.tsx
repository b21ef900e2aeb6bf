// Who plays which parts, and in which items: a line for each part of a person, and where there is hardly any time between two.

import { useMemo } from 'react'
import type { PlotsTold } from '../../wire/plots.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Bands, TOP } from './bands.tsx'
import { Figure } from './figure.tsx'
import { useLeaf } from './leaves.tsx'
import { useMarks } from './marks.ts'
import { PlotTable } from './plot-table.tsx'
import styles from './plots.module.css'
import { atWords, bandName, lengthWords, type Scale, scaleOf, shorter } from './scale.ts'

const c = classes(styles)

const ROW = 22

type Row = PlotsTold['doubling'][number]
type Mark = {
  readonly shape: 'on' | 'work' | 'short'
  readonly from: number
  readonly to: number
  readonly words: string
}
type Line = {
  readonly who: string
  readonly tracks: string
  readonly part: string
  readonly isFirst: boolean
  readonly marks: readonly Mark[]
  readonly items: readonly string[]
}

export function DoublingPlot({ told }: { readonly told: PlotsTold }) {
  const { doubling: says, none } = useWords().plots
  const lines = useMemo(() => linesOf(told), [told])
  const scale = useMemo(() => scaleOf(told.bands, null), [told])
  const { leaf, turning } = useLeaf(lines)
  const { walked, markOf } = useMarks(leaf.map(({ marks }) => marks.map((mark) => mark.words)))
  if (lines.length === 0) return <p>{none}</p>
  const height = TOP + leaf.length * ROW + 8
  return (
    <>
      <a className={c('button')} href="/show#tracks">
        {says.fewest}
      </a>
      {turning}
      <Figure
        {...{ title: says.title, legend: says.legend, walked }}
        size={{ width: scale.width, height }}
        names={leaf.map((line, at) => ({
          ...{ y: TOP + at * ROW + 15, text: shorter(labelOf(line, at === 0)) },
        }))}
        table={() => <Twin lines={leaf} />}
      >
        <Bands scale={scale} height={height} />
        {leaf.map((line, at) => (
          <g key={`${line.who} ${line.tracks} ${line.part}`}>
            {line.marks.map((mark, within) => (
              <g key={`${mark.shape} ${mark.from}`} className={c('mark')} {...markOf(at, within)}>
                <Shape mark={mark} scale={scale} top={TOP + at * ROW} />
              </g>
            ))}
          </g>
        ))}
      </Figure>
    </>
  )
}

/** Whose it is stands before the first of their parts. */
const labelOf = ({ who, part, isFirst }: Line, isTop: boolean): string =>
  isFirst || isTop ? `${who}: ${part}` : `   ${part}`

function Shape({ mark, scale, top }: { readonly mark: Mark; readonly scale: Scale; readonly top: number }) {
  const left = scale.x(mark.from)
  if (mark.shape === 'short')
    return (
      <path
        className={c('short')}
        d={`M${left - 6} ${top + 17} L${left} ${top + 4} L${left + 6} ${top + 17} Z`}
      />
    )
  const width = Math.max(2, scale.x(mark.to) - left - 2)
  return <rect className={c(mark.shape)} x={left + 1} y={top + 4} width={width} height={13} />
}

function linesOf({ doubling, bands }: PlotsTold): readonly Line[] {
  const { doubling: says } = words().plots
  return doubling.flatMap(({ owner, tracks, parts, turns }) => {
    const who = owner === '' ? tracks.join(', ') : owner
    return parts.map(({ part, bands: inside }, index): Line => {
      const blocks = inside.flatMap((at): Mark[] => {
        const band = bands[at]
        if (!band) return []
        const item = `${band.code} ${band.title}`.trim()
        const shape = index === 0 ? 'on' : 'work'
        return [{ shape, from: band.from, to: band.to, words: says.mark({ who, part, item }) }]
      })
      const short = turns.filter(({ to }) => to === part).map((turn) => shortMark(who, turn, bands))
      return {
        ...{ who, tracks: tracks.join(', '), part, isFirst: index === 0 },
        marks: [...blocks, ...short].sort((one, other) => one.from - other.from),
        items: inside.flatMap((at) => bands.slice(at, at + 1)).map(bandName),
      }
    })
  })
}

function shortMark(who: string, turn: Row['turns'][number], bands: PlotsTold['bands']): Mark {
  const { doubling: says } = words().plots
  const { at, from, to, seconds } = turn
  const told = { who, from, to, at: atWords(bands, at) }
  return {
    ...{ shape: 'short', from: at, to: at },
    words: seconds < 0 ? says.atOnce(told) : says.turn({ ...told, length: lengthWords(seconds) }),
  }
}

function Twin({ lines }: { readonly lines: readonly Line[] }) {
  const { doubling: says } = useWords().plots
  const rows = lines.map(({ who, tracks, part, items, marks }) => [
    ...[who, tracks, part, items.join(', ')],
    marks
      .filter(({ shape }) => shape === 'short')
      .map((mark) => mark.words)
      .join('; '),
  ])
  return <PlotTable title={says.title} heads={says.heads} rows={rows} />
}
