// Act times over performances, drawn: each act a shape of its own, so that it prints in black. Its table stands beside it.

import { formatLength } from '../../core/kit/time.ts'
import type { PlayedPerformance } from '../../core/running/played.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './plot.module.css'

const c = classes(styles)

const WIDTH = 720
const HEIGHT = 280
const EDGE = { left: 64, right: 16, top: 12, bottom: 36 }

type Point = { readonly x: number; readonly y: number; readonly words: string; readonly whole: boolean }

export function ActPlot({ performances }: { readonly performances: readonly PlayedPerformance[] }) {
  const { plot } = useWords().statistics
  const acts = [...new Set(performances.flatMap((one) => one.acts.map(({ act }) => act)))].sort()
  const lengths = performances.flatMap((one) => one.acts.map(({ length }) => length))
  const top = Math.max(1, ...lengths) * 1.1
  const x = (index: number) =>
    EDGE.left + ((index + 0.5) * (WIDTH - EDGE.left - EDGE.right)) / Math.max(1, performances.length)
  const y = (length: number) => HEIGHT - EDGE.bottom - (length / top) * (HEIGHT - EDGE.top - EDGE.bottom)
  const points = (act: number): readonly Point[] =>
    performances.flatMap((one, index) =>
      one.acts
        .filter((other) => other.act === act)
        .map(({ length, whole }) => ({
          x: x(index),
          y: y(length),
          whole,
          words: pointWords({ number: one.number, act, length: formatLength(length) }, whole),
        })),
    )
  return (
    <figure className={c('figure')}>
      <figcaption>
        {plot.caption({
          acts: acts.map((act) => plot.act({ act, shape: plot.shapes[shapeName(act)] })).join(', '),
        })}
      </figcaption>
      <svg className={c('plot')} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <title>{plot.title}</title>
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <g key={part}>
            <line
              className={c('grid')}
              x1={EDGE.left}
              x2={WIDTH - EDGE.right}
              y1={y(part * top)}
              y2={y(part * top)}
            />
            <text className={c('label')} x={EDGE.left - 8} y={y(part * top) + 4} textAnchor="end">
              {formatLength(Math.round(part * top) as Parameters<typeof formatLength>[0])}
            </text>
          </g>
        ))}
        {performances.map((one, index) => (
          <text key={one.number} className={c('label')} x={x(index)} y={HEIGHT - 12} textAnchor="middle">
            {words().kinds.ofNumber(one)}
          </text>
        ))}
        {acts.map((act) => (
          <Act key={act} act={act} points={points(act)} />
        ))}
      </svg>
    </figure>
  )
}

function Act({ act, points }: { readonly act: number; readonly points: readonly Point[] }) {
  return (
    <g>
      <polyline
        className={c('line')}
        strokeDasharray={act % 2 === 0 ? '6 4' : undefined}
        points={points.map((point) => `${point.x},${point.y}`).join(' ')}
      />
      {points.map((point) => (
        // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: reached by key only to be read out, as its row is.
        <g key={point.words} tabIndex={0} role="img" aria-label={point.words} className={c('point')}>
          <title>{point.words}</title>
          <path className={c('mark', !point.whole && 'hollow')} d={shape(act, point)} />
        </g>
      ))}
    </g>
  )
}

type PointOf = { readonly number: number; readonly act: number; readonly length: string }

function pointWords(point: PointOf, whole: boolean): string {
  const { plot } = words().statistics
  return whole ? plot.point(point) : plot.pointNotCounted(point)
}

const shapeNames = ['disc', 'square', 'diamond', 'triangle'] as const

const shapeName = (act: number): (typeof shapeNames)[number] => shapeNames[(act - 1) % 4] ?? 'disc'

function shape(act: number, { x, y }: Point): string {
  switch (shapeName(act)) {
    case 'square':
      return `M${x - 6} ${y - 6}h12v12h-12z`
    case 'diamond':
      return `M${x} ${y - 8}l8 8l-8 8l-8 -8z`
    case 'triangle':
      return `M${x} ${y - 8}l8 14h-16z`
    default:
      return `M${x - 6} ${y}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z`
  }
}
