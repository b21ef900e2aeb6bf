// The stage map: where was everybody last seen, and how sure is that?

import type { Instant } from '../../core/kit/time.ts'
import type { WhereSection } from '../../core/night/presence-sections.ts'
import { showTime, useLink, useNothingOpen, useSession, useStale } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Display } from '../ui/display.tsx'
import { Freshness } from '../ui/frame.tsx'
import { IncidentCard } from '../ui/incident-card.tsx'
import { useEverySecond } from '../ui/ticker.ts'
import { useMapLookedAt } from './looked-up.ts'
import { agoOf, howWords } from './seen-words.tsx'
import styles from './stage-map.module.css'
import { NAMES_IN_PLACE_MAX, type Part, parts, type Spot, type Standee, stagePlan } from './stage-plan.ts'
import { certainties, standingOf } from './standing.ts'

const c = classes(styles)

export function StageMapScreen() {
  const { frame, stageMap } = useWords()
  const { where, position } = useSession((state) => state.sections)
  useMapLookedAt(where !== undefined)
  const nothingOpen = useNothingOpen()
  const stale = useStale()
  const now = showTime(useLink())
  useEverySecond()
  if (nothingOpen || position === null) return <p className={c('lacks')}>{frame.nothingOpen}</p>
  if (!position || now === null) return <p className={c('lacks')}>{frame.waiting}</p>
  if (!where) return <p className={c('lacks')}>{stageMap.notGiven}</p>
  return (
    <div className={c('screen', stale && 'stale')}>
      <header className={c('head')}>
        <h1>{stageMap.title}</h1>
        <p className={c('lead')}>{stageMap.lead}</p>
        <Freshness />
      </header>
      <main className={c('main')}>
        <Plan where={where} now={now} />
        <Everyone where={where} now={now} />
      </main>
      <footer className={c('foot')}>
        <a className={c('link')} href="/desk">
          {stageMap.back}
        </a>
        <Legend />
        <Display />
      </footer>
      <div className={`${c('help')} at-foot`}>
        <IncidentCard />
      </div>
    </div>
  )
}

type Picture = { readonly where: WhereSection; readonly now: Instant }

/** Drawn for the eye; the list beside it says the same to everybody else. */
function Plan({ where, now }: Picture) {
  const plan = stagePlan(where, now)
  return (
    <div className={c('plan')} aria-hidden="true">
      {parts.map((part) =>
        part === 'unknown' && plan[part].length === 0 ? null : (
          <PartOf key={part} part={part} spots={plan[part]} now={now} />
        ),
      )}
    </div>
  )
}

function PartOf({
  part,
  spots,
  now,
}: {
  readonly part: Part
  readonly spots: readonly Spot[]
  readonly now: Instant
}) {
  const { stageMap, lastWord: seen } = useWords()
  return (
    <div className={c('part', part)}>
      <p className={c('heading')}>{stageMap.parts[part]}</p>
      <div className={c('spots')}>
        {spots.map(({ place, people }) => (
          <div className={c('spot')} key={place ?? ''}>
            <p className={c('place')}>{place ?? (part === 'stage' ? seen.stage : '')}</p>
            <div className={c('names')}>
              {people.slice(0, NAMES_IN_PLACE_MAX).map((one) => (
                <Name key={one.line.person} standee={one} now={now} />
              ))}
              {people.length > NAMES_IN_PLACE_MAX ? (
                <span className={c('more')}>{stageMap.more(people.length - NAMES_IN_PLACE_MAX)}</span>
              ) : null}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}

function Name({ standee: { line, standing }, now }: { readonly standee: Standee; readonly now: Instant }) {
  return (
    <span className={c('name', standing.certainty)}>
      {line.callName}
      {standing.seen === null ? null : <span className={c('age')}> {agoOf(standing.seen.at, now)}</span>}
    </span>
  )
}

function Everyone({ where: { people }, now }: Picture) {
  const { stageMap } = useWords()
  return (
    <section className={c('everyone')} aria-labelledby="everyone">
      <h2 className={c('heading')} id="everyone">
        {stageMap.listHead}
      </h2>
      {people.length === 0 ? <p>{stageMap.noPeople}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
      <ol className={c('list')} tabIndex={0} aria-labelledby="everyone">
        {people
          .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
          .map((line) => (
            <li className={c('row')} key={line.person}>
              <span>{line.name}</span>
              <span className={c('said')}>
                {standeeWords({ line, standing: standingOf(line, now) }, now)}
              </span>
            </li>
          ))}
      </ol>
    </section>
  )
}

/** "SR2 · seen by Jo · 2 min ago", "expected on stage". */
function standeeWords({ standing: { certainty, place, seen } }: Standee, now: Instant): string {
  const { lastWord: texts } = words()
  if (certainty === 'expected') return texts.expectedOnStage
  if (seen === null) return texts.certainty.nothing
  return [place, howWords(seen), agoOf(seen.at, now)].filter((one) => one !== null).join(' · ')
}

function Legend() {
  const { lastWord: seen, stageMap } = useWords()
  return (
    <ul className={c('legend')} aria-label={stageMap.legend}>
      {certainties.map((one) => (
        <li key={one} className={c('name', one)}>
          {seen.certainty[one]}
        </li>
      ))}
    </ul>
  )
}
