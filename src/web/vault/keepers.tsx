// Whom one chooses as keepers: two or three, of whoever has a phone that can be one.

import { id } from '../../core/kit/ids.ts'
import { KEEPERS_MAX, KEEPERS_NEEDED, type Note } from '../../core/vault/note.ts'
import type { OwnAnswer } from '../../wire/vault.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './vault.module.css'

const c = classes(styles)

type Chosen = { readonly own: OwnAnswer; readonly note: Note; readonly change: (note: Note) => void }

export function Keepers({ own, note, change }: Chosen) {
  const { myNote: words } = useWords()
  const people = own.keepers.filter(
    (one, at) => own.keepers.findIndex((other) => other.person === one.person) === at,
  )
  const chosen = new Set<string>(note.keepers)
  const set = (person: string, is: boolean) => {
    const others = note.keepers.filter((one) => one !== person)
    change({ ...note, keepers: is ? [...others, id<'person'>(person)].slice(-KEEPERS_MAX) : others })
  }
  return (
    <details className={c('part')}>
      <summary className={c('summary')}>
        {words.keepers}
        <span className={c('hint')}>{chosen.size === 0 ? words.empty : `✓ ${chosen.size}`}</span>
      </summary>
      <div className={c('section')}>
        <p className={c('hint')}>{words.keepersHint}</p>
        {people.length === 0 ? <p>{words.keepersNobody}</p> : null}
        {people.map((one) => (
          <label key={one.person} className={c('choice')}>
            <input
              type="checkbox"
              checked={chosen.has(one.person)}
              onChange={(event) => set(one.person, event.target.checked)}
            />
            {one.name}
          </label>
        ))}
        {chosen.size > 0 && chosen.size < KEEPERS_NEEDED ? <p role="status">{words.keepersOne}</p> : null}
      </div>
    </details>
  )
}
