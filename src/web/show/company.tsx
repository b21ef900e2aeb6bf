// The company: added by pasting, put right one by one.

import { useState } from 'react'
import type { Cells } from '../../core/editing/edit.ts'
import { id } from '../../core/kit/ids.ts'
import type { ShowBook } from '../../wire/office.ts'
import { localeNow, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { KindField, meant, NamesField, NamesRead, useNames } from './names.tsx'
import { Field, Press, Refusal, Remove } from './parts.tsx'
import { PastePlot } from './paste-plot.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'

const c = classes(styles)
type Person = ShowBook['people'][number]

export function Company({ show, edit }: Editing) {
  const [changing, change] = useState<string | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  const { people, tables } = words().office
  const remove = ({ id: person }: Person) =>
    void edit({ name: 'person.remove', person: id<'person'>(person) }).then(refuse)
  return (
    <section className={c('section')} aria-label={words().office.people.title}>
      {show.people.length === 0 ? <p className={c('lack')}>{words().office.people.lack}</p> : null}
      <AddNames show={show} edit={edit} />
      <PastePlot<{ readonly row: Cells }>
        name={{ path: 'table', also: { table: 'company' } }}
        columns={{ ...tables.company.columns, nothing: tables.nothing }}
        says={{ ...tables, ...tables.company }}
        open={false}
        take={(rows) =>
          edit({ name: 'table.put', table: 'company', row: null, rows: rows.map(({ row }) => row) })
        }
      />
      <Refusal sentence={refused} />
      {show.people.length > 0 ? (
        <section className={c('scroll')} aria-label={people.count({ many: show.people.length })}>
          <table className={c('table', 'stacks')}>
            <thead>
              <tr>
                <th scope="col">{people.name}</th>
                <th scope="col">{people.called}</th>
                <th scope="col">{people.does}</th>
                <th scope="col">{people.kind}</th>
                <th scope="col" aria-label={words().office.change} />
              </tr>
            </thead>
            <tbody>
              {byName(show.people).map((one) =>
                one.id === changing ? (
                  <tr key={one.id}>
                    <td colSpan={5}>
                      <ChangePerson person={one} edit={edit} done={() => change(null)} />
                    </td>
                  </tr>
                ) : (
                  <PersonRow
                    key={one.id}
                    one={one}
                    change={() => change(one.id)}
                    remove={() => remove(one)}
                  />
                ),
              )}
            </tbody>
          </table>
          <p className={c('hint')}>{people.leaving}</p>
        </section>
      ) : null}
    </section>
  )
}

/** As the house's language sorts them, whenever they were added. */
const byName = (people: readonly Person[]): readonly Person[] => {
  const { compare } = new Intl.Collator(localeNow())
  return people.toSorted((one, other) => compare(one.name, other.name))
}

function PersonRow({
  one,
  change,
  remove,
}: {
  readonly one: Person
  readonly change: () => void
  readonly remove: () => void
}) {
  const { kinds, change: word } = words().office
  return (
    <tr>
      <td>{one.name}</td>
      <td>{one.callName}</td>
      <td>{one.does}</td>
      <td>{kinds[one.kind]}</td>
      <td className={c('end')}>
        <Press aria-label={`${word} ${one.name}`} onClick={change}>
          {word}
        </Press>{' '}
        <Remove what={one.name} act={remove} />
      </td>
    </tr>
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
      <summary className={c('button')}>{words().office.people.paste}</summary>
      <form
        className={c('form')}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className={c('hint')}>{words().office.people.pasteHint}</p>
        <NamesField names={names} label={words().office.people.paste} />
        <NamesRead names={names} />
        <Refusal sentence={refused} />
        <div className={c('acts')}>
          <Press main type="submit" disabled={names.text.trim() === ''}>
            {ready ? words().office.people.accept({ many: people.length }) : words().office.questions.read}
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
          label={words().office.people.name}
          value={to.name}
          onChange={(event) => set({ ...to, name: event.target.value })}
        />
        <Field
          label={words().office.people.does}
          value={to.does}
          onChange={(event) => set({ ...to, does: event.target.value })}
        />
        <div className={c('label')}>
          {words().office.people.kind}
          <KindField name={to.name} kind={to.kind} choose={(kind) => set({ ...to, kind })} />
        </div>
      </div>
      <Refusal sentence={refused} />
      <div className={c('acts')}>
        <Press main type="submit">
          {words().office.save}
        </Press>
        <Press onClick={done}>{words().office.cancel}</Press>
      </div>
    </form>
  )
}
