// The tablet at the stage door: who are you, and are you coming or going? One touch each, for a queue.

import { useEffect, useState } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import type { RollSection } from '../../core/night/attendance-section.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { showTime, useLink, useNothingOpen, useSession, useStale } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Display } from '../ui/display.tsx'
import { Button, Freshness } from '../ui/frame.tsx'
import { IncidentCard } from '../ui/incident-card.tsx'
import { Clock } from '../ui/live.tsx'
import { phaseOf } from '../ui/phase.ts'
import { useWakeLock } from '../ui/wake.ts'
import { CodePad } from './code-pad.tsx'
import styles from './kiosk.module.css'
import { Names } from './names.tsx'
import { type Pressed, Said } from './said.tsx'
import { useCode } from './use-code.ts'
import { BACK_TO_USUAL_MS } from './usual.ts'
import { VisitorForms } from './visitor.tsx'

const c = classes(styles)

export type Named = RollSection['people'][number]

const modes = ['in', 'away', 'out', 'visitor'] as const
type Mode = (typeof modes)[number]

/** Before the end people come, after it they go. */
const usualMode = (position: PositionSection): Mode => (phaseOf(position).kind === 'after' ? 'out' : 'in')

export function KioskScreen() {
  useWakeLock()
  const { frame, kiosk } = useWords()
  const { position, roll } = useSession((state) => state.sections)
  const nothingOpen = useNothingOpen()
  if (nothingOpen || position === null) return <p className={c('lacks')}>{frame.nothingOpen}</p>
  if (!position) return <p className={c('lacks')}>{frame.waiting}</p>
  if (!roll || roll.people.length === 0) return <p className={c('lacks')}>{kiosk.noNames}</p>
  if (position.closedAt !== null) return <p className={c('lacks')}>{kiosk.closed}</p>
  return <Door position={position} roll={roll} />
}

/** What the tablet is set to, and what was last touched on it. */
function useDoor(position: PositionSection, people: readonly Named[]) {
  const link = useLink()
  const [chosen, setMode] = useState<Mode | null>(null)
  const [letter, setLetter] = useState('')
  const [backAt, setBackAt] = useState<Instant | null>(null)
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const [touched, setTouched] = useState(0)
  const touch =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setTouched((count) => count + 1)
    }
  const mode = chosen ?? usualMode(position)
  const send = (command: WireCommand, what: Omit<Pressed, 'id'>) =>
    touch(setPressed)({ ...what, id: link.press(command) })
  const code = useCode({
    people,
    pressed,
    touched: () => setTouched((count) => count + 1),
    sign: ({ id: person, name }, typed) => {
      const as = mode === 'visitor' ? 'in' : mode
      send({ name: 'door.sign', person, as, backAt, code: typed }, { kind: as, name, who: { person } })
    },
  })
  const help = ({ id: person, name }: Named) => {
    send({ name: 'sign.help', person }, { kind: 'help', name, who: { person } })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew from each touch.
  useEffect(() => {
    const timer = setTimeout(() => {
      setMode(null)
      setLetter('')
      setBackAt(null)
      code.leave()
    }, BACK_TO_USUAL_MS)
    return () => clearTimeout(timer)
  }, [touched])
  const sign = (person: Named) => {
    if (mode === 'visitor') return
    setLetter('')
    if (code.wants(person)) return touch(code.ask)(person)
    const { id, name } = person
    const who = { person: id }
    const command: Readonly<Record<typeof mode, WireCommand>> = {
      in: { name: 'sign.in', person: id },
      away: { name: 'sign.away', person: id, backAt },
      out: { name: 'sign.out', who },
    }
    send(command[mode], { kind: mode, name, who })
  }
  const set = { mode: touch(setMode), letter: touch(setLetter), backAt: touch(setBackAt) }
  return { mode, letter, backAt, pressed, set, send, sign, code, help, over: () => setPressed(null) }
}

function Door({ position, roll }: { readonly position: PositionSection; readonly roll: RollSection }) {
  const { kiosk } = useWords()
  const stale = useStale()
  const door = useDoor(position, roll.people)
  const { mode, backAt, pressed, set, send, over } = door
  return (
    <div className={c('screen', stale && 'stale')}>
      <header className={c('head')}>
        <h1>{kiosk.title}</h1>
        <span className={c('show')}>{position.title}</span>
        <Clock timeZone={position.timeZone} className={c('clock')} />
        <Freshness />
      </header>
      <main className={c('main')}>
        <fieldset className={c('modes')} aria-label={kiosk.modes}>
          {modes.map((one) => (
            <Button key={one} aria-pressed={mode === one} onClick={() => set.mode(one)}>
              {kiosk.mode[one]}
            </Button>
          ))}
        </fieldset>
        {mode === 'away' ? <BackTimes chosen={backAt} zone={position.timeZone} choose={set.backAt} /> : null}
        {mode === 'visitor' ? (
          <VisitorForms people={roll.people} send={send} />
        ) : (
          <Company door={door} mode={mode} people={roll.people} />
        )}
      </main>
      <Said
        pressed={pressed}
        zone={position.timeZone}
        undo={(who) => send({ name: 'sign.undo', who }, { kind: 'undo', name: '', who })}
        over={over}
      />
      <footer className={c('foot')}>
        <Display way="sign-in" />
      </footer>
      <div className="at-foot">
        <IncidentCard />
      </div>
    </div>
  )
}

type CompanyParts = {
  readonly door: ReturnType<typeof useDoor>
  readonly mode: Exclude<Mode, 'visitor'>
  readonly people: readonly Named[]
}

/** The names; in their place, once one is touched that has a code, the digits. */
function Company({ door: { letter, set, sign, code, help }, mode, people }: CompanyParts) {
  const { kiosk, doorPad } = useWords()
  const { asked, typed, type, rub, leave } = code
  if (asked !== null)
    return <CodePad name={asked.name} {...{ typed, type, rub, leave }} help={() => help(asked)} />
  return (
    <>
      <p className={c('quiet')}>{kiosk.touch[mode]}</p>
      {code.isUsed ? null : <p className={c('lack')}>{doorPad.noCodes}</p>}
      <Names people={people} letter={letter} choose={set.letter} sign={sign} />
    </>
  )
}

const FIVE_MINUTES_MS = 5 * 60_000
/** In how many minutes people say that they are back. */
const backIn = [30, 60, 90, 120]

function BackTimes({
  chosen,
  zone,
  choose,
}: {
  readonly chosen: Instant | null
  readonly zone: string
  readonly choose: (at: Instant | null) => void
}) {
  const { kiosk } = useWords()
  const link = useLink()
  const [offered] = useState(() => timesFrom(showTime(link)))
  return (
    <fieldset className={c('letters')} aria-label={kiosk.back}>
      <span className={c('quiet')}>{kiosk.back}</span>
      <Button aria-pressed={chosen === null} onClick={() => choose(null)}>
        {kiosk.notSaid}
      </Button>
      {offered.map((at) => (
        <Button key={at} aria-pressed={chosen === at} onClick={() => choose(at)}>
          {formatClock(at, zone, false)}
        </Button>
      ))}
    </fieldset>
  )
}

/** `as`: whole five minutes of an instant are one. */
const timesFrom = (now: Instant | null): readonly Instant[] =>
  now === null
    ? []
    : backIn.map(
        (minutes) => (Math.ceil((now + minutes * 60_000) / FIVE_MINUTES_MS) * FIVE_MINUTES_MS) as Instant,
      )
