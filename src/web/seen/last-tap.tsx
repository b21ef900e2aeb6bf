// What the last tap said, and taking it back: always there, so that nothing moves when it speaks.

import { useLink, useSession, useStale } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import styles from './seen.module.css'
import { lastTap } from './taps.ts'

const c = classes(styles)

/** Whose names have been here tonight: who was seen goes from the list, and is still named. */
const named = new Map<string, string>()

export function LastTapLine() {
  const { seen } = useWords()
  const link = useLink()
  const stale = useStale()
  const presses = useSession((state) => state.presses)
  const due = useSession((state) => state.sections.due)
  for (const { person, name } of due?.lines ?? []) named.set(person, name)
  const { line, undo } = lastTap(presses, named, stale)
  return (
    <section className={c('last')} aria-label={seen.label}>
      <p role="status" className={c('lastWords')}>
        {line}
      </p>
      {undo === null ? null : (
        <Button onClick={() => link.press({ name: 'sighting.undo', sighting: undo })}>{seen.undo}</Button>
      )}
    </section>
  )
}
