// The corridor's screen: where are we? Of people only who plays another part tonight stands on it, once that is shown.

import { useState } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import type { OrderSection, PositionSection } from '../../core/night/sections.ts'
import { useLink, usePress, useSession } from '../link/store.ts'
import { NoticeLine } from '../notice/notice-line.tsx'
import { useWords } from '../speech/speech.ts'
import { CastBoard } from '../ui/cast-board.tsx'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Display } from '../ui/display.tsx'
import { Button, Freshness } from '../ui/frame.tsx'
import { IncidentCard } from '../ui/incident-card.tsx'
import { LackLine } from '../ui/lack-line.tsx'
import { Clock } from '../ui/live.tsx'
import { clearableAct, isHeld, itemNow, itemWords, onNowWords, phaseOf } from '../ui/phase.ts'
import { HeldOr } from '../ui/standing.tsx'
import { useShown } from '../ui/use-shown.ts'
import { callWhen } from '../ui/words.ts'
import { ReviewLine } from '../vault/review-line.tsx'
import styles from './board.module.css'
import { comingItems } from './coming.ts'

const c = classes(styles)

export function BoardScreen() {
  const { frame, board, pocket } = useWords()
  const shown = useShown()
  const held = useHeld()
  if ('lacks' in shown) return <p className={c('lacks')}>{shown.lacks}</p>
  const { position, order, now, stale } = shown
  return (
    <div className={c('screen', stale && 'stale')}>
      <header className={c('head')}>
        <h1>{position.title}</h1>
        <span className={c('gap')}>{frame.performance({ number: position.number })}</span>
        <Freshness />
      </header>
      <main className={c('main')}>
        <Clock timeZone={position.timeZone} className={c('clock')} />
        <Where position={position} order={order} now={now} />
        {position.nextCall ? (
          <p className={c('call')}>
            {pocket.call({
              call: position.nextCall.words,
              when: callWhen(now, position.nextCall.at, position.timeZone),
            })}
          </p>
        ) : null}
        <House position={position} />
        <Tonight zone={position.timeZone} />
        <LackLine of={['order']} />
        <ol className={c('coming')} aria-label={board.coming}>
          {comingItems(order, position, now).map(({ item, at }) => (
            <li key={item.id} className={c('row')}>
              <span className={c('time')}>{formatClock(at, position.timeZone, false)}</span>
              <span>{itemWords(item)}</span>
            </li>
          ))}
        </ol>
      </main>
      <footer className={c('foot')}>
        {held ? <NoticeLine only="news" /> : null}
        <ReviewLine />
        <Display way={held ? 'own' : null} />
      </footer>
      <div className="at-foot">
        <IncidentCard />
      </div>
    </div>
  )
}

/** A board that somebody holds has what is for them; one that hangs where people pass by has not (NOTICE-6). */
function useHeld(): boolean {
  const viewer = useSession((state) => state.viewer)
  return viewer !== null && !viewer.roles.some((role) => role === 'callboard' || role === 'kiosk')
}

/** Who plays another part tonight, once that stands. */
function Tonight({ zone }: { readonly zone: string }) {
  const castBoard = useSession((state) => state.sections.castBoard)
  if (!castBoard || castBoard.lines.length === 0) return null
  return <CastBoard {...{ castBoard, zone }} say={null} />
}

/** Whether front of house has given its clearance; on front of house's own screen, the button for it. */
function House({ position }: { readonly position: PositionSection }) {
  const link = useLink()
  const roles = useSession((state) => state.viewer?.roles ?? [])
  const { board } = useWords()
  const [pressed, setPressed] = useState<string | null>(null)
  const press = usePress(pressed)
  const act = clearableAct(position)
  if (act === null) return <div className={c('house')} />
  const clear = position.houseClear.includes(act)
  const failed = press?.outcome && press.outcome.kind !== 'done' ? press.outcome.sentence : null
  return (
    <div className={c('house')}>
      <p className={c(clear ? 'clear' : 'quiet')} role="status">
        {clear ? board.clear({ act }) : board.notClear}
        {failed === null ? '' : `. ${failed}`}
      </p>
      {roles.includes('FOH') ? (
        <Button
          className={c('say')}
          onClick={() => setPressed(link.press({ name: clear ? 'house.withdraw' : 'house.clear', act }))}
        >
          {clear ? board.withdraw : board.sayClear}
        </Button>
      ) : null}
    </div>
  )
}

function Where({
  position,
  order,
  now,
}: {
  readonly position: PositionSection
  readonly order: OrderSection
  readonly now: Instant
}) {
  const { frame } = useWords()
  const phase = phaseOf(position)
  return (
    <div className={c('where')}>
      {isHeld(position) ? (
        <p>
          <HeldOr position={position} short>
            {null}
          </HeldOr>
        </p>
      ) : null}
      <p className={c('big')}>{onNowWords(position, order, now)}</p>
      {phase.kind === 'running' && itemNow(position, order) ? (
        <p className={c('quiet')}>{frame.act({ act: phase.act })}</p>
      ) : null}
    </div>
  )
}
