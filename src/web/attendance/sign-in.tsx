// The sign-in sheet: who is in, who is not yet, who is out for a while; stage management signs for whoever tells them.

import { useState } from 'react'
import { signsForOthers } from '../../core/attendance/rights.ts'
import type { RoleName } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import type { AttendanceSection, RollSection } from '../../core/night/attendance-section.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useLink, useNothingOpen, useSession, useStale } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Display } from '../ui/display.tsx'
import { Button, Freshness } from '../ui/frame.tsx'
import { IncidentCard } from '../ui/incident-card.tsx'
import { Announce } from './announce.tsx'
import { DoorHelp } from './door-help.tsx'
import { EverybodyHome } from './home.tsx'
import { beginsWith, childWords, groupsOf, signWords } from './lines.ts'
import { NotYetIn } from './not-yet-in.tsx'
import styles from './sign-in.module.css'
import { Visitors } from './visitors.tsx'

const c = classes(styles)

const shows = ['everybody', 'notYet', 'here'] as const
type Show = (typeof shows)[number]

export function SignInScreen() {
  const { frame, attendance: words, home } = useWords()
  const { position, roll, attendance } = useSession((state) => state.sections)
  const stale = useStale()
  const nothingOpen = useNothingOpen()
  const signs = useSigns()
  const [letters, setLetters] = useState('')
  const [show, setShow] = useState<Show>('everybody')
  if (nothingOpen || position === null) return <p className={c('lacks')}>{frame.nothingOpen}</p>
  if (!position) return <p className={c('lacks')}>{frame.waiting}</p>
  if (!roll || !attendance) return <p className={c('lacks')}>{words.nobodyHere}</p>
  const zone = position.timeZone
  return (
    <div className={c('screen', stale && 'stale')}>
      <header className={c('head')}>
        <h1>{words.title}</h1>
        <p className={c('counts')}>{words.counts(countsOf(roll, attendance))}</p>
        <Freshness />
      </header>
      <main className={c('main')}>
        <DoorHelp helps={attendance.helps} zone={zone} />
        {attendance.arrivals === null ? null : <NotYetIn arrivals={attendance.arrivals} zone={zone} />}
        <Tools letters={letters} setLetters={setLetters} show={show} setShow={setShow} />
        {roll.people.length === 0 ? <p className={c('none')}>{words.noNames}</p> : null}
        <Company
          roll={roll}
          attendance={attendance}
          shown={(person, name) => beginsWith(name, letters) && isShown(show, attendance, person)}
          signs={signs}
          zone={zone}
        />
        <Visitors roll={roll} attendance={attendance} signs={signs} zone={zone} />
        <section aria-labelledby="home">
          <h2 className={c('heading')} id="home">
            {home.title}
          </h2>
          <EverybodyHome roll={roll} attendance={attendance} zone={zone} />
        </section>
      </main>
      <footer className={c('foot')}>
        <a className={c('link')} href="/">
          {words.back}
        </a>
        <Display way="own" />
      </footer>
      <div className="at-foot">
        <IncidentCard />
      </div>
    </div>
  )
}

type ToolParts = {
  readonly letters: string
  readonly setLetters: (letters: string) => void
  readonly show: Show
  readonly setShow: (show: Show) => void
}

function Tools({ letters, setLetters, show, setShow }: ToolParts) {
  const { attendance: words, doorCodes } = useWords()
  const codes = useSession((state) => state.sections.codes)
  return (
    <div className={c('tools')}>
      <label className={c('label')}>
        {words.letters}
        <input
          className={c('field')}
          type="search"
          value={letters}
          onChange={(event) => setLetters(event.target.value)}
        />
      </label>
      <fieldset className={c('choice')} aria-label={words.show}>
        {shows.map((one) => (
          <Button key={one} aria-pressed={show === one} onClick={() => setShow(one)}>
            {words[one]}
          </Button>
        ))}
      </fieldset>
      <a className={c('link')} href="/sign-in-sheet" target="_blank" rel="noreferrer">
        {words.print}
      </a>
      {codes === undefined ? null : (
        <a className={c('link')} href="/door-codes">
          {doorCodes.title}
        </a>
      )}
    </div>
  )
}

/** May this device sign for others? The server decides again. */
function useSigns(): boolean {
  const viewer = useSession((state) => state.viewer)
  if (viewer === null) return false
  return signsForOthers({
    device: id<'device'>(viewer.device),
    // `as`: the server names the roles it knows, and refuses whatever is pressed without them.
    roles: viewer.roles as readonly RoleName[],
    person: null,
    department: null,
    place: null,
  })
}

const statusOf = ({ people }: AttendanceSection, person: string) =>
  people.find((one) => one.person === person)?.status ?? null

function isShown(show: Show, attendance: AttendanceSection, person: string): boolean {
  const status = statusOf(attendance, person)
  if (show === 'notYet') return status === null || status === 'later'
  return show === 'everybody' || status === 'in' || status === 'away'
}

function countsOf({ people }: RollSection, attendance: AttendanceSection) {
  const all = [...attendance.people, ...attendance.visitors]
  return {
    inside: all.filter(({ status }) => status === 'in').length,
    away: all.filter(({ status }) => status === 'away').length,
    expected: people.filter((one) => one.expected && statusOf(attendance, one.id) === null).length,
  }
}

type CompanyParts = {
  readonly roll: RollSection
  readonly attendance: AttendanceSection
  readonly shown: (person: string, name: string) => boolean
  readonly signs: boolean
  readonly zone: string
}

function Company({ roll, attendance, shown, signs, zone }: CompanyParts) {
  const { attendance: words } = useWords()
  return groupsOf(roll.people.filter(({ id: person, name }) => shown(person, name))).map(
    ({ group, people }) => (
      <section key={group} aria-label={group}>
        <h2 className={c('heading')}>{group}</h2>
        <ul>
          {people.map(({ id: person, name, expected }) => {
            const sign = attendance.people.find((one) => one.person === person) ?? null
            const child = attendance.children.find((one) => one.person === person)
            const state = childWords(signWords(sign, zone), child)
            return (
              <li className={c('row', sign === null && 'notYet')} key={person}>
                <div className={c('who')}>
                  <p className={c('name')}>{name}</p>
                  <p className={c('state')}>{sign === null && !expected ? words.notTonight : state}</p>
                </div>
                {signs ? <Hands person={person} name={name} signed={sign !== null} /> : null}
                {signs ? <Announce person={person} name={name} zone={zone} sendsHome /> : null}
              </li>
            )
          })}
        </ul>
      </section>
    ),
  )
}

function Hands({
  person,
  name,
  signed,
}: {
  readonly person: string
  readonly name: string
  readonly signed: boolean
}) {
  const { attendance: words } = useWords()
  const link = useLink()
  const press = (command: WireCommand) => () => link.press(command)
  return (
    <div className={c('hands')}>
      <Button aria-label={words.signInOf({ name })} onClick={press({ name: 'sign.in', person })}>
        {words.signIn}
      </Button>
      <Button
        aria-label={words.signAwayOf({ name })}
        onClick={press({ name: 'sign.away', person, backAt: null })}
      >
        {words.signAway}
      </Button>
      <Button aria-label={words.signOutOf({ name })} onClick={press({ name: 'sign.out', who: { person } })}>
        {words.signOut}
      </Button>
      <Button
        disabled={!signed}
        aria-label={words.undoOf({ name })}
        onClick={press({ name: 'sign.undo', who: { person } })}
      >
        {words.undo}
      </Button>
    </div>
  )
}
