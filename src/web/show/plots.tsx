// Plots of the show to look at: who is on when, cues by the minute, who plays what; each with its table, by keyboard and on paper.

import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { formatLength } from '../../core/kit/time.ts'
import type { Plot, PlotSpan } from '../../core/show/plots.ts'
import type { ShowBook } from '../../wire/office.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Press } from './parts.tsx'
import styles from './plots.module.css'

const c = classes(styles)

const WIDTH = 1_000
const NAMES = 170
const ROW = 18
const HEAD = 22
const BARS = 120

type Shown = { readonly show: ShowBook }
type Length = Parameters<typeof formatLength>[0]
const clock = (seconds: number): string => formatLength((Math.round(seconds) * 1_000) as Length)

export function Plots({ show }: Shown) {
  const { showPlots: plots } = useWords()
  const { plot } = show
  if (plot.tracks.length === 0) return <p>{plots.lack}</p>
  return (
    <div className={c('plots')}>
      <Press onClick={() => window.print()}>{plots.print}</Press>
      <OnStage plot={plot} />
      {show.cues.length === 0 ? null : <CueDensity plot={plot} />}
      <Doubling show={show} />
    </div>
  )
}

const placeIn = (plot: Plot) => (at: number) => NAMES + (at / Math.max(1, plot.seconds)) * (WIDTH - NAMES)

type FigureFacts = {
  readonly title: string
  readonly keys: string
  readonly many: number
  readonly say: (at: number) => string
  readonly children: (chosen: number | null) => ReactNode
  readonly table: ReactNode
}

/** Arrows go through what is drawn; what the chosen one is stands below in words. */
function Figure({ title, keys, many, say, children, table }: FigureFacts) {
  const { showPlots: plots } = useWords()
  const [chosen, choose] = useState<number | null>(null)
  const step = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    choose(Math.min(many - 1, Math.max(0, (chosen ?? -1) + by)))
  }
  return (
    <figure className={c('figure')} aria-label={title}>
      <figcaption>
        <h2 className={c('title')}>{title}</h2>
        <p className={c('hint')}>{keys}</p>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is gone through by keys is reached by them. */}
      <section className={c('drawn')} tabIndex={0} aria-label={title} onKeyDown={step}>
        {children(chosen)}
      </section>
      <p className={c('said')} role="status">
        {chosen === null ? '' : say(chosen)}
      </p>
      <details className={c('table')}>
        <summary className={c('summary')}>{plots.table}</summary>
        {table}
      </details>
    </figure>
  )
}

function OnStage({ plot }: { readonly plot: Plot }) {
  const { showPlots: plots } = useWords()
  const x = placeIn(plot)
  const { tracks } = plot
  const listed = (spans: readonly PlotSpan[]) =>
    spans.map(({ from, to }) => plots.between({ from: clock(from), to: clock(to) })).join(', ')
  const say = (at: number) => {
    const track = tracks[at]
    return track ? plots.said({ title: track.title, on: listed(track.on), short: listed(track.short) }) : ''
  }
  return (
    <Figure
      {...{ title: plots.onStage, keys: plots.onStageKeys, many: tracks.length, say }}
      table={
        <Rows heads={[plots.track, plots.on, plots.off, plots.changes]}>
          {tracks.map(({ id, title, on, short, changes }) => [
            id,
            title,
            listed(on),
            listed(short),
            listed(changes),
          ])}
        </Rows>
      }
    >
      {(chosen) => (
        <svg className={c('svg')} viewBox={`0 0 ${WIDTH} ${HEAD + tracks.length * ROW}`} aria-hidden="true">
          <Bands plot={plot} height={tracks.length * ROW} />
          {tracks.map((track, row) => (
            <g key={track.id} transform={`translate(0 ${HEAD + row * ROW})`}>
              {row === chosen ? <rect className={c('chosen')} width={WIDTH} height={ROW} /> : null}
              <TrackRow track={track} x={x} />
            </g>
          ))}
        </svg>
      )}
    </Figure>
  )
}

/** Each kind of time in a shape of its own. */
function TrackRow({
  track,
  x,
}: {
  readonly track: Plot['tracks'][number]
  readonly x: (seconds: number) => number
}) {
  return (
    <>
      <text className={c('name')} x={NAMES - 8} y={ROW - 5} textAnchor="end">
        {track.title.slice(0, 22)}
      </text>
      {track.on.map(({ from, to }) => (
        <rect
          key={from}
          className={c('on')}
          x={x(from)}
          y={4}
          width={Math.max(1.5, x(to) - x(from))}
          height={ROW - 8}
        />
      ))}
      {track.changes.map(({ from }) => (
        <path key={from} className={c('change')} d={`M${x(from)} 1l6 8l-6 8l-6 -8z`} />
      ))}
      {track.short.map(({ from, to }) => (
        <path
          key={from}
          className={c('short')}
          d={`M${(x(from) + x(to)) / 2 - 4} 3l8 ${ROW - 6}m0 ${6 - ROW}l-8 ${ROW - 6}`}
        />
      ))}
    </>
  )
}

/** Every second item is shaded; each has its code where there is room for it. */
function Bands({ plot, height }: { readonly plot: Plot; readonly height: number }) {
  const x = placeIn(plot)
  return plot.items.map(({ id, code, from, to }, at) => (
    <g key={id}>
      {at % 2 === 0 ? (
        <rect className={c('band')} x={x(from)} y={HEAD} width={x(to) - x(from)} height={height} />
      ) : null}
      <line className={c('edge')} x1={x(from)} x2={x(from)} y1={HEAD - 4} y2={HEAD + height} />
      {x(to) - x(from) > code.length * 8 ? (
        <text className={c('name')} x={x(from) + 2} y={HEAD - 8}>
          {code}
        </text>
      ) : null}
    </g>
  ))
}

function CueDensity({ plot }: { readonly plot: Plot }) {
  const { showPlots: plots } = useWords()
  const x = placeIn(plot)
  const most = Math.max(1, ...plot.cues)
  const say = (at: number) => plots.saidMinute({ at: clock(at * 60), many: plot.cues[at] ?? 0 })
  return (
    <Figure
      {...{ title: plots.cues, keys: plots.cuesKeys, many: plot.cues.length, say }}
      table={
        <Rows heads={[plots.minute, plots.called]}>
          {plot.cues.flatMap((many, at) => (many === 0 ? [] : [[`${at}`, clock(at * 60), `${many}`]]))}
        </Rows>
      }
    >
      {(chosen) => (
        <svg className={c('svg')} viewBox={`0 0 ${WIDTH} ${HEAD + BARS}`} aria-hidden="true">
          <Bands plot={plot} height={BARS} />
          <text className={c('name')} x={NAMES - 8} y={HEAD + 12} textAnchor="end">
            {most}
          </text>
          {plot.cues.map((many, at) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: its place is what a minute is called by.
              key={at}
              className={c(at === chosen ? 'chosenBar' : 'on')}
              x={x(at * 60)}
              y={HEAD + BARS - (many / most) * BARS}
              width={Math.max(1, x(60) - x(0) - 1)}
              height={(many / most) * BARS}
            />
          ))}
        </svg>
      )}
    </Figure>
  )
}

function Doubling({ show }: Shown) {
  const { showPlots: plots } = useWords()
  const { plot } = show
  const owners = new Map(show.tracks.map(({ id, owner }) => [id, owner]))
  const people = [...new Set(plot.tracks.map(({ id }) => owners.get(id) || plots.nobody))]
  const isIn = ({ from, to }: PlotSpan, on: readonly PlotSpan[]) =>
    on.some((span) => span.from < to && (span.to > from || (span.from === span.to && span.from >= from)))
  const rows = people.map((person) => {
    const own = plot.tracks.filter(({ id }) => (owners.get(id) || plots.nobody) === person)
    const items = plot.items.map((item) => own.filter(({ on }) => isIn(item, on)).map(({ title }) => title))
    return { person, own: own.map(({ title }) => title), items }
  })
  const x = placeIn(plot)
  const say = (at: number) => `${rows[at]?.person ?? ''}: ${rows[at]?.own.join(', ') ?? ''}`
  return (
    <Figure
      {...{ title: plots.doubling, keys: plots.doublingKeys, many: rows.length, say }}
      table={
        <Rows heads={[plots.person, plots.track, ...plot.items.map(({ code }) => code)]}>
          {rows.map(({ person, own, items }) => [
            person,
            person,
            own.join(', '),
            ...items.map((titles) => titles.join(' + ')),
          ])}
        </Rows>
      }
    >
      {(chosen) => (
        <svg className={c('svg')} viewBox={`0 0 ${WIDTH} ${HEAD + rows.length * ROW}`} aria-hidden="true">
          <Bands plot={plot} height={rows.length * ROW} />
          {rows.map(({ person, items }, row) => (
            <g key={person} transform={`translate(0 ${HEAD + row * ROW})`}>
              {row === chosen ? <rect className={c('chosen')} width={WIDTH} height={ROW} /> : null}
              <text className={c('name')} x={NAMES - 8} y={ROW - 5} textAnchor="end">
                {person.slice(0, 22)}
              </text>
              {plot.items.map(({ id, from, to }, at) => {
                const many = items[at]?.length ?? 0
                if (many === 0) return null
                const how = many > 1 && person !== plots.nobody ? 'ring' : 'on'
                return <circle key={id} className={c(how)} cx={(x(from) + x(to)) / 2} cy={ROW / 2} r={4} />
              })}
            </g>
          ))}
        </svg>
      )}
    </Figure>
  )
}

/** The first of each row is its key. */
function Rows({
  heads,
  children,
}: {
  readonly heads: readonly string[]
  readonly children: readonly (readonly string[])[]
}) {
  return (
    <div className={c('wide')}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {children.map(([key = '', ...cells]) => (
            <tr key={key}>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is called by its column.
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
