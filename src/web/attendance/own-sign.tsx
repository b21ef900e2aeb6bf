// One's own sign on one's own phone, and a chaperone's for the children: weak evidence, and it says so.

import { useState } from 'react'
import type { SignedSection, SignLine } from '../../core/night/attendance-section.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button } from '../ui/frame.tsx'
import { Announce } from './announce.tsx'
import { signWords } from './lines.ts'
import { OwnCode } from './own-code.tsx'
import styles from './own-sign.module.css'

const c = classes(styles)

type Parts = {
  readonly signed: SignedSection
  readonly person: string
  readonly zone: string
  readonly over: boolean
}

/** `over`: the show has come down, so it is time to sign out. */
export function OwnSign({ zone, over }: { readonly zone: string; readonly over: boolean }) {
  const signed = useSession((state) => state.sections.signed)
  const person = useSession((state) => state.viewer?.person ?? null)
  if (!signed || person === null) return null
  return <Own key={over ? 'over' : 'on'} signed={signed} person={person} zone={zone} over={over} />
}

function Own({ signed: { own, wards }, person, zone, over }: Parts) {
  const { ownSign } = useWords()
  const link = useLink()
  const wrong = useSession((state) =>
    state.presses.findLast(({ command }) => command.name.startsWith('sign.')),
  )?.outcome
  // Open where there is something to say, and then left as it is: nothing closes under a finger.
  const [open] = useState(own === null || over)
  const press = (command: WireCommand) => () => link.press(command)
  return (
    <details className={c('own')} aria-label={ownSign.label} open={open}>
      <summary className={c('line')}>{ownLine(own, zone, ownSign)}</summary>
      <p role="status" className={c('small')}>
        {wrong && 'sentence' in wrong ? wrong.sentence : own?.evidence.kind === 'phone' ? ownSign.weak : ''}
      </p>
      <div className={c('hands')}>
        <Button onClick={press({ name: 'sign.in', person })}>{ownSign.signIn}</Button>
        <Button onClick={press({ name: 'sign.away', person, backAt: null })}>{ownSign.signAway}</Button>
        <Button onClick={press({ name: 'sign.out', who: { person } })}>{ownSign.signOut}</Button>
        <Button disabled={own === null} onClick={press({ name: 'sign.undo', who: { person } })}>
          {ownSign.undo}
        </Button>
      </div>
      <OwnCode person={person} />
      <Announce person={person} name={null} zone={zone} sendsHome={false} />
      {wards.map(({ person: ward, name, sign }) => (
        <div className={c('ward')} key={ward}>
          <p>{ownSign.ward({ name, line: signWords(sign, zone) })}</p>
          <div className={c('hands')}>
            <Button onClick={press({ name: 'sign.in', person: ward })}>{ownSign.wardIn({ name })}</Button>
            <Button onClick={press({ name: 'sign.out', who: { person: ward } })}>
              {ownSign.wardOut({ name })}
            </Button>
          </div>
        </div>
      ))}
    </details>
  )
}

function ownLine(own: SignLine | null, zone: string, words: ReturnType<typeof useWords>['ownSign']): string {
  if (own === null) return words.none
  return words[own.status]({ clock: formatClock(own.evidence.at, zone, false) })
}
