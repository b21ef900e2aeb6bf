// Visitors on the sheet: who has come to see whom, and letting one in who stands at the desk.

import { useState } from 'react'
import type { AttendanceSection, RollSection } from '../../core/night/attendance-section.ts'
import { useLink, usePress } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { signWords } from './lines.ts'
import styles from './sign-in.module.css'

const c = classes(styles)

type Parts = {
  readonly roll: RollSection
  readonly attendance: AttendanceSection
  readonly signs: boolean
  readonly zone: string
}

export function Visitors({ roll, attendance, signs, zone }: Parts) {
  const { attendance: words } = useWords()
  const link = useLink()
  return (
    <section aria-labelledby="visitors">
      <h2 className={c('heading')} id="visitors">
        {words.visitors}
      </h2>
      {attendance.visitors.length === 0 ? <p className={c('none')}>{words.noVisitors}</p> : null}
      <ul>
        {attendance.visitors.map((sign) => {
          const name = sign.name ?? words.visitorErased
          const { visitor, host } = sign
          return (
            <li className={c('row')} key={visitor}>
              <div className={c('who')}>
                <p className={c('name')}>{words.visitorTo({ name, number: visitor, host })}</p>
                <p className={c('state')}>{signWords(sign, zone)}</p>
              </div>
              {signs ? (
                <div className={c('hands')}>
                  <Button
                    aria-label={words.signOutOf({ name })}
                    onClick={() => link.press({ name: 'sign.out', who: { visitor } })}
                  >
                    {words.signOut}
                  </Button>
                  <Button
                    aria-label={words.undoOf({ name })}
                    onClick={() => link.press({ name: 'sign.undo', who: { visitor } })}
                  >
                    {words.undo}
                  </Button>
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
      {signs ? <LetIn roll={roll} /> : null}
    </section>
  )
}

function LetIn({ roll }: Pick<Parts, 'roll'>) {
  const { attendance: words } = useWords()
  const link = useLink()
  const [name, setName] = useState('')
  const [host, setHost] = useState('')
  const [pressed, setPressed] = useState<string | null>(null)
  const outcome = usePress(pressed)?.outcome
  return (
    <form
      className={c('tools')}
      onSubmit={(event) => {
        event.preventDefault()
        setPressed(link.press({ name: 'visitor.in', visitor: name, host: host === '' ? null : host }))
        setName('')
      }}
    >
      <label className={c('label')}>
        {words.visitorName}
        <input
          className={c('field')}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className={c('label')}>
        {words.visitorHost}
        <select className={c('field')} value={host} onChange={(event) => setHost(event.target.value)}>
          <option value="">{words.nobodyNamed}</option>
          {roll.people.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={c('plain')}>
        {words.visitorIn}
      </button>
      <p role="status" className={c('said')}>
        {outcome && 'sentence' in outcome ? outcome.sentence : ''}
      </p>
    </form>
  )
}
