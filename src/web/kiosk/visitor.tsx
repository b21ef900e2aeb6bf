// Visitors at the stage door: in by name, out by the number they were given.

import { useState } from 'react'
import type { WireCommand } from '../../wire/messages.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './kiosk.module.css'
import type { Named } from './kiosk.tsx'
import type { Pressed } from './said.tsx'

const c = classes(styles)

type Parts = {
  readonly people: readonly Named[]
  readonly send: (command: WireCommand, what: Omit<Pressed, 'id'>) => void
}

export function VisitorForms({ people, send }: Parts) {
  return (
    <div className={c('forms')}>
      <Coming people={people} send={send} />
      <Going send={send} />
    </div>
  )
}

function Coming({ people, send }: Parts) {
  const { kiosk } = useWords()
  const [name, setName] = useState('')
  const [host, setHost] = useState('')
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        const visitor = name.trim()
        send(
          { name: 'visitor.in', visitor, host: host === '' ? null : host },
          { kind: 'visitor-in', name: visitor, who: null },
        )
        setName('')
        setHost('')
      }}
    >
      <h2>{kiosk.visitorComing}</h2>
      <label className={c('label')}>
        {kiosk.visitorName}
        <input
          className={c('field')}
          autoComplete="off"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className={c('label')}>
        {kiosk.visitorHost}
        <select className={c('field')} value={host} onChange={(event) => setHost(event.target.value)}>
          <option value="">{kiosk.company}</option>
          {people.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={c('submit')}>
        {kiosk.visitorIn}
      </button>
    </form>
  )
}

function Going({ send }: Pick<Parts, 'send'>) {
  const { kiosk } = useWords()
  const [number, setNumber] = useState('')
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        const visitor = Number(number)
        if (!Number.isInteger(visitor) || visitor < 1) return
        const who = { visitor }
        send({ name: 'sign.out', who }, { kind: 'visitor-out', name: number, who })
        setNumber('')
      }}
    >
      <h2>{kiosk.visitorGoing}</h2>
      <label className={c('label')}>
        {kiosk.visitorNumber}
        <input
          className={c('field')}
          inputMode="numeric"
          autoComplete="off"
          pattern="[0-9]+"
          maxLength={7}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
      </label>
      <button type="submit" className={c('submit')}>
        {kiosk.visitorOut}
      </button>
    </form>
  )
}
