// The people of one's changes, on a dresser's own phone: who is due to them, and one tap says that they are here.

import { expectedAt } from '../../core/calling/expected.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { whenWords } from '../ui/words.ts'
import { LastTapLine } from './last-tap.tsx'
import { DuePerson } from './person.tsx'
import styles from './seen.module.css'

const c = classes(styles)

type Parts = { readonly position: PositionSection; readonly now: Instant; readonly stale: boolean }

/** Nothing for whoever has no such people, or a side: those are on its tablet. */
export function PeopleInCare({ position, now, stale }: Parts) {
  const { seen } = useWords()
  const due = useSession((state) => state.sections.due)
  if (!due || due.side !== null) return null
  const lines = due.lines
    .map((line) => ({ line, at: expectedAt(position.running, line.point, now) }))
    .sort((a, b) => a.at - b.at)
  return (
    <section aria-label={seen.changes} className={c('care')}>
      <h2 className={c('careHeading')}>{seen.changes}</h2>
      <LastTapLine />
      {lines.length === 0 ? <p className={c('small')}>{seen.nobodyDue}</p> : null}
      <ul>
        {lines.map(({ line, at }) => (
          <DuePerson
            key={`${line.key} ${line.person}`}
            line={line}
            under={[`${line.title} · ${line.place} · ${whenWords(now, at, position.timeZone)}`]}
            now={now}
            stale={stale}
          />
        ))}
      </ul>
    </section>
  )
}
