// The tablet of one side: who and what is due here, where, and in how long?

import type { Instant } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { SideEntry, SideSection } from '../../core/night/side-section.ts'
import { useSession } from '../link/store.ts'
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
import { type Due, type DueGroup, type DueLine, dueHere, kindWords, underName } from './due.ts'
import styles from './wing.module.css'

const c = classes(styles)

export function WingScreen() {
  const { wing } = useWords()
  const shown = useShown()
  const { side } = useSession((state) => state.sections)
  if ('lacks' in shown) return <p className={c('lacks')}>{shown.lacks}</p>
  const { position, order, now, stale } = shown
  return (
    <div className={c('screen', stale && 'stale')}>
      <header className={c('head')}>
        <h1>{side ? titleWords(side) : wing.title}</h1>
        <Clock timeZone={position.timeZone} className={c('clock')} />
        <Freshness />
      </header>
      <Standing position={position} order={order} now={now} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a touch. */}
      <main className={c('main')} tabIndex={0}>
        {side ? (
          <Here side={side} position={position} now={now} />
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

function Here({ side, position, now }: Moment & { readonly side: SideSection }) {
  const { wing } = useWords()
  const { groups, later } = dueHere(side, position, now)
  return (
    <>
      <ol aria-label={wing.dueHere}>
        {groups.map((group) => (
          <Group key={group.key} group={group} position={position} now={now} />
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

function Group({ group, position, now }: Moment & { readonly group: DueGroup }) {
  const { times } = useWords()
  return (
    <li className={c('group')}>
      <h2 className={c('entrance')}>
        <span className={c('place')}>{group.place}</span>
        <span className={c('item')}>{group.item}</span>
        <span className={c('when')}>
          {group.begun ? times.now : bigWhenWords(now, group.at, position.timeZone)}
        </span>
      </h2>
      {group.lines.map((line) => (
        <Line key={line.entries[0]?.id ?? line.title} line={line} />
      ))}
    </li>
  )
}

function Line({ line: { kind, title, entries } }: { readonly line: DueLine }) {
  return (
    <div className={c('line')}>
      <p className={c('what')}>
        <span className={c('kind')}>{kindWords(kind)}</span> {title}
      </p>
      <ul className={c('people')}>
        {entries.map((entry) => (
          <Person key={entry.id} entry={entry} />
        ))}
      </ul>
    </div>
  )
}

/** As large as a touch will need to be, once whoever stands here can say that they have seen somebody. */
function Person({ entry }: { readonly entry: SideEntry }) {
  const name = entry.name ?? (entry.as === '' ? null : entry.as)
  const under = underName(entry)
  if (name === null && under === '' && entry.notes === null) return null
  return (
    <li className={c('person')}>
      {name === null ? null : <span className={c('name')}>{name}</span>}
      {under === '' ? null : <span className={c('small')}>{under}</span>}
      {entry.notes === null ? null : <span className={c('small')}>{entry.notes}</span>}
    </li>
  )
}
