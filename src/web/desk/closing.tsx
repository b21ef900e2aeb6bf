// Once the last act is down: bows and times, who has not signed out, the last sweep; the close itself stays in its place.

import type { Instant } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import { EverybodyHome } from '../attendance/home.tsx'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import styles from './closing.module.css'
import type { Desk } from './use-desk.ts'
import { Worth } from './worth.tsx'

const c = classes(styles)

export function Closing({ desk, position }: { readonly desk: Desk; readonly position: PositionSection }) {
  const { home } = useWords()
  const { roll, attendance, order, ran, asking } = desk.sections
  const bows = order?.items.find(({ kind }) => kind === 'bows')
  const bowed = ran?.itemStarts.find(({ item }) => item === bows?.index)?.at ?? null
  const clock = (at: Instant) => formatClock(at, position.timeZone, false)
  const down = position.acts.at(-1)?.downAt ?? null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <section className={c('closing')} tabIndex={0} aria-label={home.title}>
      <h3 className={c('heading')}>{home.title}</h3>
      {down === null ? null : (
        <p className={c('down')}>
          {bowed === null ? '' : `${home.bows({ clock: clock(bowed) })} `}
          {home.came({ clock: clock(down) })}
        </p>
      )}
      {roll && attendance ? (
        <EverybodyHome roll={roll} attendance={attendance} zone={position.timeZone} />
      ) : null}
      <Worth counts={asking ?? null} />
    </section>
  )
}
