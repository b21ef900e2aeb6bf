// The rows above and below the now-line: cues called, cues to come, and the words between them.

import { memo } from 'react'
import type { CueLine, MomentLine } from '../../core/night/sections.ts'
import type { Sections } from '../../wire/messages.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { cueWhen } from '../ui/phase.ts'
import { Sign } from '../ui/signs.tsx'
import { momentWords } from './places.ts'
import { markedParts, type StripRow } from './strip.ts'
import styles from './strip-rows.module.css'

const c = classes(styles)

type Restore = ((moment: MomentLine) => void) | null

/** Drawn again only when its rows are others: a press must show at once, and a book is long. */
export const StripRows = memo(function StripRows({
  rows,
  position,
  restore,
  lit = false,
}: {
  /** The words marked in these rows are those of the moment at the now-line. */
  readonly lit?: boolean
  readonly rows: readonly StripRow[]
  readonly position: Position
  /** Puts a cut cue back; null for whoever may not. */
  readonly restore: Restore
}) {
  return (
    <ol className={c('rows', lit && 'lit')}>
      {rows.map((row) => (
        <Row key={keyOf(row)} row={row} position={position} restore={restore} />
      ))}
    </ol>
  )
})

type Position = Sections['position']

function keyOf(row: StripRow): string {
  if (row.kind === 'spoken') return row.key
  return row.kind === 'called' ? `called-${row.called.seq}` : row.moment.id
}

function Row({
  row,
  position,
  restore,
}: {
  readonly row: StripRow
  readonly position: Position
  readonly restore: Restore
}) {
  switch (row.kind) {
    case 'called':
      return <Called row={row} position={position} />
    case 'cut':
      return <Cut moment={row.moment} restore={restore} />
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

function Called({
  row: { moment, called, wrong, complete },
  position,
}: {
  readonly row: Extract<StripRow, { kind: 'called' }>
  readonly position: Position
}) {
  const texts = useWords().strip
  return (
    <li className={c('called')}>
      <span className={c('names')}>{moment.cues.map((cue) => cue.name).join(' · ')}</span>
      <span className={c('title')}>
        {wrong === null ? null : <strong className={c('wrong')}>{wrong} </strong>}
        {moment.cues.map((cue) => cue.title).join('; ')}
        {complete ? ` · ${texts.complete}` : ''}
      </span>
      <span className={c('time')}>{formatClock(called.at, position?.timeZone ?? 'UTC')}</span>
    </li>
  )
}

function Cut({ moment, restore }: { readonly moment: MomentLine; readonly restore: Restore }) {
  const { strip: texts, department } = useWords()
  return (
    <li className={c('cue', 'cut')}>
      <span className={c('names')}>
        <s>{moment.cues.map((cue) => cue.name).join(' · ')}</s>
      </span>
      <span className={c('title')}>
        <strong>{department.cut}</strong> <s>{moment.cues.map((cue) => cue.title).join('; ')}</s>
      </span>
      {restore ? (
        <Button small className={c('again')} onClick={() => restore(moment)}>
          <span className="spoken">{texts.putCueBack({ cue: momentWords(moment) })}</span>
          <span aria-hidden="true">{texts.putBack}</span>
        </Button>
      ) : null}
    </li>
  )
}

function Upcoming({
  row,
  position,
}: {
  readonly row: Extract<StripRow, { kind: 'moment' }>
  readonly position: Position
}) {
  const { strip: texts, desk, signs } = useWords()
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
                  word={texts.standbyOf({
                    sign: signs.standby,
                    answered: standby.acknowledged.length,
                    all: standby.concerns.length,
                  })}
                />{' '}
              </>
            ) : null}
            {cue.title}
            {index === 0 && moment.waitsFor !== null ? (
              <span className={c('how')}> · {desk.waitsFor({ who: moment.waitsFor })}</span>
            ) : null}
            <How cue={cue} line={index === 0 ? moment.line : null} />
          </span>
          {index === 0 && position ? (
            <Live className={c('time')} text={(now) => cueWhen(position, moment.at, now)} />
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
  const { department, nowBlock } = useWords()
  const watch =
    cue.how === 'visual'
      ? department.visual({ watch: cue.watch ?? '' })
      : cue.how === 'timed'
        ? cue.watch
        : null
  if (watch === null && line === null) return null
  return <span className={c('how')}> · {watch ?? nowBlock.on({ line: line ?? '' })}</span>
}

export const followerWords = (cue: CueLine, moment: MomentLine): string =>
  cue.how !== 'auto-follow'
    ? words().strip.followsFrom({ cue: momentWords(moment) })
    : cue.watch === null
      ? words().department.followsItself
      : words().department.followsItselfAt({ watch: cue.watch })
