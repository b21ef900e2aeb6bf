// For a chaperone: what is being asked about the children in their care, and who is looking. Nothing while nobody asks.

import type { Instant } from '../../core/kit/time.ts'
import type { ConcernLine } from '../../core/night/presence-sections.ts'
import { useSession } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { whenWords } from '../ui/words.ts'
import styles from './seen.module.css'

const c = classes(styles)

type Parts = { readonly now: Instant; readonly zone: string }

/** Only a chaperone has concerns and a track of their wards on a phone; whoever leads them has the desk. */
export function WardsAsked({ now, zone }: Parts) {
  const { wardsAsked: said } = useWords()
  const { concerns, wards } = useSession((state) => state.sections)
  if (concerns === undefined || wards === undefined || concerns.concerns.length === 0) return null
  return (
    <section aria-label={said.label} className={c('care')}>
      <h2 className={c('careHeading')}>{said.label}</h2>
      <ul>
        {concerns.concerns.map((line) => (
          <li key={line.concern} className={c('drafted')}>
            <p className={c('name')}>{line.name}</p>
            <p role="status" className={c('small')}>
              {stateWords(line, now, zone)}
            </p>
            <p className={c('small')}>{lastSeenWords(line, zone)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateWords({ state, looking, dueAt }: ConcernLine, now: Instant, zone: string): string {
  const { wardsAsked: said } = words()
  const what = looking === null ? said.state[state] : said.looking({ name: looking.name })
  return dueAt === null ? what : said.due({ what, when: whenWords(now, dueAt, zone) })
}

function lastSeenWords({ lastSeen }: ConcernLine, zone: string): string {
  const { wardsAsked: said } = words()
  if (lastSeen === null) return said.neverSeen
  const { place, by, at } = lastSeen
  const clock = formatClock(at, zone, false)
  if (by === null) return place === null ? said.seen({ clock }) : said.seenAt({ place, clock })
  return place === null ? said.seenBy({ by, clock }) : said.seenByAt({ by, place, clock })
}
