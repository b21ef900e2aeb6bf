// Names pasted from anywhere: what was understood is shown, put right, and only then taken.

import { useState } from 'react'
import type { NewPerson } from '../../core/editing/edit.ts'
import type { EngagementKind } from '../../core/show/show.ts'
import type { Finding } from '../../wire/office.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { askOffice } from './office.ts'
import { Press, Refusal } from './parts.tsx'
import styles from './show.module.css'

const c = classes(styles)

type Read = NewPerson & { readonly line: number; readonly doubt: string | null }
type Reading =
  | { readonly ok: true; readonly people: readonly Read[]; readonly left: readonly Finding[] }
  | { readonly ok: false; readonly errors: readonly Finding[] }

export type Names = {
  readonly text: string
  readonly write: (text: string) => void
  readonly people: readonly Read[] | null
  readonly left: readonly Finding[]
  readonly refused: string | null
  readonly read: () => Promise<void>
  readonly swap: () => Promise<void>
  readonly change: (index: number, to: Partial<NewPerson>) => void
  readonly drop: (index: number) => void
  readonly forget: () => void
}

/** `begun`: what stood there before the page was loaded anew. */
export function useNames(begun = ''): Names {
  const [text, setText] = useState(begun)
  const [people, setPeople] = useState<readonly Read[] | null>(null)
  const [left, setLeft] = useState<readonly Finding[]>([])
  const [refused, refuse] = useState<string | null>(null)
  const [nameIsLast, setLast] = useState<boolean | null>(null)
  const ask = async (last: boolean | null) => {
    const told = await askOffice<Reading>('names', { text, nameIsLast: last })
    if (!told.ok) return refuse(told.sentence)
    if (!told.value.ok) return refuse(told.value.errors.map(inWords).join(' '))
    setPeople(told.value.people)
    setLeft(told.value.left)
    refuse(told.value.people.length === 0 ? words().office.people.none : null)
  }
  const swap = () => {
    // Whichever way it was read, the other one is meant.
    const turned = !(nameIsLast ?? false)
    setLast(turned)
    return ask(turned)
  }
  return {
    text,
    write: (to) => {
      setText(to)
      setPeople(null)
      setLast(null)
    },
    people,
    left,
    refused,
    read: () => ask(nameIsLast),
    swap,
    change: (index, to) =>
      setPeople((all) => all?.map((one, at) => (at === index ? { ...one, ...to } : one)) ?? null),
    drop: (index) => setPeople((all) => all?.filter((_one, at) => at !== index) ?? null),
    forget: () => {
      setText('')
      setPeople(null)
      setLeft([])
      refuse(null)
    },
  }
}

export const inWords = ({ line, message }: Finding): string =>
  `${words().office.people.line({ line })}: ${message}`

/** Sixty telephone numbers are one thing to be told, and not sixty. */
function alike(left: readonly Finding[]): readonly (readonly [string, readonly number[]])[] {
  const lines = new Map<string, number[]>()
  for (const { line, message } of left) lines.set(message, [...(lines.get(message) ?? []), line])
  return [...lines]
}

/** Of lines that are told together, as many are named. */
const LINES_SAID = 12
const listed = (lines: readonly number[]): string =>
  `${lines.slice(0, LINES_SAID).join(', ')}${lines.length > LINES_SAID ? ' …' : ''}`

export const meant = (people: readonly Read[]): readonly NewPerson[] =>
  people.map(({ name, does, kind }) => ({ name, does, kind }))

export function NamesField({ names, label }: { readonly names: Names; readonly label: string }) {
  return (
    <label className={c('label')}>
      {label}
      <textarea
        className={c('field')}
        value={names.text}
        onChange={(event) => names.write(event.target.value)}
        spellCheck={false}
      />
    </label>
  )
}

/** What was made of it. Every row can be put right or left out before anything is kept. */
export function NamesRead({ names }: { readonly names: Names }) {
  const { people, left } = names
  return (
    <>
      <Refusal sentence={names.refused}>
        {people && people.length > 0 ? (
          <p>{words().office.people.understood({ many: people.length })}</p>
        ) : null}
      </Refusal>
      {people && people.length > 0 ? (
        <>
          {people.some(({ does }) => does !== '') ? (
            <div className={c('acts')}>
              <Press onClick={() => void names.swap()}>{words().office.people.swap}</Press>
            </div>
          ) : null}
          <section
            className={c('scroll')}
            aria-label={words().office.people.understood({ many: people.length })}
          >
            <table className={c('table', 'stacks', 'grid')}>
              <thead>
                <tr>
                  <th scope="col">{words().office.people.name}</th>
                  <th scope="col">{words().office.people.does}</th>
                  <th scope="col">{words().office.people.kind}</th>
                  <th scope="col" aria-label={words().office.remove} />
                </tr>
              </thead>
              <tbody>
                {people.map((one, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in what was pasted.
                  <Row key={`${one.line} ${index}`} one={one} index={index} names={names} />
                ))}
              </tbody>
            </table>
          </section>
        </>
      ) : null}
      {left.length > 0 ? (
        <section className={c('hint')} aria-label={words().office.people.leftOut}>
          {words().office.people.leftOut}
          <ul>
            {alike(left).map(([message, lines]) => (
              <li key={message}>
                {words().office.people.lines({ lines: listed(lines), many: lines.length })}: {message}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Row({ one, index, names }: { readonly one: Read; readonly index: number; readonly names: Names }) {
  return (
    <tr>
      <td>
        <input
          className={c('field')}
          aria-label={`${words().office.people.name}, ${words().office.people.line({ line: one.line })}`}
          value={one.name}
          onChange={(event) => names.change(index, { name: event.target.value })}
        />
        {one.doubt === null ? null : <p className={c('refused', 'small')}>{one.doubt}</p>}
      </td>
      <td>
        <input
          className={c('field')}
          aria-label={`${words().office.people.does}, ${one.name}`}
          value={one.does}
          onChange={(event) => names.change(index, { does: event.target.value })}
        />
      </td>
      <td>
        <KindField name={one.name} kind={one.kind} choose={(kind) => names.change(index, { kind })} />
      </td>
      <td className={c('end')}>
        <Press aria-label={`${words().office.remove} ${one.name}`} onClick={() => names.drop(index)}>
          {words().office.remove}
        </Press>
      </td>
    </tr>
  )
}

export function KindField({
  name,
  kind,
  choose,
}: {
  readonly name: string
  readonly kind: EngagementKind
  readonly choose: (kind: EngagementKind) => void
}) {
  return (
    <select
      className={c('field')}
      aria-label={`${words().office.people.kind}, ${name}`}
      value={kind}
      // `as`: the options are made of the same record.
      onChange={(event) => choose(event.target.value as EngagementKind)}
    >
      {Object.entries(words().office.kinds).map(([id, said]) => (
        <option key={id} value={id}>
          {said}
        </option>
      ))}
    </select>
  )
}
