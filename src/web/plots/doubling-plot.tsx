// Who plays which parts, and in which items: a block for each item a track is on in, one line for each of its parts.

import { useMemo } from 'react'
import type { PlotsTold } from '../../wire/plots.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Bands, TOP } from './bands.tsx'
import { Figure, useMarks } from './figure.tsx'
import { PlotTable } from './plot-table.tsx'
import styles from './plots.module.css'
import { bandName, scaleOf } from './scale.ts'

const c = classes(styles)

const ROW = 22

type Line = {
  readonly track: string
  readonly owner: string
  readonly part: string
  readonly isFirst: boolean
  readonly marks: readonly { readonly from: number; readonly to: number; readonly words: string }[]
  readonly items: readonly string[]
}

export function DoublingPlot({ told }: { readonly told: PlotsTold }) {
  const { doubling: says, none } = useWords().plots
  const lines = useMemo(() => linesOf(told), [told])
  const scale = useMemo(() => scaleOf(told.bands, null), [told])
  const { keyDown, markOf, chosen } = useMarks(lines.map(({ marks }) => marks.map((mark) => mark.words)))
  if (lines.length === 0) return <p>{none}</p>
  const height = TOP + lines.length * ROW + 8
  return (
    <>
      <p>
        <a className={c('button')} href="/show#tracks">
          {says.fewest}
        </a>
      </p>
      <Figure
        {...{ title: says.title, legend: says.legend, chosen, keyDown }}
        size={{ width: scale.width, height }}
        table={() => <Twin lines={lines} />}
      >
        <Bands scale={scale} height={height} />
        {lines.map((line, at) => (
          <g key={`${line.track} ${line.part}`}>
            <text className={c('name')} x={4} y={TOP + at * ROW + 15}>
              {shorter(line.isFirst ? `${line.track} ${line.part}` : `   ${line.part}`)}
            </text>
            {line.marks.map((mark, within) => (
              <g key={mark.from} className={c('mark')} {...markOf(at, within)}>
                <rect
                  className={c(line.isFirst ? 'on' : 'work')}
                  x={scale.x(mark.from) + 1}
                  y={TOP + at * ROW + 4}
                  width={Math.max(2, scale.x(mark.to) - scale.x(mark.from) - 2)}
                  height={13}
                />
              </g>
            ))}
          </g>
        ))}
      </Figure>
    </>
  )
}

const LETTERS_MAX = 19
const shorter = (name: string): string =>
  name.length > LETTERS_MAX ? `${name.slice(0, LETTERS_MAX - 1)}…` : name

function linesOf({ doubling, bands }: PlotsTold): readonly Line[] {
  const { doubling: says } = words().plots
  return doubling.flatMap(({ track, owner, cells }) => {
    const parts = [...new Set(cells.flat())]
    return parts.map((part, index): Line => {
      const inside = bands.filter((_band, at) => cells[at]?.includes(part))
      return {
        ...{ track, owner, part, isFirst: index === 0, items: inside.map(bandName) },
        marks: inside.map((band) => ({
          ...{ from: band.from, to: band.to },
          words: says.mark({ track, part, item: `${band.code} ${band.title}`.trim() }),
        })),
      }
    })
  })
}

function Twin({ lines }: { readonly lines: readonly Line[] }) {
  const { doubling: says } = useWords().plots
  const tracks = [...new Set(lines.map(({ track }) => track))]
  const rows = tracks.map((track) => {
    const own = lines.filter((line) => line.track === track)
    const parts = own.map(({ part, items }) => says.where({ part, items: items.join(', ') }))
    return [track, own[0]?.owner ?? '', parts.join('; ')]
  })
  return <PlotTable title={says.title} heads={says.heads} rows={rows} />
}
