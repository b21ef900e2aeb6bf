// Six letters for whoever has no camera: where to type them, and until when.

import type { CodeLine } from '../../wire/messages.ts'
import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { hostOf } from './address.ts'
import styles from './made-link.module.css'

const c = classes(styles)

export function Letters({ code, address }: { readonly code: CodeLine; readonly address: string }) {
  const { reach: words } = useWords()
  const timeZone = useSession((state) => state.sections.position?.timeZone ?? 'UTC')
  return (
    <span className={c('hint')}>
      {words.typeAt({ address: hostOf(address) })}{' '}
      <strong className={c('letters')}>{`${code.text.slice(0, 3)} ${code.text.slice(3)}`}</strong>{' '}
      {words.goodUntil({ clock: formatClock(code.until, timeZone, false) })}
    </span>
  )
}
