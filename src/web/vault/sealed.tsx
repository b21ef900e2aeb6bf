// For whoever may open a sealed note: in an incident, by one press, with or without the house.

import { useCallback, useEffect, useState } from 'react'
import type { Note } from '../../core/vault/note.ts'
import type { DutyAnswer, DutyPerson } from '../../wire/vault.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { useHand } from '../ui/use-hand.ts'
import { bringing, hasCommand, noteOf, openHere, openIncident, takeCommand } from './down.ts'
import { HeldOpen } from './held-open.tsx'
import { NotSafe } from './my-note.tsx'
import { Reviews } from './reviews.tsx'
import { ShownNote } from './shown.tsx'
import { useDuty } from './use-duty.ts'
import styles from './vault.module.css'

const c = classes(styles)

export function SealedScreen() {
  const { sealedNotes: words, myNote } = useWords()
  const { state, again } = useDuty()
  useEffect(bringing, [])
  return (
    <main className={c('page')}>
      <title>{words.title}</title>
      <p>
        <a className={c('button')} href="/">
          {myNote.back}
        </a>
      </p>
      <h1 className={c('title')}>{words.title}</h1>
      <p className={c('hint')}>{words.what}</p>
      {state.kind === 'looking' ? <p role="status">{words.looking}</p> : null}
      {state.kind === 'unsafe' ? <NotSafe /> : null}
      {state.kind === 'refused' ? <p className={c('refused')}>{state.sentence}</p> : null}
      {state.kind === 'ready' ? <Ready duty={state} again={again} /> : null}
    </main>
  )
}

type Duty = { readonly answer: DutyAnswer; readonly keys: CryptoKeyPair; readonly reached: boolean }

function Ready({ duty, again }: { readonly duty: Duty; readonly again: () => void }) {
  const { sealedNotes: words } = useWords()
  const { answer, reached } = duty
  const { timeZone, people, until, told } = answer
  const [person, choose] = useState('')
  const incident = openIncident(answer)
  const chosen = people.find((one) => one.person === person)
  const clock = formatClock(until, timeZone, false)
  return (
    <>
      {people.length === 0 ? (
        <p className={c('part')}>{words.none}</p>
      ) : (
        <p className={c('hint')}>{words.ready({ until: clock })}</p>
      )}
      <Reviews told={told} timeZone={timeZone} again={again} />
      <Where answer={answer} incident={incident} />
      {incident === null || people.length === 0 ? null : (
        <label className={c('label')}>
          {words.who}
          <select className={c('field')} value={person} onChange={(event) => choose(event.target.value)}>
            <option value="" />
            {people.map((one) => (
              <option key={one.person} value={one.person}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {incident !== null && chosen ? (
        <Opening key={chosen.person} duty={duty} who={chosen} incident={incident} />
      ) : null}
      {reached ? null : <p role="status">{words.waiting}</p>}
    </>
  )
}

function Where({ answer, incident }: { readonly answer: DutyAnswer; readonly incident: string | null }) {
  const { sealedNotes: words } = useWords()
  const known = answer.incidents.find(({ id }) => id === incident)
  if (incident !== null)
    return known ? (
      <p>
        {words.incident}:{' '}
        {words.inIncident({
          clock: formatClock(known.at, answer.timeZone, false),
          place: known.place ?? '',
        })}
      </p>
    ) : null
  return (
    <div className={c('section')}>
      <p>{words.noIncident}</p>
      <a className={c('button')} href="/incident">
        {words.raise}
      </a>
    </div>
  )
}

type Chosen = { readonly duty: Duty; readonly who: DutyPerson; readonly incident: string }

function Opening({ duty, who, incident }: Chosen) {
  const { sealedNotes: words } = useWords()
  const { answer, keys, reached } = duty
  const [commands, command] = useState(hasCommand(answer.name))
  const [said, say] = useState('')
  const [opened, show] = useState<{ readonly note: Note; readonly at: number } | null>(null)
  const close = useCallback(() => show(null), [])
  const open = async () => {
    say(words.opening)
    const told = await openHere(who, { incident, keys, device: answer.device, reached })
    say(told.kept && told.note !== null ? '' : words.nothing({ name: who.name }))
    if (told.kept && told.note !== null) show({ note: told.note, at: Date.now() })
  }
  const hand = useHand(() => void open())
  if (answer.as === 'commander' && !commands)
    return (
      <div className={c('section')}>
        <p>{words.commandHint}</p>
        <button
          type="button"
          className={c('button', 'large')}
          onClick={() => {
            takeCommand(incident, answer.name)
            command(true)
          }}
        >
          {words.command}
        </button>
      </div>
    )
  return opened === null ? (
    <div className={c('section')}>
      <button type="button" className={c('button', 'main', 'large')} {...hand}>
        {words.open({ name: who.name })}
      </button>
      <p className={c('hint')}>{words.openHint}</p>
      <p role="status">{said}</p>
    </div>
  ) : (
    <Read
      {...opened}
      by={answer.name}
      timeZone={answer.timeZone}
      close={close}
      crew={(fields) => noteOf(who.person, { incident, fields, offline: !reached })}
    />
  )
}

type Reading = {
  readonly note: Note
  readonly by: string
  readonly at: number
  readonly timeZone: string
  readonly close: () => void
  readonly crew: (fields: Parameters<typeof noteOf>[1]['fields']) => boolean
}

function Read({ note, crew, ...held }: Reading) {
  const { sealedNotes: words } = useWords()
  const { timeZone } = held
  const [unfolded, unfold] = useState(false)
  const forCrew = Object.entries(note.fields).filter(({ 1: field }) => field.audience === 'crew')
  // `as`: the keys of a note are names of its parts.
  const fields = forCrew.map(([name]) => name) as Parameters<typeof crew>[0]
  return (
    <HeldOpen {...held}>
      <ShownNote note={note} only={['responders']} timeZone={timeZone} />
      {fields.length === 0 ? null : unfolded ? (
        <>
          <h2 className={c('heading')}>{words.crewIs}</h2>
          <ShownNote note={note} only={['crew']} timeZone={timeZone} />
        </>
      ) : (
        <button type="button" className={c('button')} onClick={() => unfold(crew(fields))}>
          {words.crew}
        </button>
      )}
    </HeldOpen>
  )
}
