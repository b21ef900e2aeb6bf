// Seeing everybody home: who has not signed out, who says where they are, and the last sweep.

import { useState } from 'react'
import type { AttendanceSection, RollSection, SignLine } from '../../core/night/attendance-section.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useLink, usePress } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button } from '../ui/frame.tsx'
import styles from './home.module.css'
import { lastWords } from './lines.ts'

const c = classes(styles)

type Who = Extract<WireCommand, { name: 'account.for' }>['who']
type How = Extract<WireCommand, { name: 'account.for' }>['how']
type Left = { readonly who: Who; readonly name: string; readonly sign: SignLine }

export type Given = {
  readonly roll: RollSection
  readonly attendance: AttendanceSection
  readonly zone: string
}

export function EverybodyHome({ roll, attendance, zone }: Given) {
  const { home } = useWords()
  const link = useLink()
  const [witness, choose] = useState('')
  const [pressed, setPressed] = useState<string | null>(null)
  const outcome = usePress(pressed)?.outcome
  const press = (command: WireCommand) => setPressed(link.press(command))
  const left = useLeft(roll, attendance)
  const someSigned = attendance.people.length + attendance.visitors.length > 0
  return (
    <>
      <p role="status" className={c('sum')}>
        {left.length > 0 ? home.left(left.length) : someSigned ? home.allHome : home.nobodySigned}
      </p>
      <label className={c('witness')}>
        {home.witness}
        <select className={c('field')} value={witness} onChange={(event) => choose(event.target.value)}>
          <option value="">{home.chooseWitness}</option>
          {roll.people.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      {/* Its place is kept: what is refused is read where the hand is. */}
      <p role="status" className={c('said')}>
        {outcome && 'sentence' in outcome ? outcome.sentence : witness === '' ? home.witnessFirst : ''}
      </p>
      {left.length > 0 ? (
        <ul aria-label={home.stillHere}>
          {left.map((one) => (
            <LeftRow key={keyOf(one.who)} left={one} zone={zone} witness={witness} press={press} />
          ))}
        </ul>
      ) : null}
      <Sweep attendance={attendance} zone={zone} witness={witness} press={press} />
    </>
  )
}

const keyOf = (who: Who): string => ('person' in who ? who.person : `visitor-${who.visitor}`)

/** In the order of the company; visitors last. */
function useLeft({ people }: RollSection, attendance: AttendanceSection): readonly Left[] {
  const { attendance: words } = useWords()
  const here = ({ status }: SignLine) => status === 'in' || status === 'away'
  return [
    ...people.flatMap(({ id, name }) => {
      const sign = attendance.people.find((one) => one.person === id)
      return sign && here(sign) ? [{ who: { person: id }, name, sign }] : []
    }),
    ...attendance.visitors.filter(here).map((sign) => ({
      who: { visitor: sign.visitor },
      name: words.visitorTo({
        name: sign.name ?? words.visitorErased,
        number: sign.visitor,
        host: sign.host,
      }),
      sign,
    })),
  ]
}

type RowParts = {
  readonly left: Left
  readonly zone: string
  readonly witness: string
  readonly press: (command: WireCommand) => void
}

function LeftRow({ left: { who, name, sign }, zone, witness, press }: RowParts) {
  const { home } = useWords()
  const [asking, ask] = useState(false)
  const account = (how: How, words: string) => press({ name: 'account.for', who, how, by: witness, words })
  const unable = witness === '' || ('person' in who && who.person === witness)
  return (
    <li className={c('row')}>
      <div className={c('who')}>
        <p className={c('name')}>{name}</p>
        <p className={c('last')}>{lastWords(sign, zone)}</p>
      </div>
      <div className={c('hands')}>
        <Button
          className={c('seen')}
          disabled={unable}
          aria-label={home.seenOutOf({ name })}
          onClick={() => account('seen out', '')}
        >
          {home.seenOut}
        </Button>
        <Button
          small
          disabled={unable}
          aria-expanded={asking}
          aria-label={home.elsewhereOf({ name })}
          onClick={() => ask(!asking)}
        >
          {home.elsewhere}
        </Button>
        {'person' in who ? (
          <Button
            small
            disabled={unable}
            aria-label={home.stayingOf({ name })}
            onClick={() => account('staying', '')}
          >
            {home.staying}
          </Button>
        ) : null}
      </div>
      {asking ? (
        <Where name={name} say={(words) => account('accounted for', words)} leave={() => ask(false)} />
      ) : null}
    </li>
  )
}

function Where({
  name,
  say,
  leave,
}: {
  readonly name: string
  readonly say: (words: string) => void
  readonly leave: () => void
}) {
  const { home } = useWords()
  const [words, setWords] = useState('')
  return (
    <form
      className={c('where')}
      onSubmit={(event) => {
        event.preventDefault()
        say(words)
      }}
    >
      <label className={c('witness')}>
        {home.where({ name })}
        <input
          className={c('field')}
          // biome-ignore lint/a11y/noAutofocus: opened by the press a moment ago, and for this alone.
          autoFocus
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <button type="submit" className={c('plain')}>
        {home.say}
      </button>
      <Button small onClick={leave}>
        {home.never}
      </Button>
    </form>
  )
}

function Sweep({ attendance, zone, witness, press }: Omit<RowParts, 'left'> & Pick<Given, 'attendance'>) {
  const { home } = useWords()
  const { places, sweeps } = attendance
  const rows = [{ id: null, name: home.whole }, ...places]
  const swept = places.filter(({ id }) => sweeps.some((one) => one.place === id)).length
  return (
    <details className={c('sweep')}>
      <summary className={c('heading')}>
        {home.sweep} · {home.swept({ swept, all: places.length })}
      </summary>
      <ul aria-label={home.sweep}>
        {rows.map(({ id, name }) => {
          const sweep = sweeps.find((one) => one.place === id)
          const place = id === null ? null : String(id)
          return (
            <li key={id ?? ''} className={c('place')}>
              <div className={c('who')}>
                <p>{name}</p>
                <p className={c('last')}>
                  {sweep
                    ? home.sweptBy({ by: sweep.by, clock: formatClock(sweep.at, zone, false) })
                    : home.notSwept}
                </p>
              </div>
              <Button
                small
                aria-pressed={sweep !== undefined}
                disabled={sweep === undefined && witness === ''}
                aria-label={sweep ? home.unsweepOf({ place: name }) : home.sweepOf({ place: name })}
                onClick={() =>
                  press(sweep ? { name: 'sweep.undo', place } : { name: 'sweep.mark', place, by: witness })
                }
              >
                {home.sweepPlace}
              </Button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
