// Tonight’s plan: who is out, what is proposed, who plays what, and who has been told.

import { useState } from 'react'
import type { AbsencesSection, PlanSection } from '../../core/night/plan-section.ts'
import type { OrderSection } from '../../core/night/sections.ts'
import type { Sections, WireCommand } from '../../wire/messages.ts'
import { showTime, useLink, useNothingOpen, usePress, useSession, useStale } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { CastBoard } from '../ui/cast-board.tsx'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Display } from '../ui/display.tsx'
import { Freshness } from '../ui/frame.tsx'
import { holdStill } from '../ui/hold-still.ts'
import { IncidentCard } from '../ui/incident-card.tsx'
import { Clock } from '../ui/live.tsx'
import { useEverySecond } from '../ui/ticker.ts'
import { Grid } from './grid.tsx'
import { Jumps } from './jumps.tsx'
import type { People } from './people.tsx'
import styles from './plan.module.css'
import { Proposed } from './proposal.tsx'
import { Told } from './tell-list.tsx'
import { availabilityWords, WhoIsOut } from './who-is-out.tsx'

const c = classes(styles)

const drafters = ['caller', 'SM', 'DC'] as const
const announcers = ['caller', 'SM', 'CM'] as const

export function PlanScreen() {
  useEverySecond()
  const { frame, plan: texts } = useWords()
  const link = useLink()
  const sections = useSession((state) => state.sections)
  const viewer = useSession((state) => state.viewer)
  const stale = useStale()
  const nothingOpen = useNothingOpen()
  const { pressed, early, say, notYet } = useSaying()
  const now = showTime(link)
  const { position, order, availability, plan, casting, castBoard, draft, leaving } = sections
  if (nothingOpen || position === null) return <p className={c('lacks')}>{frame.nothingOpen}</p>
  if (!position || now === null) return <p className={c('lacks')}>{frame.waiting}</p>
  if (!availability || !plan || !casting) return <p className={c('lacks')}>{texts.notGiven}</p>
  const roles = viewer?.roles ?? []
  const { timeZone: zone } = position
  const { people } = casting
  const tells = announcers.some((role) => roles.includes(role))
  return (
    <div className={c('screen', stale && 'stale')}>
      <Head zone={zone} />
      <Jumps {...{ plan, draft }} out={availability.lines.length} />
      <LastPress {...{ pressed, early }} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a touch. */}
      <main ref={holdStill} className={c('main')} tabIndex={0}>
        <Told
          {...{ plan, now, zone, say, people }}
          own={viewer?.person ?? null}
          unreached={unreachedOf(people, sections.devices)}
        >
          {draft ? (
            <Proposed
              {...{ draft, say, notYet, people }}
              mayDraft={drafters.some((role) => roles.includes(role))}
              mayApprove={roles.includes('SM') || roles.includes('DC')}
              begun={position.acts.length > 0}
              on={position.item}
            />
          ) : null}
        </Told>
        <div className={c('column')}>
          {order ? (
            <Grid
              {...{ casting, draft, order, say }}
              away={awayIn(availability, order, zone)}
              reached={position.item ?? 0}
            />
          ) : null}
          <WhoIsOut {...{ availability, position, order, now, say, people, leaving }} />
          <Versions plan={plan} zone={zone} />
          {castBoard ? <CastBoard {...{ castBoard, zone }} say={tells ? say : null} /> : null}
          <CoveredLink />
        </div>
      </main>
      <Foot />
    </div>
  )
}

function Head({ zone }: { readonly zone: string }) {
  const { plan } = useWords()
  return (
    <header className={c('head')}>
      <h1>{plan.title}</h1>
      <Clock timeZone={zone} className={c('clock')} />
      <Freshness />
    </header>
  )
}

function Foot() {
  return (
    <>
      <footer className={c('foot')}>
        <Display />
      </footer>
      <div className="at-foot">
        <IncidentCard />
      </div>
    </>
  )
}

/** Whoever is not there for all of their track, and how that is said. */
const awayIn = ({ lines }: AbsencesSection, order: OrderSection, zone: string): ReadonlyMap<string, string> =>
  new Map(lines.map(({ person, word }) => [person, availabilityWords(word, order, zone)]))

/** What was pressed last on this screen, and whether a press came too soon for what it was on. */
function useSaying() {
  const link = useLink()
  const [pressed, setPressed] = useState<string | null>(null)
  const [early, tooSoon] = useState(false)
  const say = (command: WireCommand) => {
    tooSoon(false)
    setPressed(link.press(command))
  }
  return { pressed, early, say, notYet: () => tooSoon(true) }
}

function CoveredLink() {
  const { plan } = useWords()
  return (
    <p className={c('quiet')}>
      <a className={c('link')} href="/covered">
        {plan.covered}
      </a>
    </p>
  )
}

/** Only who is told of devices can know it. */
function unreachedOf(people: People, devices: Sections['devices']): ReadonlySet<string> {
  if (devices === undefined) return new Set()
  const reached = new Set(devices.devices.filter(({ connected }) => connected).map(({ person }) => person))
  return new Set(people.map(({ person }) => person).filter((person) => !reached.has(person)))
}

function Versions({ plan, zone }: { readonly plan: PlanSection; readonly zone: string }) {
  const { plan: texts } = useWords()
  return (
    <section className={c('part')} aria-label={texts.versions.title}>
      <h2 className={c('heading')}>{texts.versions.title}</h2>
      <ol className={c('rows')}>
        {plan.versions.length === 0 ? <li className={c('quiet')}>{texts.versions.book}</li> : null}
        {plan.versions.map(({ version, why, drafted, by, at, shownAt, overridden, unasked }) => (
          <li key={version}>
            {texts.versions.line({
              ...{ version, drafted, why: texts.proposal.why[why], by: by ?? texts.versions.somebody },
              when: formatClock(at, zone, false),
            })}
            {shownAt === null ? <strong className={c('never')}> {texts.versions.waits}</strong> : null}
            {overridden ? <strong className={c('never')}> {texts.versions.overridden}</strong> : null}
            {unasked ? <strong className={c('never')}> {texts.versions.unasked}</strong> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What became of the last press where that is not simply done; always of one height. */
function LastPress({ pressed, early }: { readonly pressed: string | null; readonly early: boolean }) {
  const { plan } = useWords()
  const press = usePress(pressed)
  const outcome = press?.outcome ?? null
  const failed = outcome !== null && outcome.kind !== 'done' ? outcome.sentence : null
  return (
    <p className={c('said')} role="status">
      {early
        ? plan.early
        : failed !== null
          ? plan.failed({ sentence: failed })
          : press?.slow && !outcome
            ? plan.sending
            : ''}
    </p>
  )
}
