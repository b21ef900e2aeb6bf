// Front of house: is the house in, and what does it need of the desk?

import { useState } from 'react'
import type { HouseSection } from '../../core/night/house-section.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { showTime, useLink, useNothingOpen, usePress, useSession, useStale } from '../link/store.ts'
import { NoticeLine } from '../notice/notice-line.tsx'
import { useWords } from '../speech/speech.ts'
import { CastBoard } from '../ui/cast-board.tsx'
import { classes } from '../ui/classes.ts'
import { Display } from '../ui/display.tsx'
import { Freshness } from '../ui/frame.tsx'
import { IncidentCard } from '../ui/incident-card.tsx'
import { Clock } from '../ui/live.tsx'
import { Standing } from '../ui/standing.tsx'
import { useEverySecond } from '../ui/ticker.ts'
import { useWakeLock } from '../ui/wake.ts'
import { AskDesk } from './ask-desk.tsx'
import { Clearance, Doors } from './doors.tsx'
import styles from './house.module.css'
import { Audience, Latecomers } from './people.tsx'

const c = classes(styles)

/** What every part of this screen draws from, and how it speaks. */
export type Asked = {
  readonly house: HouseSection
  readonly position: PositionSection
  readonly say: (command: WireCommand) => void
}

export function HouseScreen() {
  useEverySecond()
  useWakeLock()
  const { frame, house: said } = useWords()
  const link = useLink()
  const { position, order, house, castBoard } = useSession((state) => state.sections)
  const stale = useStale()
  const nothingOpen = useNothingOpen()
  const [pressed, setPressed] = useState<string | null>(null)
  const now = showTime(link)
  if (nothingOpen || position === null) return <p className={c('lacks')}>{frame.nothingOpen}</p>
  if (!position || now === null) return <p className={c('lacks')}>{frame.waiting}</p>
  if (!house) return <p className={c('lacks')}>{said.none}</p>
  const asked = { house, position, say: (command: WireCommand) => setPressed(link.press(command)) }
  return (
    <div className={c('screen', stale && 'stale')}>
      <header className={c('head')}>
        <h1>{said.title}</h1>
        <Clock timeZone={position.timeZone} className={c('clock')} />
        <Freshness />
      </header>
      <Standing position={position} order={order} now={now} />
      <LastPress pressed={pressed} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a touch. */}
      <main className={c('main')} tabIndex={0}>
        <Clearance {...asked} />
        <AskDesk {...asked} />
        <Doors {...asked} now={now} />
        <Audience {...asked} />
        <Latecomers {...asked} />
        {castBoard ? <CastBoard {...{ castBoard }} zone={position.timeZone} say={asked.say} /> : null}
      </main>
      <footer className={c('foot')}>
        <NoticeLine only="news" />
        <IncidentCard />
        <Display way="own" />
      </footer>
    </div>
  )
}

/** What became of the last press where that is not simply done; always of one height. */
function LastPress({ pressed }: { readonly pressed: string | null }) {
  const { house } = useWords()
  const press = usePress(pressed)
  const outcome = press?.outcome ?? null
  const failed = outcome !== null && outcome.kind !== 'done' ? outcome.sentence : null
  return (
    <p className={c('said')} role="status">
      {failed !== null ? house.failed({ sentence: failed }) : press?.slow && !outcome ? house.sending : ''}
    </p>
  )
}
