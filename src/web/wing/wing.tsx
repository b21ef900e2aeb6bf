// The tablet of one side: who and what is due here, where, and in how long?

import type { Instant } from '../../core/kit/time.ts'
import type { DueLine } from '../../core/night/presence-sections.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { SideEntry, SideSection } from '../../core/night/side-section.ts'
import { useSession } from '../link/store.ts'
import { AllSeen } from '../seen/all-seen.tsx'
import { Asks } from '../seen/ask.tsx'
import { LastTapLine } from '../seen/last-tap.tsx'
import { peopleDue } from '../seen/people-due.ts'
import { DuePerson } from '../seen/person.tsx'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Display } from '../ui/display.tsx'
import { Freshness } from '../ui/frame.tsx'
import { IncidentCard } from '../ui/incident-card.tsx'
import { LackLine } from '../ui/lack-line.tsx'
import { Clock } from '../ui/live.tsx'
import { phaseOf } from '../ui/phase.ts'
import { Standing } from '../ui/standing.tsx'
import { useShown } from '../ui/use-shown.ts'
import { WithoutDesk } from '../ui/without-desk.tsx'
import { bigWhenWords, whenWords } from '../ui/words.ts'
import { type Due, type DueGroup, dueHere, kindWords, type DueLine as Line, underName } from './due.ts'
import styles from './wing.module.css'

const c = classes(styles)

export function WingScreen() {
  const { wing } = useWords()
  const shown = useShown()
  const { side, due } = useSession((state) => state.sections)
  if ('lacks' in shown) return <p className={c('lacks')}>{shown.lacks}</p>
  const { position, order, now, stale } = shown
  return (
    <div className={c('screen', stale && 'stale')}>
      <header className={c('head')}>
        <h1>{side ? titleWords(side) : wing.title}</h1>
        <Clock timeZone={position.timeZone} className={c('clock')} />
        <Freshness />
      </header>
      <div>
        <Standing position={position} order={order} now={now} />
        <Asks now={now} zone={position.timeZone} always="kept" />
        {due === undefined ? null : <LastTapLine />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a touch. */}
      <main className={c('main')} tabIndex={0}>
        {side ? (
          <Here side={side} position={position} now={now} stale={stale} />
        ) : (
          <p className={c('free')}>{wing.noSide}</p>
        )}
        <LackLine of={['order', 'entrances']} />
      </main>
      <footer className={c('foot')}>
        <IncidentCard />
        <WithoutDesk />
        <Display sizes />
      </footer>
    </div>
  )
}

function titleWords({ side, prompt }: SideSection): string {
  const { wing } = words()
  return prompt === null ? wing.titleOf({ side }) : wing.titleOfCorner({ side, corner: wing.corners[prompt] })
}

type Moment = { readonly position: PositionSection; readonly now: Instant }
type Known = { readonly dueOf: ReadonlyMap<string, DueLine>; readonly now: Instant; readonly stale: boolean }

function Here({
  side,
  position,
  now,
  stale,
}: Moment & { readonly side: SideSection; readonly stale: boolean }) {
  const { wing } = useWords()
  const due = useSession((state) => state.sections.due)
  const { entries, dueOf } = peopleDue(side.entries, due)
  const { groups, later } = dueHere({ entries }, position, now)
  return (
    <>
      <ol aria-label={wing.dueHere}>
        {groups.map((group) => (
          <Group key={group.key} group={group} position={position} known={{ dueOf, now, stale }} />
        ))}
      </ol>
      <p className={c('later')}>{laterWords(groups.length, later, { position, now })}</p>
    </>
  )
}

function laterWords(count: number, later: Due | null, { position, now }: Moment): string {
  const { wing } = words()
  const { kind } = phaseOf(position)
  if (kind === 'after' || kind === 'closed') return wing.over
  if (later === null) return count === 0 ? wing.nothing : wing.nothingThen
  const when = whenWords(now, later.at, position.timeZone)
  const { place, item, title } = later.entry
  const then = wing.thing({ place, item, title, when })
  return count === 0 ? wing.nextAfterNothing({ then }) : wing.afterwards({ then })
}

function Group({
  group,
  position,
  known,
}: {
  readonly group: DueGroup
  readonly position: PositionSection
  readonly known: Known
}) {
  const { times } = useWords()
  const { now, dueOf } = known
  const people = group.lines.flatMap(({ entries }) => entries.flatMap(({ id }) => dueOf.get(id) ?? []))
  return (
    <li className={c('group')}>
      <h2 className={c('entrance')}>
        <span className={c('place')}>{group.place}</span>
        <span className={c('item')}>{group.item}</span>
        <span className={c('when')}>
          {group.begun ? times.now : bigWhenWords(now, group.at, position.timeZone)}
        </span>
      </h2>
      <AllSeen lines={people} now={now} />
      {group.lines.map((line) => (
        <LineOf key={line.entries[0]?.id ?? line.title} line={line} known={known} />
      ))}
    </li>
  )
}

type LineParts = { readonly line: Line; readonly known: Known }

function LineOf({ line: { kind, title, entries }, known }: LineParts) {
  return (
    <div className={c('line')}>
      <p className={c('what')}>
        <span className={c('kind')}>{kindWords(kind)}</span> {title}
      </p>
      <ul className={c('people')}>
        {entries.map((entry) => (
          <Person key={entry.id} entry={entry} known={known} />
        ))}
      </ul>
    </div>
  )
}

/** Whoever is due can be tapped; what is a department's, or not asked of a person, only stands there. */
function Person({
  entry,
  known: { dueOf, now, stale },
}: {
  readonly entry: SideEntry
  readonly known: Known
}) {
  const name = entry.name ?? (entry.as === '' ? null : entry.as)
  const under = [underName(entry), entry.notes ?? ''].filter((text) => text !== '')
  const line = dueOf.get(entry.id)
  if (line) return <DuePerson line={line} under={under} now={now} stale={stale} />
  if (name === null && under.length === 0) return null
  return (
    <li className={c('person')}>
      {name === null ? null : <span className={c('name')}>{name}</span>}
      {under.map((text) => (
        <span key={text} className={c('small')}>
          {text}
        </span>
      ))}
    </li>
  )
}
