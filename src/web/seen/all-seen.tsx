// "All six seen": one bar for everybody who is due at one entrance together.

import type { Instant } from '../../core/kit/time.ts'
import type { DueLine } from '../../core/night/presence-sections.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { keepFocus } from '../ui/frame.tsx'
import { isSeen } from './people-due.ts'
import styles from './seen.module.css'
import { waitingFor } from './taps.ts'

const c = classes(styles)

/** Nothing for one alone: their name is a bar already. It keeps its place when all of them are seen. */
export function AllSeen({ lines, now }: { readonly lines: readonly DueLine[]; readonly now: Instant }) {
  const { seen } = useWords()
  const link = useLink()
  const presses = useSession((state) => state.presses)
  const people = [...new Set(lines.map(({ person }) => person))]
  if (people.length < 2) return null
  const missing = people.filter(
    (person) =>
      !waitingFor(presses, person) && !lines.some((line) => line.person === person && isSeen(line, now)),
  )
  const done = missing.length === 0
  const see = () => {
    if (!done) link.press({ name: 'people.see', people: missing, how: 'eyes', place: null, by: null })
  }
  return (
    <button
      type="button"
      className={c('all', done && 'done')}
      aria-disabled={done}
      onMouseDown={keepFocus}
      onClick={see}
    >
      {done
        ? seen.allAre({ many: people.length })
        : missing.length < people.length
          ? seen.rest({ many: missing.length })
          : seen.all({ many: people.length })}
    </button>
  )
}
