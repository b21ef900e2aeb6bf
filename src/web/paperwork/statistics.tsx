// The show's times over its performances: drawn, and as tables.

import { formatLength, type Instant } from '../../core/kit/time.ts'
import { EARLIER_MAX, type LearnedTimes, SAMPLES_MIN, type Usual } from '../../core/running/learned.ts'
import type { PlayedPerformance } from '../../core/running/played.ts'
import { localeNow, useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
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
  readonly unreadable: readonly number[]
}

export function StatisticsScreen() {
  const { statistics: said } = useWords()
  const { loaded, again } = usePaper<Told>('/api/statistics')
  if (loaded === null) return <Notice words={said.fetching} />
  if ('sentence' in loaded) return <Notice words={loaded.sentence} />
  const { told } = loaded
  return (
    <PaperScreen
      what={said.what}
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
  const { statistics: said } = useWords()
  const { performances } = told
  const closed = { performances: performances.length }
  return (
    <article className={c('sheet')}>
      <header className={c('head')}>
        <h1 className={c('title')}>{said.title({ title: told.title })}</h1>
        <p>{performances.length === EARLIER_MAX ? said.closedOfMore(closed) : said.closed(closed)}</p>
        {told.unreadable.length > 0 ? (
          <p role="status">
            {said.unreadable({
              numbers: told.unreadable.map((number) => words().kinds.ofNumber({ number })).join(', '),
            })}
          </p>
        ) : null}
        <p className={c('quiet')}>{said.how({ from: SAMPLES_MIN, clock: printed })}</p>
      </header>
      {performances.length === 0 ? (
        <p className={c('none')}>{said.none}</p>
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
  const { papers, statistics: said } = useWords()
  const day = new Intl.DateTimeFormat(localeNow(), { timeZone, dateStyle: 'medium' })
  const heads = acts.flatMap(({ act, intervalSeconds }) =>
    intervalSeconds > 0 ? [papers.act({ act }), said.intervalAfter({ act })] : [papers.act({ act })],
  )
  return (
    <Table title={said.performances} heads={[said.number, said.day, said.curtain, ...heads]}>
      {performances.map((one) => (
        <tr key={one.number}>
          <th scope="row">{words().kinds.ofNumber(one)}</th>
          <td>{day.format(one.curtainAt)}</td>
          <td>{formatClock(one.curtainAt, timeZone, false)}</td>
          {acts.flatMap(({ act, intervalSeconds }) => {
            const found = one.acts.find((other) => other.act === act)
            const pause = one.intervals.find((other) => other.after === act)
            const length = lengthWords(found?.length ?? null)
            return [
              <td key={`act ${act}`}>{found && !found.whole ? said.notCounted({ length }) : length}</td>,
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
  const { papers, statistics: said } = useWords()
  const heads = ['', ...Object.values(said.heads)]
  return (
    <>
      <Table title={said.acts} heads={heads}>
        {acts.flatMap(({ act, seconds, intervalSeconds }) => [
          <Row
            key={`act ${act}`}
            name={papers.act({ act })}
            seconds={seconds}
            usual={usual.acts.find((one) => one.act === act)}
          />,
          ...(intervalSeconds > 0
            ? [
                <Row
                  key={`pause ${act}`}
                  name={said.intervalAfterAct({ act })}
                  seconds={intervalSeconds}
                  usual={usual.intervals.find((one) => one.after === act)}
                />,
              ]
            : []),
        ])}
      </Table>
      <Table title={said.items} heads={heads}>
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
  const { planStands } = useWords().statistics
  const few = usual !== undefined && usual.count < SAMPLES_MIN
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatLength((seconds * 1000) as Parameters<typeof formatLength>[0])}</td>
      <td>{lengthWords(usual?.median ?? null)}</td>
      <td>{lengthWords(usual?.late ?? null)}</td>
      <td>{few || !usual ? planStands({ counted: usual?.count ?? 0 }) : usual.count}</td>
    </tr>
  )
}
