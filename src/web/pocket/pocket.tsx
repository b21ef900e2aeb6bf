// One person's phone: where must I be, and when?

import { formatClock, type Instant } from '../../core/kit/time.ts'
import type { OrderSection, PositionSection, TrackSection } from '../../core/night/sections.ts'
import { showTime, useLink, useSession, useStale } from '../link/store.ts'
import { classes } from '../ui/classes.ts'
import { Display } from '../ui/display.tsx'
import { Freshness } from '../ui/frame.tsx'
import { Clock } from '../ui/live.tsx'
import { isHeld, itemNow, itemWords, phaseOf, positionWords } from '../ui/phase.ts'
import { Sign } from '../ui/signs.tsx'
import { useEverySecond } from '../ui/ticker.ts'
import { countdown, whenWords } from '../ui/words.ts'
import { alongWords, type Owed, owedTonight } from './owed.ts'
import styles from './pocket.module.css'

const c = classes(styles)

export function PocketScreen() {
  useEverySecond()
  const link = useLink()
  const { position, order, track } = useSession((state) => state.sections)
  const stale = useStale()
  const now = showTime(link)
  if (position === null) return <p className={c('lacks')}>No performance is open.</p>
  if (!position || now === null) return <p className={c('lacks')}>Waiting for the show…</p>
  const owed = track ? owedTonight(track, position, now) : []
  return (
    <div className={c('screen', stale && 'stale')}>
      <header className={c('head')}>
        <h1>{track?.callName ?? ''}</h1>
        <Clock timeZone={position.timeZone} className={c('clock')} />
        <Freshness />
      </header>
      <main className={c('main')}>
        <Next owed={owed[0] ?? null} track={track ?? null} position={position} now={now} />
        {owed.length > 1 ? <Tonight owed={owed.slice(1)} zone={position.timeZone} /> : null}
      </main>
      <footer className={c('foot')}>
        <OnNow position={position} order={order} now={now} />
        <Display sizes />
      </footer>
    </div>
  )
}

function Next({
  owed,
  track,
  position,
  now,
}: {
  readonly owed: Owed | null
  readonly track: TrackSection | null
  readonly position: PositionSection
  readonly now: Instant
}) {
  if (owed === null) {
    return (
      <section className={c('next')}>
        <p className={c('free')}>{freeWords(track, position)}</p>
      </section>
    )
  }
  const { obligation, at } = owed
  const along = alongWords(obligation)
  return (
    <section className={c('next')} aria-label="Next">
      <p className={c('when')}>{owed.now ? 'now' : bigWhen(now, at, position.timeZone)}</p>
      <p className={c('where')}>{obligation.placeIn ?? ''}</p>
      <p className={c('what')}>{obligation.title}</p>
      {along === '' ? null : <p className={c('along')}>{along}</p>}
      <p className={c('item')}>
        {obligation.item}
        {obligation.placeOut === null ? '' : ` · leave ${obligation.placeOut}`}
      </p>
    </section>
  )
}

const NEAR_MS = 60 * 60_000

/** Within the hour a countdown, before that the time of day. */
const bigWhen = (now: Instant, at: Instant, zone: string): string =>
  at - now < NEAR_MS ? countdown(now, at) : formatClock(at, zone, false)

function freeWords(track: TrackSection | null, position: PositionSection): string {
  if (track === null) return 'This phone is not paired with a person. Ask the stage manager for a link.'
  const { kind } = phaseOf(position)
  if (kind === 'closed' || kind === 'after') return 'That was all. Good night.'
  return track.obligations.length === 0
    ? 'Nothing is planned for you tonight.'
    : 'Nothing more for you tonight.'
}

function Tonight({ owed, zone }: { readonly owed: readonly Owed[]; readonly zone: string }) {
  return (
    <section aria-labelledby="tonight">
      <h2 className={c('heading')} id="tonight">
        Then
      </h2>
      <ol className={c('list')}>
        {owed.map(({ obligation, at, now }) => (
          <li className={c('row')} key={obligation.id}>
            <span className={c('time')}>{now ? 'now' : formatClock(at, zone, false)}</span>
            <span className={c('place')}>{obligation.placeIn ?? ''}</span>
            <span>
              {obligation.title}
              <span className={c('small')}>
                {[alongWords(obligation), obligation.item].filter((one) => one !== '').join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

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
  const item = itemNow(position, order)
  const { kind } = phaseOf(position)
  return (
    <section className={c('on')} aria-label="On now">
      {isHeld(position) ? (
        <p className={c('hold')}>
          <Sign kind="hold" word="HOLD" />{' '}
          <span className={c('small')}>times wait until the show resumes</span>
        </p>
      ) : null}
      <p>{kind === 'running' && item ? itemWords(item) : positionWords(position, order, now)}</p>
      <p className={c('small')}>
        {kind === 'running' ? positionWords(position, undefined, now) : ''}
        {position.nextCall && kind !== 'running'
          ? `${position.nextCall.words} ${whenWords(now, position.nextCall.at, position.timeZone)}`
          : ''}
      </p>
    </section>
  )
}
