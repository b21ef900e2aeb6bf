// How thick the cues lie: a bar for each minute of the show.

import { useMemo, useState } from 'react'
import type { PlotsTold } from '../../wire/plots.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Bands, TOP, WhichAct } from './bands.tsx'
import { Figure } from './figure.tsx'
import { useMarks } from './marks.ts'
import { PlotTable } from './plot-table.tsx'
import styles from './plots.module.css'
import { atWords, bandName, lengthWords, scaleOf } from './scale.ts'

const c = classes(styles)

const HEIGHT = 260
const FOOT = 20
const MINUTE = 60

type Minute = PlotsTold['minutes'][number]

export function DensityPlot({ told }: { readonly told: PlotsTold }) {
  const { cues: says, none } = useWords().plots
  const [act, choose] = useState<number | null>(null)
  const scale = useMemo(() => scaleOf(told.bands, act), [told, act])
  const minutes = told.minutes.filter(({ from }) => from < scale.to && from + MINUTE > scale.from)
  const { walked, markOf } = useMarks([minutes.map((one) => minuteWords(one, told.bands))])
  if (told.minutes.length === 0) return <p>{none}</p>
  const most = Math.max(...told.minutes.map(({ cues }) => cues))
  const y = (cues: number) => HEIGHT - FOOT - (cues / most) * (HEIGHT - FOOT - TOP)
  const bar = (one: Minute, count: number) => ({
    x: scale.x(one.from) + 0.5,
    y: y(count),
    width: Math.max(1, scale.x(one.from + MINUTE) - scale.x(one.from) - 1),
    height: y(0) - y(count),
  })
  return (
    <>
      <WhichAct bands={told.bands} act={act} choose={choose} />
      <Figure
        {...{ title: says.title, legend: says.legend, walked }}
        size={{ width: scale.width, height: HEIGHT }}
        names={[...new Set([0, Math.ceil(most / 2), most])].map((count) => ({
          ...{ y: y(count) + 4, text: String(count), end: true },
        }))}
        table={() => <Twin told={told} />}
      >
        <Bands scale={scale} height={HEIGHT - FOOT} />
        {minutes.map((one, at) => (
          <g key={one.from} className={c('mark')} {...markOf(0, at)}>
            <rect className={c('work')} {...bar(one, one.cues)} />
            <rect className={c('on')} {...bar(one, one.goes)} />
          </g>
        ))}
      </Figure>
    </>
  )
}

const departmentsOf = ({ of }: Minute): string => {
  const { cues: says } = words().plots
  return of.map((one) => says.of(one)).join(', ')
}

const minuteWords = (minute: Minute, bands: PlotsTold['bands']): string =>
  words().plots.cues.mark({ ...minute, at: atWords(bands, minute.from), of: departmentsOf(minute) })

function Twin({ told: { minutes, bands } }: { readonly told: PlotsTold }) {
  const { cues: says } = useWords().plots
  const rows = minutes.map((minute) => {
    const band = bands.findLast(({ from }) => from <= minute.from)
    const cells = [minute.goes, minute.cues].map(String)
    return [lengthWords(minute.from), band ? bandName(band) : '', ...cells, departmentsOf(minute)]
  })
  return <PlotTable title={says.title} heads={says.heads} rows={rows} />
}
