// One of the company, chosen without typing.

import { Options, Said } from '../ui/choice.tsx'
import { classes } from '../ui/classes.ts'
import styles from './plan.module.css'

const c = classes(styles)

export type People = readonly { readonly person: string; readonly name: string }[]

type Of = {
  readonly label: string
  readonly empty: string
  readonly people: People
  /** Who is named before the others, under a heading of their own. */
  readonly first?: { readonly people: readonly string[]; readonly label: string; readonly others: string }
}

type Parts = Of & {
  readonly chosen: string
  readonly choose: (person: string) => void
  /** What Enter does once somebody is chosen, where it does anything. */
  readonly enter?: () => void
}

/** Whoever is chosen stands in it. */
export function PersonField({ label, empty, people, chosen, choose, enter, first }: Parts) {
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
        <Named {...{ people, first }} />
      </select>
    </label>
  )
}

/** Whoever is chosen has it from then on: nobody stands in it. */
export const PersonSaid = ({ label, empty, people, first, choose }: Of & Pick<Parts, 'choose'>) => (
  <Said className={c('field')} labelClass={c('quiet')} none={empty} {...{ label, choose }}>
    <Named {...{ people, first }} />
  </Said>
)

function Named({ people, first }: { readonly people: People; readonly first: Of['first'] }) {
  const options = people
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ person: id, name }) => ({ id, name }))
  const before = options.filter(({ id }) => first?.people.includes(id) === true)
  if (!first || before.length === 0) return <Options options={options} />
  return (
    <>
      <optgroup label={first.label}>
        <Options options={before} />
      </optgroup>
      <optgroup label={first.others}>
        <Options options={options.filter((one) => !before.includes(one))} />
      </optgroup>
    </>
  )
}
