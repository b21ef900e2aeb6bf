// One screen of the house: is it well, and, opened, what it is told: its name, which one it is, where to go.

import { useEffect, useRef, useState } from 'react'
import { screensFor } from '../../core/installation/screens.ts'
import type { DeviceLine, PersonLine, WireCommand } from '../../wire/messages.ts'
import { useLink, usePress, useSession, useStale } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { useArmed } from '../ui/use-armed.ts'
import { Again } from './again.tsx'
import { factsOf, isWell, screenWords, stateWords } from './device-words.ts'
import { Choice } from './pairing.tsx'
import { MayHaveRead } from './removed.tsx'
import styles from './screens.module.css'

const c = classes(styles)

/** `turn`: opens and closes it; null where this desk does not pair screens, or is not about it now. */
export function ScreenLine({
  line,
  isThis,
  people,
  open,
  turn,
}: {
  readonly line: DeviceLine
  /** The desk it stands on: there may be another of its name. */
  readonly isThis: boolean
  readonly people: readonly PersonLine[]
  readonly open: boolean
  readonly turn: (() => void) | null
}) {
  const { screens: texts } = useWords()
  const stale = useStale()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (open && row.current) show(row.current)
  }, [open])
  const state = (
    // Not by the wall: while this desk hears nothing it does not know how long anybody was silent.
    <Live className={c(isWell(line) ? 'connected' : 'silent')} text={(now) => stateWords(line, now, stale)} />
  )
  const name = (
    <span className={c('name')}>
      {line.paired ? line.name : texts.linkFor({ name: line.name })}
      {isThis ? <span className={c('this')}> · {texts.thisDesk}</span> : null}
    </span>
  )
  return (
    <li className={c('line')} ref={row}>
      {turn === null ? (
        <div className={c('screen')}>
          {name}
          {state}
        </div>
      ) : (
        <button type="button" className={c('screen', 'turn')} aria-expanded={open} onClick={turn}>
          {name}
          {state}
        </button>
      )}
      {open ? <Acts line={line} people={people} /> : null}
    </li>
  )
}

/** What was opened is looked at: where it is larger than its list, from its top. Without motion. */
function show(row: HTMLElement): void {
  const within = row.closest('section')
  const fits = within !== null && row.offsetHeight <= within.clientHeight
  row.scrollIntoView({ block: fits ? 'nearest' : 'start', behavior: 'instant' })
}

function Acts({ line, people }: { readonly line: DeviceLine; readonly people: readonly PersonLine[] }) {
  const { screens: texts } = useWords()
  const link = useLink()
  const [pressed, setPressed] = useState<string | null>(null)
  const press = usePress(pressed)
  const send = (command: WireCommand) => setPressed(link.press(command))
  const outcome = press?.outcome ?? null
  const zone = useSession((state) => state.sections.position?.timeZone ?? 'UTC')
  return (
    <div className={c('panel')}>
      {factsOf(line).map((fact) => (
        <p key={fact} className={c('hint')}>
          {fact}
        </p>
      ))}
      <Rename key={line.name} line={line} send={send} />
      {line.paired ? <SendTo key={`to ${line.sentTo}`} line={line} send={send} /> : null}
      {line.paired && people.length > 0 ? (
        <Give key={`of ${line.person}`} line={line} people={people} send={send} />
      ) : null}
      <div className={c('acts')}>
        <Button
          small
          disabled={!line.connected}
          onClick={() => send({ name: 'device.identify', device: line.id })}
        >
          {texts.which}
        </Button>
        <Remove line={line} send={send} />
      </div>
      {line.paired ? <MayHaveRead device={line.id} timeZone={zone} /> : null}
      {line.connected ? null : <Again line={line} />}
      <p className={c('said')} role="status">
        {outcome === null || outcome.kind === 'done' ? '' : outcome.sentence}
      </p>
    </div>
  )
}

type Of = { readonly line: DeviceLine; readonly send: (command: WireCommand) => void }

function Rename({ line, send }: Of) {
  const { screens: texts } = useWords()
  const [name, setName] = useState(line.name)
  return (
    <form
      className={c('row')}
      onSubmit={(event) => {
        event.preventDefault()
        send({ name: 'device.rename', device: line.id, title: name })
      }}
    >
      <input
        className={c('field')}
        aria-label={texts.nameOf({ name: line.name })}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className={c('make')} disabled={name.trim() === '' || name.trim() === line.name}>
        {texts.rename}
      </button>
    </form>
  )
}

/** Chosen, then sent: going through the choices by keyboard must not drive the screen through all of them. */
function SendTo({ line, send }: Of) {
  const [chosen, choose] = useState<string>(line.sentTo ?? '')
  const { screens: texts } = useWords()
  const screens = screensFor(line)
  return (
    <form
      className={c('row')}
      onSubmit={(event) => {
        event.preventDefault()
        const screen = screens.find((one) => one === chosen) ?? null
        send({ name: 'device.redirect', device: line.id, screen })
      }}
    >
      <Choice
        label={texts.shows({ name: line.name })}
        value={chosen}
        empty={texts.asPaired}
        options={screens.map((screen) => ({ id: screen, name: screenWords(screen) }))}
        choose={choose}
      />
      <button type="submit" className={c('make')} disabled={chosen === (line.sentTo ?? '')}>
        {texts.sendThere}
      </button>
    </form>
  )
}

/** Two steps: whose it is decides what it may see. */
function Give({ line, people, send }: Of & { readonly people: readonly PersonLine[] }) {
  const { screens: texts } = useWords()
  const [whose, setWhose] = useState(line.person ?? '')
  return (
    <form
      className={c('row')}
      onSubmit={(event) => {
        event.preventDefault()
        send({ name: 'device.give', device: line.id, person: whose })
      }}
    >
      <Choice
        label={texts.whose({ name: line.name })}
        value={whose}
        empty={texts.nobodys}
        options={people}
        choose={setWhose}
      />
      <button type="submit" className={c('make')} disabled={whose === '' || whose === line.person}>
        {texts.give}
      </button>
    </form>
  )
}

function Remove({ line, send }: Of) {
  const { screens: texts } = useWords()
  const { armed, press } = useArmed()
  return (
    <Button
      small
      armed={armed !== null}
      aria-label={texts.removeOne({ name: line.name })}
      onClick={() => {
        if (press(line.id)) send({ name: 'device.revoke', device: line.id })
      }}
    >
      {armed === null ? texts.remove : texts.removeAgain}
    </Button>
  )
}
