// The rows above and below the now-line: cues called, cues to come, and the words between them.

import { memo } from 'react'
import { expectedAt } from '../../core/calling/expected.ts'
import { formatClock } from '../../core/kit/time.ts'
import type { CueLine, MomentLine } from '../../core/night/sections.ts'
import type { Sections } from '../../wire/messages.ts'
import { classes } from '../ui/classes.ts'
import { Live } from '../ui/live.tsx'
import { Sign } from '../ui/signs.tsx'
import { whenWords } from '../ui/words.ts'
import { markedParts, momentWords, type StripRow } from './strip.ts'
import styles from './strip-rows.module.css'

const c = classes(styles)

/** Drawn again only when its rows are others: a press must show at once, and a book is long. */
export const StripRows = memo(function StripRows({
  rows,
  position,
  lit = false,
}: {
  /** The words marked in these rows are those of the moment at the now-line. */
  readonly lit?: boolean
  readonly rows: readonly StripRow[]
  readonly position: Position
}) {
  return (
    <ol className={c('rows', lit && 'lit')}>
      {rows.map((row) => (
        <Row key={keyOf(row)} row={row} position={position} />
      ))}
    </ol>
  )
})

type Position = Sections['position']

function keyOf(row: StripRow): string {
  if (row.kind === 'spoken') return row.key
  return row.kind === 'called' ? `called ${row.seq}` : row.moment.id
}

function Row({ row, position }: { readonly row: StripRow; readonly position: Position }) {
  const zone = position?.timeZone ?? 'UTC'
  switch (row.kind) {
    case 'called':
      return (
        <li className={c('called')}>
          <span className={c('names')}>{row.moment.cues.map((cue) => cue.name).join(' · ')}</span>
          <span className={c('title')}>{row.moment.cues.map((cue) => cue.title).join('; ')}</span>
          <span className={c('time')}>{formatClock(row.at, zone)}</span>
        </li>
      )
    case 'moment':
      return <Upcoming row={row} position={position} />
    case 'spoken':
      return (
        <li className={c('spoken', row.line.kind)}>
          <span className={c('words')}>
            {row.line.speaker === null ? null : <span className={c('speaker')}>{row.line.speaker}. </span>}
            {markedParts(row.line.text, row.marks).map((part) =>
              part.mark ? <mark key={part.text}>{part.text}</mark> : part.text,
            )}
          </span>
        </li>
      )
    default:
      return row satisfies never
  }
}

function Upcoming({
  row,
  position,
}: {
  readonly row: Extract<StripRow, { kind: 'moment' }>
  readonly position: Position
}) {
  const { moment, standby } = row
  return (
    <li className={c('moment')}>
      {moment.cues.map((cue, index) => (
        <div className={c('cue')} key={cue.name}>
          <span className={c('names')}>{cue.name}</span>
          <span className={c('title')}>
            {standby !== null && index === 0 ? (
              <>
                <Sign
                  kind="standby"
                  word={`STANDBY ${standby.acknowledged.length} of ${standby.concerns.length}`}
                />{' '}
              </>
            ) : null}
            {cue.title}
            <How cue={cue} line={index === 0 ? moment.line : null} />
          </span>
          {index === 0 && position ? (
            <Live
              className={c('time')}
              text={(now) => whenWords(now, expectedAt(position.running, moment.at, now), position.timeZone)}
            />
          ) : null}
        </div>
      ))}
      {moment.followers.map((cue) => (
        <div className={c('cue', 'follower')} key={cue.name}>
          <span className={c('names')}>{cue.name}</span>
          <span className={c('title')}>
            {followerWords(cue, moment)} · {cue.title}
          </span>
        </div>
      ))}
    </li>
  )
}

/** What it is called on: a word, something seen, a time. */
function How({ cue, line }: { readonly cue: CueLine; readonly line: string | null }) {
  const watch = cue.how === 'visual' ? `visual: ${cue.watch ?? ''}` : cue.how === 'timed' ? cue.watch : null
  if (watch === null && line === null) return null
  return <span className={c('how')}> · {watch ?? `on “${line}”`}</span>
}

export const followerWords = (cue: CueLine, moment: MomentLine): string =>
  cue.how === 'auto-follow'
    ? `follows by itself ${cue.watch ?? ''}`.trim()
    : `follows on from ${momentWords(moment)}`
