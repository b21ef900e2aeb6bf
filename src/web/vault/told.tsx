// Who opened one’s note or asked for it, and who could: for its owner.

import { useEffect, useState } from 'react'
import type { ToldOpening } from '../../core/vault/told.ts'
import type { OwnAnswer } from '../../wire/vault.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { SEEN_KEY } from './own-told.tsx'
import { type Span, wasSealed } from './sealed-here.ts'
import { take } from './shelf.ts'
import styles from './vault.module.css'
import { whenOf } from './when.ts'

const c = classes(styles)

export function ToldList({ own }: { readonly own: OwnAnswer }) {
  const { myNote: words } = useWords()
  const { told, duty, timeZone } = own
  // Seen is what is read here.
  useEffect(() => localStorage.setItem(SEEN_KEY, `${told.own.length + told.before}`), [told])
  const wayOf = useWays(own)
  return (
    <>
      <section className={c('section')} aria-label={words.told}>
        <h2 className={c('heading')}>{words.told}</h2>
        {told.own.length === 0 ? <p className={c('hint')}>{words.toldNobody}</p> : null}
        <ul className={c('list')}>
          {told.own.map((one) => (
            <li key={one.id} className={c('row')}>
              <b>{words.by({ by: one.by, clock: whenOf(one.at, timeZone) })}</b>
              <span>
                {[
                  wayOf(one),
                  ...(one.as === null ? [] : [words.standings[one.as]]),
                  ...(one.offline ? [words.offline] : []),
                  ...one.flags.map((flag) => words.flags[flag]),
                  ...(one.looked ? [words.looked] : []),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        {told.before === 0 ? null : <p className={c('hint')}>{words.toldBefore({ many: told.before })}</p>}
      </section>
      <section className={c('section')} aria-label={words.duty}>
        <h2 className={c('heading')}>{words.duty}</h2>
        <p className={c('hint')}>{duty.length === 0 ? words.dutyNobody : words.dutyHint}</p>
        <ul className={c('list')}>
          {duty.map((one) => (
            <li key={one.device} className={c('row')}>
              <b>{one.name}</b>
              <span>{words.standings[one.as]}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** Only this phone knows whether there was anything to open: told by the house the two read alike (VAULT-28). */
function useWays(own: OwnAnswer): (one: ToldOpening) => string {
  const { myNote: words } = useWords()
  const [spans, set] = useState<readonly Span[] | null>(null)
  // Whoever leaves or takes back a note on this page is told the house's answer anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again for each answer.
  useEffect(
    () =>
      void take<readonly Span[]>('sealed-spans').then(
        (kept) => set(kept ?? []),
        () => set(null),
      ),
    [own],
  )
  return ({ how, at }) =>
    how === 'asked' || spans === null || wasSealed(spans, at) ? words.ways[how] : words.nothingThere
}
