// The names at the stage door: first letters to narrow, one large touch for each, and nobody's state.

import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import styles from './kiosk.module.css'
import type { Named } from './kiosk.tsx'

const c = classes(styles)

type Parts = {
  readonly people: readonly Named[]
  readonly letter: string
  readonly choose: (letter: string) => void
  readonly sign: (person: Named) => void
}

const partsOf = (name: string): readonly string[] => name.split(/[\s-]+/).filter((part) => part !== '')
const initialOf = (part: string): string => (part.at(0) ?? '').toLocaleUpperCase()

export function Names({ people, letter, choose, sign }: Parts) {
  const { kiosk } = useWords()
  const initials = [...new Set(people.flatMap(({ name }) => partsOf(name).map(initialOf)))].sort((a, b) =>
    a.localeCompare(b),
  )
  const shown = people.filter(
    ({ name }) => letter === '' || partsOf(name).some((part) => initialOf(part) === letter),
  )
  return (
    <>
      <fieldset className={c('letters')} aria-label={kiosk.letters}>
        <Button aria-pressed={letter === ''} onClick={() => choose('')}>
          {kiosk.all}
        </Button>
        {initials.map((one) => (
          <Button key={one} aria-pressed={letter === one} onClick={() => choose(one)}>
            {one}
          </Button>
        ))}
      </fieldset>
      {shown.length === 0 ? <p className={c('quiet')}>{kiosk.nobody({ letter })}</p> : null}
      <ul className={c('names')}>
        {shown.map((person) => (
          <li key={person.id}>
            <Button className={c('name')} onClick={() => sign(person)}>
              {person.name}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
