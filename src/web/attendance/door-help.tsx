// Who stands at the stage door and cannot sign in there: somebody goes and sees them, and signs for them.

import type { AttendanceSection } from '../../core/night/attendance-section.ts'
import { useLink } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button } from '../ui/frame.tsx'
import styles from './not-yet-in.module.css'

const c = classes(styles)

type Parts = { readonly helps: AttendanceSection['helps']; readonly zone: string }

export function DoorHelp({ helps, zone }: Parts) {
  const { doorHelp: words } = useWords()
  const link = useLink()
  if (helps.length === 0) return null
  return (
    <section aria-labelledby="door-help" className={c('panel')}>
      <h2 className={c('heading')} id="door-help">
        {words.title}
      </h2>
      <ul>
        {helps.map(({ person, name, at }) => (
          <li key={person} className={c('line')}>
            <span className={c('name')}>{words.asks({ name, clock: formatClock(at, zone, false) })}</span>
            <Button
              aria-label={words.helpedOf({ name })}
              onClick={() => link.press({ name: 'sign.helped', person })}
            >
              {words.helped}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
