// The company: added by pasting, put right one by one.

import { useState } from 'react'
import { id } from '../../core/kit/ids.ts'
import type { ShowBook } from '../../wire/office.ts'
import { classes } from '../ui/classes.ts'
import { KindField, meant, NamesField, NamesRead, useNames } from './names.tsx'
import { Field, Press, Refusal, Remove } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'
import { words } from './show-words.ts'

const c = classes(styles)
type Person = ShowBook['people'][number]

export function Company({ show, edit }: Editing) {
  const [changing, change] = useState<string | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  return (
    <section className={c('section')} aria-label={words.people.title}>
      {show.people.length === 0 ? <p className={c('lack')}>{words.people.lack}</p> : null}
      <AddNames show={show} edit={edit} />
      <Refusal sentence={refused} />
      {show.people.length > 0 ? (
        <section className={c('scroll')} aria-label={words.people.count(show.people.length)}>
          <table className={c('table')}>
            <thead>
              <tr>
                <th scope="col">{words.people.name}</th>
                <th scope="col">{words.people.called}</th>
                <th scope="col">{words.people.does}</th>
                <th scope="col">{words.people.kind}</th>
                <th scope="col" aria-label={words.change} />
              </tr>
            </thead>
            <tbody>
              {show.people.map((one) =>
                one.id === changing ? (
                  <tr key={one.id}>
                    <td colSpan={5}>
                      <ChangePerson person={one} edit={edit} done={() => change(null)} />
                    </td>
                  </tr>
                ) : (
                  <tr key={one.id}>
                    <td>{one.name}</td>
                    <td>{one.callName}</td>
                    <td>{one.does}</td>
                    <td>{words.kinds[one.kind]}</td>
                    <td className={c('end')}>
                      <Press aria-label={`${words.change} ${one.name}`} onClick={() => change(one.id)}>
                        {words.change}
                      </Press>{' '}
                      <Remove
                        what={one.name}
                        act={() =>
                          void edit({ name: 'person.remove', person: id<'person'>(one.id) }).then(refuse)
                        }
                      />
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </section>
      ) : null}
    </section>
  )
}

function AddNames({ show, edit }: Editing) {
  const names = useNames()
  const [refused, refuse] = useState<string | null>(null)
  const { people } = names
  const ready = people !== null && people.length > 0
  const submit = async () => {
    if (!ready) return names.read()
    const why = await edit({ name: 'people.add', people: meant(people) })
    refuse(why)
    if (why === null) names.forget()
  }
  return (
    <details open={show.people.length === 0 || names.text !== ''}>
      <summary className={c('button')}>{words.people.paste}</summary>
      <form
        className={c('form')}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className={c('hint')}>{words.people.pasteHint}</p>
        <NamesField names={names} label={words.people.paste} />
        <NamesRead names={names} />
        <Refusal sentence={refused} />
        <div className={c('acts')}>
          <Press main type="submit" disabled={names.text.trim() === ''}>
            {ready ? words.people.accept(people.length) : words.questions.read}
          </Press>
        </div>
      </form>
    </details>
  )
}

function ChangePerson({
  person,
  edit,
  done,
}: {
  readonly person: Person
  readonly edit: Editing['edit']
  readonly done: () => void
}) {
  const [to, set] = useState({ name: person.name, does: person.does, kind: person.kind })
  const [refused, refuse] = useState<string | null>(null)
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        void edit({ name: 'person.change', person: id<'person'>(person.id), to }).then((why) =>
          why === null ? done() : refuse(why),
        )
      }}
    >
      <div className={c('fields')}>
        <Field
          label={words.people.name}
          value={to.name}
          onChange={(event) => set({ ...to, name: event.target.value })}
        />
        <Field
          label={words.people.does}
          value={to.does}
          onChange={(event) => set({ ...to, does: event.target.value })}
        />
        <div className={c('label')}>
          {words.people.kind}
          <KindField name={to.name} kind={to.kind} choose={(kind) => set({ ...to, kind })} />
        </div>
      </div>
      <Refusal sentence={refused} />
      <div className={c('acts')}>
        <Press main type="submit">
          {words.save}
        </Press>
        <Press onClick={done}>{words.cancel}</Press>
      </div>
    </form>
  )
}
