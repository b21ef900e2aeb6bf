// How it was: each GO beside its time. Closed, it is forgotten.

import { duration, formatLength } from '../../core/kit/time.ts'
import { ON_TIME_MS, type PracticeResult } from '../../core/running/practice.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import styles from './practice.module.css'

const c = classes(styles)

type HowProps = {
  readonly result: PracticeResult
  readonly again: () => void
  readonly other: () => void
}

export function How({ result, again, other }: HowProps) {
  const { practice: said } = useWords()
  const { lines, called, early, late, medianMs } = result
  const off = (ms: number | null) => {
    if (ms === null) return said.passed
    if (Math.abs(ms) <= ON_TIME_MS) return said.onTime
    const seconds = inSeconds(Math.abs(ms))
    return ms < 0 ? said.early({ seconds }) : said.late({ seconds })
  }
  return (
    <>
      <p role="status">
        {medianMs === null
          ? said.none
          : said.sums({ called, all: lines.length, early, late, median: inSeconds(medianMs) })}
      </p>
      <div className={c('acts')}>
        <Button className={c('button')} onClick={again}>
          {said.again}
        </Button>
        <Button className={c('button')} onClick={other}>
          {said.other}
        </Button>
      </div>
      <div className={c('scroll')}>
        <table className={c('table')} aria-label={said.table}>
          <thead>
            <tr>
              {Object.values(said.heads).map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the cues of one practice, always in their order.
              <tr key={index}>
                <th scope="row">{line.name}</th>
                <td>{clockOf(line.dueMs)}</td>
                <td>{line.calledMs === null ? '' : clockOf(line.calledMs)}</td>
                <td>{off(line.offMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const inSeconds = (ms: number): string => (ms / 1000).toFixed(1)
const clockOf = (ms: number): string => formatLength(duration(Math.max(0, Math.floor(ms))))
