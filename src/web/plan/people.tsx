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
  /** What Enter does once somebody is chosen, where it does anything. */
  readonly enter?: () => void
}

export function PersonField({ label, empty, people, chosen, choose, enter }: Parts) {
  const named = people.toSorted((a, b) => a.name.localeCompare(b.name))
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
        {named.map(({ person, name }) => (
          <option key={person} value={person}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
