// The rows above and below the now-line: cues called, cues to come, and the words between them.

import { expectedAt } from '../../core/calling/expected.ts'
import { formatClock } from '../../core/kit/time.ts'
import type { CueLine, MomentLine } from '../../core/night/sections.ts'
import type { Sections } from '../../wire/messages.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { Sign } from '../ui/signs.tsx'
import { whenWords } from '../ui/words.ts'
import { momentWords } from './places.ts'
import { markedParts, type StripRow } from './strip.ts'
import styles from './strip-rows.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function StripRows({ rows, desk }: { readonly rows: readonly StripRow[]; readonly desk: Desk }) {
  return (
    <ol className={c('rows')}>
      {rows.map((row) => (
        <Row key={keyOf(row)} row={row} desk={desk} />
      ))}
    </ol>
  )
}

function keyOf(row: StripRow): string {
  if (row.kind === 'spoken') return row.key
  return row.kind === 'called' ? `called ${row.called.seq}` : row.moment.id
}

function Row({ row, desk }: { readonly row: StripRow; readonly desk: Desk }) {
  const { sections } = desk
  switch (row.kind) {
    case 'called':
      return <Called row={row} sections={sections} />
    case 'cut':
      return <Cut moment={row.moment} desk={desk} />
    case 'moment':
      return <Upcoming row={row} sections={sections} />
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

function Called({
  row: { moment, called },
  sections: { position, cues },
}: {
  readonly row: Extract<StripRow, { kind: 'called' }>
  readonly sections: Sections
}) {
  // What went as it should is no news.
  const wrong = called.reports.filter((word) => word.outcome !== 'complete')
  const shortOf = (department: string) => cues?.departments.find((one) => one.id === department)?.short ?? ''
  return (
    <li className={c('called')}>
      <span className={c('names')}>{moment.cues.map((cue) => cue.name).join(' · ')}</span>
      <span className={c('title')}>
        {wrong.length > 0 ? (
          <strong className={c('wrong')}>
            {wrong.map((word) => `${shortOf(word.department)} ${word.outcome}`).join(', ')}{' '}
          </strong>
        ) : null}
        {moment.cues.map((cue) => cue.title).join('; ')}
        {wrong.length === 0 && called.reports.length > 0 ? ' · complete' : ''}
      </span>
      <span className={c('time')}>{formatClock(called.at, position?.timeZone ?? 'UTC')}</span>
    </li>
  )
}

function Cut({ moment, desk }: { readonly moment: MomentLine; readonly desk: Desk }) {
  return (
    <li className={c('cue', 'cut')}>
      <span className={c('names')}>
        <s>{moment.cues.map((cue) => cue.name).join(' · ')}</s>
      </span>
      <span className={c('title')}>
        <strong>CUT</strong> <s>{moment.cues.map((cue) => cue.title).join('; ')}</s>
      </span>
      {desk.rights.calls ? (
        <Button small className={c('again')} onClick={() => desk.restore(moment)}>
          <span className="spoken">Put {momentWords(moment)} back</span>
          <span aria-hidden="true">put back</span>
        </Button>
      ) : null}
    </li>
  )
}

function Upcoming({
  row,
  sections: { position },
}: {
  readonly row: Extract<StripRow, { kind: 'moment' }>
  readonly sections: Sections
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
            {index === 0 && moment.waitsFor !== null ? (
              <span className={c('how')}> · waits for {moment.waitsFor}’s clear</span>
            ) : null}
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
