// One of the company, chosen without typing.

import { classes } from '../ui/classes.ts'
import styles from './plan.module.css'

const c = classes(styles)

export type People = readonly { readonly person: string; readonly name: string }[]

type Parts = {
  readonly label: string
  readonly empty: string
  readonly people: People
  readonly chosen: string
  readonly choose: (person: string) => void
  /** Who is named before the others, under a heading of their own. */
  readonly first?: { readonly people: readonly string[]; readonly label: string; readonly others: string }
  /** What Enter does once somebody is chosen, where it does anything. */
  readonly enter?: () => void
}

export function PersonField({ label, empty, people, chosen, choose, enter, first }: Parts) {
  const named = people.toSorted((a, b) => a.name.localeCompare(b.name))
  const before = first ? named.filter(({ person }) => first.people.includes(person)) : []
  return (
    <label className={c('field')}>
      <span className={c('quiet')}>{label}</span>
      <select
        aria-label={label}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.repeat) enter?.()
        }}
      >
        <option value="">{empty}</option>
        {first && before.length > 0 ? (
          <>
            <optgroup label={first.label}>
              <Options people={before} />
            </optgroup>
            <optgroup label={first.others}>
              <Options people={named.filter((one) => !before.includes(one))} />
            </optgroup>
          </>
        ) : (
          <Options people={named} />
        )}
      </select>
    </label>
  )
}

const Options = ({ people }: { readonly people: People }) =>
  people.map(({ person, name }) => (
    <option key={person} value={person}>
      {name}
    </option>
  ))
