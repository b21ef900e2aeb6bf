// The quiet strip: all well, almost dark; or who is being asked about, for when, and what comes next. Of one height always.

import type { ConcernLine } from '../../core/night/presence-sections.ts'
import { useStale } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { phaseOf } from '../ui/phase.ts'
import { Sign } from '../ui/signs.tsx'
import { countdown } from '../ui/words.ts'
import {
  byUrgency,
  countWords,
  isNamed,
  isTroubled,
  nextWords,
  placeWords,
  silenceOf,
  silenceWords,
  wellWords,
} from './concern-lines.ts'
import styles from './quiet-strip.module.css'
import type { Desk } from './use-desk.ts'
import { WatchingLine } from './watching-line.tsx'

const c = classes(styles)

export function QuietStrip({ desk }: { readonly desk: Desk }) {
  const { concern: texts } = useWords()
  const { concerns } = desk.sections
  const stale = useStale()
  if (!concerns) return null
  const lines = byUrgency(concerns.concerns)
  const [first] = lines
  const silence = silenceOf(concerns, isAllOver(desk))
  return (
    <section className={c('strip', stale && 'stale')} aria-label={texts.label}>
      <div className={c('head')}>
        <p className={c(first ? 'lit' : 'well')} role="status">
          {first ? <Sign kind="concern" word={texts.sign} /> : wellWords(silence, isTroubled(desk.sections))}
        </p>
        <Button small onClick={() => desk.open('concern')}>
          {first ? texts.open : texts.look} <KeyHint>q</KeyHint>
        </Button>
      </div>
      <WatchingLine watching={desk.sections.watching} zone={desk.sections.position?.timeZone ?? 'UTC'} />
      {first ? (
        <Pressing desk={desk} lines={lines} first={first} />
      ) : (
        <p className={c('well')}>{silenceWords(silence)}</p>
      )}
    </section>
  )
}

/** No act is left to come. */
const isAllOver = ({ sections: { position } }: Desk): boolean =>
  position === undefined || position === null || ['after', 'closed'].includes(phaseOf(position).kind)

function Pressing({
  desk,
  lines,
  first,
}: {
  readonly desk: Desk
  readonly lines: readonly ConcernLine[]
  readonly first: ConcernLine
}) {
  const { concern: texts } = useWords()
  const { dueAt, nextAt } = first
  return (
    <>
      <p className={c('line')}>{countWords(lines, first)}</p>
      <p className={c('line')}>
        {/* On focus or under a finger: who it is stands on no screen that others read over a shoulder. */}
        <button
          type="button"
          className={c('who', isNamed(first) && 'named')}
          onClick={() => desk.open('concern')}
        >
          <span>{first.name}</span>
          <span className={c('cover')} aria-hidden="true">
            {texts.nameOnFocus}
          </span>
        </button>
        {placeWords(first)}
        {dueAt === null ? null : <Live text={(now) => ` ${texts.in({ left: countdown(now, dueAt) })}`} />}
      </p>
      <p className={c('line', 'next')}>
        {nextAt === null ? null : <Live className={c('left')} text={(now) => `${countdown(now, nextAt)} `} />}
        {nextWords(first)}
      </p>
    </>
  )
}
