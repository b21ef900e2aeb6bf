// The places of the house, seen from the audience, and the ways between them: how long, how often, and whether it is enough.

import { useMemo } from 'react'
import type { PlotsTold } from '../../wire/plots.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Figure } from './figure.tsx'
import { useMarks } from './marks.ts'
import { laidPlaces, type Spot } from './place-map.ts'
import { PlotTable } from './plot-table.tsx'
import styles from './plots.module.css'
import { lengthWords } from './scale.ts'

const c = classes(styles)

type Way = PlotsTold['ways'][number]

export function PlacesPlot({ told }: { readonly told: PlotsTold }) {
  const { places: says, none } = useWords().plots
  const map = useMemo(() => laidPlaces(told.places), [told])
  const ways = useMemo(
    () => told.ways.filter(({ from, to }) => map.spots.has(from) && map.spots.has(to)),
    [told, map],
  )
  const places = told.places.map((place) => (place.times === 0 ? says.never(place) : says.place(place)))
  const { walked, markOf } = useMarks([places, ways.map(wayWords)])
  if (told.places.length === 0) return <p>{none}</p>
  return (
    <Figure
      {...{ title: says.title, legend: says.legend, walked }}
      size={map.size}
      table={() => <Twin ways={told.ways} />}
    >
      {map.parts.map(({ part, x, y, width, height }) => (
        <g key={part}>
          <rect className={c('part')} x={x} y={y} width={width} height={height} />
          <text className={c('label')} x={x + 8} y={y + 18}>
            {says.parts[part]}
          </text>
        </g>
      ))}
      {ways.map((way, at) => (
        <g key={`${way.from} ${way.to}`} className={c('mark')} {...markOf(1, at)}>
          <WayLine way={way} from={map.spots.get(way.from)} to={map.spots.get(way.to)} />
        </g>
      ))}
      {told.places.map(({ code }, at) => {
        const spot = map.spots.get(code)
        return spot ? (
          <g key={code} className={c('mark')} {...markOf(0, at)}>
            <rect className={c('place')} x={spot.x - 34} y={spot.y - 13} width={68} height={26} rx={4} />
            <text className={c('label', 'loud')} x={spot.x} y={spot.y + 5} textAnchor="middle">
              {code.length > 9 ? `${code.slice(0, 8)}…` : code}
            </text>
          </g>
        ) : null
      })}
    </Figure>
  )
}

type LineParts = { readonly way: Way; readonly from: Spot | undefined; readonly to: Spot | undefined }

function WayLine({ way, from, to }: LineParts) {
  if (!from || !to) return null
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
  const isLate = way.spare !== null && way.spare < 0
  return (
    <>
      <line className={c('way', way.times > 0 && 'walked', way.seconds === null && 'untold')} {...line} />
      {/* A line alone is hard to point at. */}
      <line className={c('reach')} {...line} />
      {isLate ? (
        <path
          className={c('short')}
          d={`M${middle.x - 7} ${middle.y + 7} L${middle.x} ${middle.y - 7} L${middle.x + 7} ${middle.y + 7} Z`}
        />
      ) : null}
    </>
  )
}

const takes = ({ seconds }: Way): string =>
  seconds === null ? words().plots.places.unknown : lengthWords(seconds)

function spareWords({ spare }: Way): string {
  const { places: says } = words().plots
  if (spare === null) return says.unknown
  const length = lengthWords(Math.abs(spare))
  return spare < 0 ? says.late({ length }) : says.spare({ length })
}

const wayWords = (way: Way): string =>
  words().plots.places.way({ ...way, seconds: takes(way), spare: spareWords(way) })

function Twin({ ways }: { readonly ways: readonly Way[] }) {
  const { places: says } = useWords().plots
  const rows = ways.map((way) => [
    way.from,
    way.oneWay ? says.oneWay({ to: way.to }) : way.to,
    takes(way),
    String(way.times),
    way.times === 0 ? '' : spareWords(way),
  ])
  return <PlotTable title={says.title} heads={says.heads} rows={rows} />
}
