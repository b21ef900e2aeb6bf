// What in an opening somebody else than whoever opened it should look at: for stage management and the company manager.

import type { Told } from '../../core/vault/told.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { askSealed } from './ask.ts'
import styles from './vault.module.css'
import { whenOf } from './when.ts'

const c = classes(styles)

type Shown = { readonly told: Told; readonly timeZone: string; readonly again: () => void }

export function Reviews({ told, timeZone, again }: Shown) {
  const { sealedNotes: words, myNote } = useWords()
  if (told.reviews.length === 0) return null
  const look = async (opening: string) => {
    await askSealed('look', { opening })
    again()
  }
  return (
    <section className={c('refused')} aria-label={words.reviews}>
      <h2 className={c('heading')}>{words.reviews}</h2>
      <ul className={c('list')}>
        {told.reviews.map((one) => (
          <li key={one.id} className={c('row')}>
            <b>{words.review({ by: one.by, clock: whenOf(one.at, timeZone) })}</b>
            <span>{one.flags.map((flag) => myNote.flags[flag]).join(' · ')}</span>
            <button type="button" className={c('button')} onClick={() => void look(one.id)}>
              {words.look}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
