// One person's phone: where must I be, and when?

import type { Instant } from '../../core/kit/time.ts'
import type { OwedLine } from '../../core/night/owed-lines.ts'
import type { OrderSection, PositionSection } from '../../core/night/sections.ts'
import { OwnSign } from '../attendance/own-sign.tsx'
import { CareLine } from '../care/care-line.tsx'
import { useSession } from '../link/store.ts'
import { NoticeLine } from '../notice/notice-line.tsx'
import { OwnPlan } from '../plan/own-plan.tsx'
import { Asks } from '../seen/ask.tsx'
import { CoversDrafted } from '../seen/covers-drafted.tsx'
import { OwnPresence } from '../seen/own-words.tsx'
import { PeopleInCare } from '../seen/people-in-care.tsx'
import { WardsAsked } from '../seen/wards-asked.tsx'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Display } from '../ui/display.tsx'
import { Freshness } from '../ui/frame.tsx'
import { useIsGuest } from '../ui/guest-pages.ts'
import { IncidentCard } from '../ui/incident-card.tsx'
import { LackLine } from '../ui/lack-line.tsx'
import { Clock } from '../ui/live.tsx'
import { OwnLetters } from '../ui/own-letters.tsx'
import { onNowWords, phaseOf, positionWords } from '../ui/phase.ts'
import { HeldOr } from '../ui/standing.tsx'
import { useShown } from '../ui/use-shown.ts'
import { WithoutDesk } from '../ui/without-desk.tsx'
import { bigWhenWords, callWhen } from '../ui/words.ts'
import { OwnTold } from '../vault/own-told.tsx'
import { ReviewLine } from '../vault/review-line.tsx'
import { Clearing } from './clearing.tsx'
import { alongWords, freeWords, type Owed, owedTonight, tonight } from './owed.ts'
import styles from './pocket.module.css'

const c = classes(styles)

/** Further away than this it need not light a dark wing. */
const FAR_MS = 10 * 60_000

export function PocketScreen() {
  const { pocket } = useWords()
  const shown = useShown()
  const { track, wards, due } = useSession((state) => state.sections)
  if ('lacks' in shown) return <p className={c('lacks')}>{shown.lacks}</p>
  const { position, order, now, stale } = shown
  const owed = track ? tonight(track, position, now) : null
  return (
    <div className={c('screen', stale && 'stale')}>
      <header className={c('head')}>
        <h1>{track?.callName ?? ''}</h1>
        <Clock timeZone={position.timeZone} className={c('clock')} />
        <Freshness />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a touch. */}
      <main className={c('main')} tabIndex={0}>
        {owed?.now ? <NowOn owed={owed.now} zone={position.timeZone} /> : null}
        {owed?.next ? (
          <Next owed={owed.next} position={position} now={now} />
        ) : (
          <p className={c('free')}>{freeWords(track ?? null, position)}</p>
        )}
        <OwnPlan />
        <Clearing />
        <PeopleInCare position={position} now={now} stale={stale} />
        <WardsAsked now={now} zone={position.timeZone} />
        <CoversDrafted now={now} zone={position.timeZone} />
        {phaseOf(position).kind === 'after' || position.closedAt !== null ? null : (
          <OwnPresence zone={position.timeZone} />
        )}
        {position.closedAt === null ? <OwnSign zone={position.timeZone} over={isOver(position)} /> : null}
        <LackLine of={['people', 'order', 'tracks', 'entrances']} />
        {owed && owed.after.length > 0 ? (
          <Then name="then" heading={pocket.afterwards} owed={owed.after} zone={position.timeZone} />
        ) : null}
        {(wards?.wards ?? []).map((ward) => (
          <Then
            key={ward.callName}
            name={`ward-${ward.callName}`}
            heading={ward.callName}
            owed={owedTonight(ward, position, now).filter(({ within }) => !within)}
            zone={position.timeZone}
          />
        ))}
        <OwnLines />
      </main>
      <footer className={c('foot')}>
        {/* Whoever has people to look after is asked often: they are told that nothing is asked, too. */}
        <Asks now={now} zone={position.timeZone} always={due === undefined ? undefined : 'line'} />
        <OnNow position={position} order={order} now={now} />
        <IncidentCard />
        <WithoutDesk />
        <Display sizes />
      </footer>
    </div>
  )
}

const isOver = (position: PositionSection): boolean => phaseOf(position).kind === 'after'

function NowOn({ owed: { obligation, until }, zone }: { readonly owed: Owed; readonly zone: string }) {
  const { pocket } = useWords()
  const now = pocket.now({ title: obligation.title, until: formatClock(until, zone, false) })
  return <p className={c('nowOn')}>{dotted(now, endsWords(obligation))}</p>
}

const endsWords = ({ placeIn, placeOut }: OwedLine): string =>
  placeOut === null || placeOut === placeIn ? '' : words().pocket.endsAt({ place: placeOut })

const dotted = (...parts: readonly string[]): string => parts.filter((one) => one !== '').join(' · ')

function Next({
  owed: { obligation, at },
  position,
  now,
}: {
  readonly owed: Owed
  readonly position: PositionSection
  readonly now: Instant
}) {
  const { pocket } = useWords()
  const along = alongWords(obligation)
  return (
    <section className={c('next')} aria-label={pocket.next}>
      <p className={c('when', at - now > FAR_MS && 'far')}>{bigWhenWords(now, at, position.timeZone)}</p>
      {obligation.placeIn === null ? null : <p className={c('where')}>{obligation.placeIn}</p>}
      <p className={c('what')}>{obligation.title}</p>
      {along === '' ? null : <p className={c('along')}>{along}</p>}
      <p className={c('small')}>{dotted(obligation.item, endsWords(obligation))}</p>
    </section>
  )
}

function Then({
  name,
  heading,
  owed,
  zone,
}: {
  readonly name: string
  readonly heading: string
  readonly owed: readonly Owed[]
  readonly zone: string
}) {
  const { times } = useWords()
  return (
    <section aria-labelledby={name}>
      <h2 className={c('heading')} id={name}>
        {heading}
      </h2>
      <ol>
        {owed.map(({ obligation, at, begun, within }) => (
          <li className={c('row', within && 'within')} key={obligation.id}>
            <span className={c('time')}>{begun ? times.now : formatClock(at, zone, false)}</span>
            <span className={c('place')}>{obligation.placeIn ?? ''}</span>
            <span>
              {obligation.title}
              <span className={c('small')}>{thenWords(obligation, within)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A preset has no time of its own: it stands ready before its item begins. */
const beforeWords = ({ kind, item }: OwedLine): string =>
  kind === 'preset' ? words().pocket.setBefore({ item }) : ''

const thenWords = (obligation: OwedLine, within: boolean): string =>
  dotted(
    beforeWords(obligation),
    alongWords(obligation),
    within || obligation.kind === 'preset' ? '' : obligation.item,
  )

/** What is on now: at the bottom, under the thumb, where help will be called from one day. */
function OnNow({
  position,
  order,
  now,
}: {
  readonly position: PositionSection
  readonly order: OrderSection | undefined
  readonly now: Instant
}) {
  const { pocket } = useWords()
  const { kind } = phaseOf(position)
  return (
    <section className={c('on')} aria-label={pocket.onNow}>
      <p>{onNowWords(position, order, now)}</p>
      <p className={c('small')}>
        <HeldOr position={position}>
          {kind === 'running'
            ? positionWords(position, undefined, now)
            : position.nextCall
              ? pocket.call({
                  call: position.nextCall.words,
                  when: callWhen(now, position.nextCall.at, position.timeZone),
                })
              : ''}
        </HeldOr>
      </p>
    </section>
  )
}

/** What is for whoever this is, beside the show. A guest’s own phone has it: here no page outlives them. */
function OwnLines() {
  const { mine } = useWords()
  if (useIsGuest()) return <p className={c('small')}>{mine.guestOnly}</p>
  return (
    <>
      <NoticeLine />
      <CareLine />
      <OwnTold />
      <ReviewLine />
      <OwnLetters />
    </>
  )
}
