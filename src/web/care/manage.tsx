// For stage management and the company manager: who can be asked, and whose turn it is to look in. Never who asked whom.

import { useState } from 'react'
import type { CareSection } from '../../core/care/section.ts'
import { CONTACTS_MAX, type Contact, NAME_MAX } from '../../core/care/state.ts'
import { countryPack } from '../../core/show/countries/packs.ts'
import type { Country } from '../../core/show/show.ts'
import { useWords } from '../speech/speech.ts'
import { freshId } from '../ui/ask-page.ts'
import { classes } from '../ui/classes.ts'
import type { Ask } from './ask.ts'
import styles from './care.module.css'
import { dayOf, Press } from './parts.tsx'

const c = classes(styles)
const USUAL_HOURS = 12

type Props = {
  readonly manage: NonNullable<CareSection['manage']>
  readonly timeZone: string
  readonly country: Country
  readonly ask: Ask
}

export function Manage({ manage, timeZone, country, ask }: Props) {
  const { care: words } = useWords()
  return (
    <details className={c('part')}>
      <summary>{words.manage}</summary>
      {manage.due.length === 0 ? <p className={c('quiet')}>{words.noneDue}</p> : null}
      {manage.due.map(({ incident, at, round }) => (
        <div key={`${incident}:${round}`} className={c('row')}>
          <p>{words.due({ day: dayOf(at, timeZone), round: words.round[round] })}</p>
          <Press act={() => ask({ name: 'care.met', incident, round })}>{words.met}</Press>
        </div>
      ))}
      {countryPack(country).support.map(({ name, number }) => (
        <Press key={number} act={() => ask({ name: 'care.checked', number })}>
          {words.check({ name, number })}
        </Press>
      ))}
      <p>{words.manageWhy}</p>
      <List manage={manage} ask={ask} />
    </details>
  )
}

function List({ manage, ask }: Pick<Props, 'manage' | 'ask'>) {
  const { care: words } = useWords()
  const [list, keep] = useState<readonly Contact[]>(manage.contacts)
  const change = (id: string, parts: Partial<Contact>) =>
    keep(list.map((one) => (one.id === id ? { ...one, ...parts } : one)))
  const fresh = (): Contact => ({
    ...{ id: freshId('contact'), name: '', person: null, reach: '', withinHours: USUAL_HOURS },
  })
  return (
    <>
      {list.map((one) => (
        <OneContact
          key={one.id}
          {...{ one, manage }}
          change={(parts) => change(one.id, parts)}
          remove={() => keep(list.filter(({ id }) => id !== one.id))}
        />
      ))}
      {list.length < CONTACTS_MAX ? <Press act={() => keep([...list, fresh()])}>{words.add}</Press> : null}
      <Press act={() => ask({ name: 'care.contacts', contacts: list })}>{words.keep}</Press>
    </>
  )
}

type OneProps = Pick<Props, 'manage'> & {
  readonly one: Contact
  readonly change: (parts: Partial<Contact>) => void
  readonly remove: () => void
}

function OneContact({ one, manage, change, remove }: OneProps) {
  const { care: words } = useWords()
  const chosen = manage.people.find(({ id }) => id === one.person)
  const choose = (id: string) => {
    const person = manage.people.find((each) => each.id === id)
    change(person ? { person: person.id, name: person.name, reach: '' } : { person: null })
  }
  return (
    <fieldset className={c('row')}>
      <legend className={c('spoken')}>{one.name === '' ? words.nameField : one.name}</legend>
      <label>
        {words.inside}
        <select value={chosen?.id ?? ''} onChange={({ target }) => choose(target.value)}>
          <option value="">{words.nobody}</option>
          {manage.people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {chosen ? (
        <Field
          label={words.hoursField}
          value={String(one.withinHours)}
          set={(value) => change({ withinHours: Number(value) })}
        />
      ) : (
        <>
          <Field label={words.nameField} value={one.name} set={(name) => change({ name })} />
          <Field label={words.reachField} value={one.reach} set={(reach) => change({ reach })} />
        </>
      )}
      <Press act={remove}>{words.remove({ name: one.name })}</Press>
    </fieldset>
  )
}

type FieldProps = { readonly label: string; readonly value: string; readonly set: (value: string) => void }

function Field({ label, value, set }: FieldProps) {
  return (
    <label>
      {label}
      <input
        autoComplete="off"
        maxLength={NAME_MAX}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
    </label>
  )
}
