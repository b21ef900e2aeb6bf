// For stage management and the company manager, on their own screen: that somebody else should look at an opening of a note.

import { mayReview } from '../../core/installation/screens.ts'
import type { Told } from '../../core/vault/told.ts'
import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { useRounds } from '../ui/use-rounds.ts'
import { cameSealed, canSeal } from './ask.ts'
import styles from './vault.module.css'

const c = classes(styles)
const AGAIN_MS = 60_000

/** Nothing where there is nothing to look at. Whose note it was is its owner's to know: it says that something is there. */
export function ReviewLine() {
  const { sealedNotes: words } = useWords()
  const may = useSession(({ viewer }) => viewer !== null && mayReview(viewer))
  const { told } = useRounds({
    about: may && canSeal() ? 'reviews' : null,
    everyMs: AGAIN_MS,
    ask: () => cameSealed<Told>('told', {}),
  })
  if (told === null || told.reviews.length === 0) return null
  return (
    <p className={c('refused')}>
      <a className={c('button')} href="/sealed" target="_blank" rel="noreferrer">
        ◆ {words.reviewNews}
      </a>
    </p>
  )
}
