// What can be done while somebody is not there and is due: each way with what it means, and how long it is still of use.

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ConcernLine } from '../../core/night/presence-sections.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useLink, usePress, useSession } from '../link/store.ts'
import { Proposed } from '../plan/proposal.tsx'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { countdown } from '../ui/words.ts'
import styles from './concern-panel.module.css'
import { OrderChoices, type Saying } from './order-choices.tsx'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

/** Names of whom it is still to be told that stand here at once; the plan has them all. */
const NAMES_MAX = 5

/** Cover, another order, and hold: each by a key of its own while the panel has the keyboard. */
export function Choice({ line, desk }: { readonly line: ConcernLine; readonly desk: Desk }) {
  const { choice } = useWords()
  const link = useLink()
  const [pressed, setPressed] = useState<string | null>(null)
  const [early, tooSoon] = useState(false)
  const place = useRef<HTMLElement>(null)
  const roles = useSession(({ viewer }) => viewer?.roles)
  const { availability, draft, plan, casting, position, choices } = useSession((state) => state.sections)
  const isOut =
    availability?.lines.some(({ person, word }) => person === line.person && word.as === 'out') === true
  // The press that said so is gone with its button: the keyboard goes on where the plan comes.
  useEffect(() => {
    if (isOut && pressed !== null) place.current?.focus()
  }, [isOut, pressed])
  useDigits(place, desk.rights.calls ? desk.hold.start : null)
  if (!availability || !draft || !casting || !position) return null
  const say = (command: WireCommand) => {
    tooSoon(false)
    setPressed(link.press(command))
  }
  const notYet = () => tooSoon(true)
  const mayApprove = roles?.some((role) => role === 'SM' || role === 'DC') === true
  // Somebody who was wondered about long before has no entrance yet that the ladder counts to.
  const ways = choices?.lines.find(({ concern }) => concern === line.concern)?.choices ?? []
  const dueAt = line.dueAt ?? ways[0]?.dueAt ?? null
  const names = (plan?.tell ?? []).slice(0, NAMES_MAX).map(({ name }) => name)
  return (
    <section ref={place} className={c('part', 'ways')} tabIndex={-1} aria-label={choice.title}>
      <h3 className={c('heading')}>
        {choice.title}{' '}
        {dueAt === null ? null : <Live className={c('time')} text={(now) => countdown(now, dueAt)} />}
      </h3>
      {isOut ? (
        <Proposed
          {...{ draft, say, notYet, mayApprove }}
          mayDraft
          people={casting.people}
          begun={position.acts.length > 0}
          on={position.item}
          digit={1}
        />
      ) : (
        <SayOut line={line} {...{ say, notYet }} />
      )}
      <OrderChoices line={line} {...{ say, notYet }} />
      {desk.rights.calls ? (
        <p className={c('quiet')}>
          <KeyHint>H</KeyHint> {choice.holdMeans}
        </p>
      ) : null}
      {names.length === 0 ? null : <p className={c('quiet')}>{choice.toTell({ names })}</p>}
      <Became press={pressed} early={early} />
    </section>
  )
}

const isOutOf = ({ person }: ConcernLine): WireCommand => ({
  ...{ name: 'out.say', person, word: { as: 'out' }, until: 'tonight' },
})

function SayOut({ line, say, notYet }: Saying & { readonly line: ConcernLine }) {
  const { choice } = useWords()
  const settled = useSettled(`${line.concern}`, notYet)
  return (
    <>
      <Button className={c('answer')} data-digit={1} onClick={settled(() => say(isOutOf(line)))}>
        <KeyHint>1</KeyHint> {choice.isOut({ name: line.name })}
      </Button>
      <p className={c('quiet')}>{choice.isOutMeans}</p>
    </>
  )
}

/** A digit presses its way, and H holds, wherever in the panel the keyboard is, but for what is typed or chosen from a list. */
function useDigits(place: RefObject<HTMLElement | null>, hold: (() => void) | null): void {
  useEffect(() => {
    const listens = (event: KeyboardEvent) => {
      const { target, key, repeat, ctrlKey, altKey, metaKey } = event
      const panel = place.current?.closest('[data-looking]')
      if (!panel || !(target instanceof HTMLElement) || !panel.contains(target)) return
      if (repeat || ctrlKey || altKey || metaKey || !/^[1-9hH]$/.test(key)) return
      if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) return
      // The desk listens for when it is let go.
      if (key.toLowerCase() === 'h') return hold?.()
      place.current?.querySelector<HTMLElement>(`[data-digit="${key}"]`)?.click()
    }
    window.addEventListener('keydown', listens)
    return () => window.removeEventListener('keydown', listens)
  }, [place, hold])
}

/** Why the last press came to nothing; always of one height. */
function Became({ press, early }: { readonly press: string | null; readonly early: boolean }) {
  const { choice, whereIs } = useWords()
  const last = usePress(press)
  const outcome = last?.outcome ?? null
  const sentence = outcome === null || outcome.kind === 'done' ? '' : outcome.sentence
  return (
    <p role="status" className={c('became')}>
      {early ? choice.early : last?.slow && outcome === null ? whereIs.sending : sentence}
    </p>
  )
}
