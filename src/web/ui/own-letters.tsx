// On one’s own phone: that somebody made letters to sign in as oneself, until it was read on one’s own page.

import type { Signed } from '../../wire/mine.ts'
import { readAnswer } from '../answers/read-answer.ts'
import { useWords } from '../speech/speech.ts'
import type { Ask } from './ask-again.ts'
import { cameOf } from './ask-page.ts'
import { classes } from './classes.ts'
import { momentOf } from './head-line.tsx'
import styles from './own-letters.module.css'
import { useRounds } from './use-rounds.ts'

const c = classes(styles)

const AGAIN_MS = 60_000
const SEEN_KEY = 'ghostlight.letters-seen'

/** On one’s own device alone: a screen that others use keeps nothing of whoever was signed in. */
export const lettersAreRead = ({ own, letters: [newest] }: Signed): void => {
  if (own !== null && newest) localStorage.setItem(SEEN_KEY, `${newest.at}`)
}

const unread = ({ letters }: Signed): Signed['letters'][number] | null =>
  letters.find(({ at }) => at > Number(localStorage.getItem(SEEN_KEY) ?? 0)) ?? null

const ask: Ask<Signed> = async (signal) =>
  cameOf(await readAnswer<Signed>(fetch('/api/mine', { signal }), ['letters']))

export function OwnLetters() {
  const { mine } = useWords()
  const { told } = useRounds({ about: 'letters', everyMs: AGAIN_MS, ask })
  const fresh = told === null ? null : unread(told)
  if (fresh === null) return null
  return (
    <p className={c('line')} role="status">
      <a className={c('link')} href="/mine">
        ◆ {mine.lettersNews({ when: momentOf(fresh.at), by: fresh.by })}
      </a>
    </p>
  )
}
