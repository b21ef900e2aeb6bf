// The incident card over a screen of the app: the very card of the page that needs no app, with what is touched on it written down.

import { useEffect, useRef } from 'react'
import { dayOf } from '../../core/kit/day.ts'
import { instant } from '../../core/kit/time.ts'
import type { IncidentSection } from '../../core/night/incident-section.ts'
import { incidentBody } from '../../letters/incident-page.ts'
import { incidentStyle } from '../../letters/incident-style.ts'
import { mountCard } from '../incident/card.ts'
import { ownShelf } from '../incident/own-shelf.ts'
import { localeNow, useWords, words } from '../speech/speech.ts'
import { adoptStyle } from './adopt-style.ts'
import { classes } from './classes.ts'
import styles from './raised-card.module.css'
import type { Raising } from './use-hand.ts'

const c = classes(styles)

/** The finger that raised it is still there: it rings nobody by being lifted. */
const SETTLES_MS = 300

type Props = {
  readonly card: IncidentSection
  /** Null: it was raised before, and is opened again. */
  readonly how: Raising | null
  /** Where this device stands, as the desk named it. */
  readonly place: string | null
  /** The place of the building itself, where the desk said so. */
  readonly here: string | null
  /** At the desk it covers no calling. */
  readonly beside: boolean
  readonly back: () => void
}

export function RaisedCard({ card, how, place, here, beside, back }: Props) {
  const { card: said } = useWords()
  const ref = useRef<HTMLDivElement>(null)
  const openedAt = useRef(performance.now())
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn once, as it was raised; a change of the show must not take it from under a finger.
  useEffect(() => {
    const root = ref.current
    if (root === null) return
    const today = dayOf(instant(Date.now()), card.timeZone)
    const from = { card, words: words(), locale: localeNow(), today, drill: false, here }
    const undress = adoptStyle(incidentStyle)
    root.innerHTML = incidentBody(from)
    const mounted = mountCard(root, ownShelf())
    if (how !== null) mounted?.raise(how, place)
    // The calling keeps its place at the desk: Space stays what it was.
    if (!beside) root.parentElement?.focus({ preventScroll: true })
    return () => {
      mounted?.end()
      undress()
    }
  }, [])
  // At the desk Esc brings the keys back to the calling, and the card stays beside it.
  useEffect(() => {
    if (beside) return
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') back()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [beside, back])
  return (
    <section
      className={c('raised', beside && 'beside')}
      aria-label={said.title}
      tabIndex={-1}
      onClickCapture={(event) => {
        const onCard = event.target instanceof Node && ref.current?.contains(event.target)
        if (!onCard || event.timeStamp - openedAt.current >= SETTLES_MS) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <button type="button" className={c('back')} onClick={back}>
        {said.back}
      </button>
      <div ref={ref} className="incident" data-drill="no" />
    </section>
  )
}
