// The show's times over its performances: drawn, and as tables.

import { formatClock, formatLength, type Instant } from '../../core/kit/time.ts'
import { EARLIER_MAX, type LearnedTimes, SAMPLES_MIN, type Usual } from '../../core/running/learned.ts'
import type { PlayedPerformance } from '../../core/running/played.ts'
import { classes } from '../ui/classes.ts'
import { Notice, PaperScreen, usePaper } from './paper.tsx'
import { ActPlot } from './plot.tsx'
import styles from './sheet.module.css'
import { lengthWords, Table } from './table.tsx'

const c = classes(styles)

type Told = {
  readonly writtenAt: Instant
  readonly title: string
  readonly timeZone: string
  readonly items: readonly {
    readonly id: string
    readonly name: string
    readonly act: number
    readonly kind: string
    readonly seconds: number
  }[]
  readonly acts: readonly {
    readonly act: number
    readonly seconds: number
    readonly intervalSeconds: number
  }[]
  readonly usual: LearnedTimes
  readonly performances: readonly PlayedPerformance[]
}

export function StatisticsScreen() {
  const { loaded, again } = usePaper<Told>('/api/statistics')
  if (loaded === null) return <Notice words="Fetching the times…" />
  if ('sentence' in loaded) return <Notice words={loaded.sentence} />
  const { told } = loaded
  return (
    <PaperScreen
      what="running times"
      night={told.title}
      at={told.writtenAt}
      timeZone={told.timeZone}
      data="/api/statistics"
      again={again}
    >
      {(printed) => <Sheet told={told} printed={printed} />}
    </PaperScreen>
  )
}

function Sheet({ told, printed }: { readonly told: Told; readonly printed: string }) {
  const { performances } = told
  return (
    <article className={c('sheet')}>
      <header className={c('head')}>
        <h1 className={c('title')}>{told.title} · running times</h1>
        <p>
          {performances.length === 1 ? '1 performance' : `${performances.length} performances`} closed so far
          {performances.length === EARLIER_MAX ? ', the newest of more' : ''}
        </p>
        <p className={c('quiet')}>
          Holds are taken out. From {SAMPLES_MIN} on, the next performance runs at the median. Read {printed}
        </p>
      </header>
      {performances.length === 0 ? (
        <p className={c('none')}>No performance of this show is closed yet.</p>
      ) : (
        <>
          <ActPlot performances={performances} />
          <Performances told={told} />
          <Usuals told={told} />
        </>
      )}
    </article>
  )
}

/** The figures that are drawn above. */
function Performances({ told: { performances, acts, timeZone } }: { readonly told: Told }) {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium' })
  const heads = acts.flatMap(({ act, intervalSeconds }) =>
    intervalSeconds > 0 ? [`Act ${act}`, `Interval after ${act}`] : [`Act ${act}`],
  )
  return (
    <Table title="Performances" heads={['No.', 'Day', 'Curtain', ...heads]}>
      {performances.map((one) => (
        <tr key={one.number}>
          <th scope="row">{one.number}</th>
          <td>{day.format(one.curtainAt)}</td>
          <td>{formatClock(one.curtainAt, timeZone, false)}</td>
          {acts.flatMap(({ act, intervalSeconds }) => {
            const found = one.acts.find((other) => other.act === act)
            const pause = one.intervals.find((other) => other.after === act)
            const words = `${lengthWords(found?.length ?? null)}${found && !found.whole ? ' (not counted)' : ''}`
            return [
              <td key={`act ${act}`}>{words}</td>,
              ...(intervalSeconds > 0
                ? [<td key={`pause ${act}`}>{lengthWords(pause?.length ?? null)}</td>]
                : []),
            ]
          })}
        </tr>
      ))}
    </Table>
  )
}

function Usuals({ told: { items, acts, usual } }: { readonly told: Told }) {
  return (
    <>
      <Table title="Acts and intervals" heads={['', 'Plan', 'Median', '9 in 10 under', 'Counted']}>
        {acts.flatMap(({ act, seconds, intervalSeconds }) => [
          <Row
            key={`act ${act}`}
            name={`Act ${act}`}
            seconds={seconds}
            usual={usual.acts.find((one) => one.act === act)}
          />,
          ...(intervalSeconds > 0
            ? [
                <Row
                  key={`pause ${act}`}
                  name={`Interval after act ${act}`}
                  seconds={intervalSeconds}
                  usual={usual.intervals.find((one) => one.after === act)}
                />,
              ]
            : []),
        ])}
      </Table>
      <Table title="Items" heads={['', 'Plan', 'Median', '9 in 10 under', 'Counted']}>
        {items
          .filter(({ kind }) => kind !== 'interval')
          .map((item) => (
            <Row
              key={item.id}
              name={item.name}
              seconds={item.seconds}
              usual={usual.items.find((one) => one.item === item.id)}
            />
          ))}
      </Table>
    </>
  )
}

type RowParts = { readonly name: string; readonly seconds: number; readonly usual: Usual | undefined }

function Row({ name, seconds, usual }: RowParts) {
  const few = usual !== undefined && usual.count < SAMPLES_MIN
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatLength((seconds * 1000) as Parameters<typeof formatLength>[0])}</td>
      <td>{lengthWords(usual?.median ?? null)}</td>
      <td>{lengthWords(usual?.late ?? null)}</td>
      <td>
        {usual?.count ?? 0}
        {few || !usual ? ', the plan stands' : ''}
      </td>
    </tr>
  )
}
