// One's own word on one's own phone: it tells those who wait, and is weak; and stepping out, for which nobody is asked why.

import { useEffect, useId, useRef, useState } from 'react'
import type { OwnPresenceSection } from '../../core/night/presence-sections.ts'
import { type OwnWord, ownWords } from '../../core/presence/commands.ts'
import type { Press } from '../link/presses.ts'
import { useLink, useSession, useStale } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button, keepFocus } from '../ui/frame.tsx'
import styles from './seen.module.css'

const c = classes(styles)

export function OwnPresence({ zone }: { readonly zone: string }) {
  const said = useWords().ownPresence
  const link = useLink()
  const own = useSession((state) => state.sections.ownPresence)
  const person = useSession((state) => state.viewer?.person ?? null)
  const stale = useStale()
  const presses = useSession((state) => state.presses)
  const { told, shown } = useTold(own)
  if (!own || person === null) return null
  const say = (word: OwnWord) => () => {
    told()
    link.press({ name: 'own.say', word })
  }
  return (
    <section className={c('own')} aria-label={said.label}>
      <div className={c('hands')}>
        {ownWords.map((word) => (
          <button
            key={word}
            type="button"
            className={c('answer', own.said?.word === word && 'is')}
            aria-pressed={own.said?.word === word}
            onMouseDown={keepFocus}
            onClick={say(word)}
          >
            {said.words[word]}
          </button>
        ))}
      </div>
      <div ref={shown}>
        <p role="status" className={c('small', 'ownLine')}>
          {pressWords(presses, stale) ?? ownLine(own, zone)}
        </p>
        <p className={c('small')}>{said.weak}</p>
        {own.steppedOut ? <p className={c('steppedOut')}>{said.steppedOut}</p> : null}
      </div>
      {own.steppedOut ? null : <StepOut own={own} person={person} told={told} />}
      <LookedUp lookUps={own.lookedUp} zone={zone} />
    </section>
  )
}

/** Whoever has just said something on a small phone reads what became of it without looking for it (SEEN-17). */
function useTold(own: OwnPresenceSection | undefined) {
  const shown = useRef<HTMLDivElement>(null)
  const has = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown again when one of these is another.
  useEffect(() => {
    if (has.current) shown.current?.scrollIntoView({ block: 'nearest' })
  }, [own?.said?.at, own?.coming, own?.steppedOut])
  const told = () => {
    has.current = true
  }
  return { told, shown }
}

/** No secret from them; and no news while nobody did. */
function LookedUp({
  lookUps,
  zone,
}: {
  readonly lookUps: OwnPresenceSection['lookedUp']
  readonly zone: string
}) {
  const said = useWords().ownPresence
  if (lookUps.length === 0) return null
  return (
    <ul className={c('small')} aria-label={said.lookedUp}>
      {lookUps.map((one) => {
        const role = one.as === 'caller' || one.as === 'SM' || one.as === 'CM' ? said.lookedAs[one.as] : null
        const words = { who: one.by ?? role ?? said.somebody, clock: formatClock(one.at, zone, false) }
        return (
          <li key={`${one.at} ${one.by} ${one.onMap}`}>
            {one.onMap ? said.lookUpOnMap(words) : said.lookUp(words)}
          </li>
        )
      })}
    </ul>
  )
}

function ownLine({ said, coming }: OwnPresenceSection, zone: string): string {
  const own = words().ownPresence
  const word = ownWords.find((one) => one === said?.word)
  return [
    ...(said && word ? [own.said({ word: own.words[word], clock: formatClock(said.at, zone, false) })] : []),
    ...(coming === null ? [] : [own.coming({ name: coming })]),
  ].join(' · ')
}

/** What became of the last press here, while that is not what the server shows anyway. */
function pressWords(presses: readonly Press[], stale: boolean): string | null {
  const own = words().ownPresence
  const last = presses.findLast(({ command: { name } }) => name === 'own.say' || name === 'step.out')
  if (last === undefined || last.outcome?.kind === 'done') return null
  if (last.outcome !== null) return last.outcome.sentence
  return stale ? own.waits : last.slow ? own.sending : null
}

type StepOutParts = {
  readonly own: OwnPresenceSection
  readonly person: string
  readonly told: () => void
}

/** Two taps: that, and from what on. Who should come can be chosen between them. */
function StepOut({ own: { canGoOnFrom, people }, person, told }: StepOutParts) {
  const said = useWords().ownPresence
  const link = useLink()
  const [wants, setWants] = useState('')
  const who = useId()
  const from = (item: string | null) => () => {
    told()
    link.press({ name: 'step.out', person, from: item, wants: wants === '' ? null : wants })
  }
  return (
    <details className={c('stepOut')}>
      <summary className={c('stepOutLine')}>{said.stepOut}</summary>
      <label className={c('who')} htmlFor={who}>
        {said.who}
        <select
          id={who}
          className={c('select')}
          value={wants}
          onChange={(event) => setWants(event.target.value)}
        >
          <option value="">{said.anybody}</option>
          {people.map((one) => (
            <option key={one.person} value={one.person}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <div className={c('froms')}>
        <Button className={c('from')} onClick={from(null)}>
          {said.fromNow}
        </Button>
        {canGoOnFrom.map(({ item, title }) => (
          <Button key={item} className={c('from')} onClick={from(item)}>
            {said.from({ title })}
          </Button>
        ))}
      </div>
    </details>
  )
}
