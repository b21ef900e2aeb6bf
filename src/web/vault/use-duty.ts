// What lies ready on this duty device: fetched while the house is there, used while it is not, dropped when its time is over.

import { useState } from 'react'
import type { DutyAnswer } from '../../wire/vault.ts'
import { type Came, unreached } from '../answers/rounds.ts'
import { words } from '../speech/speech.ts'
import { askAgain } from '../ui/ask-again.ts'
import { around, useRounds } from '../ui/use-rounds.ts'
import { cameSealed, canSeal, deviceKeys } from './ask.ts'
import { drop, put, take } from './shelf.ts'

/** Whoever signs in or out is here, or gone, after this. In a hidden tab too: what lies ready is dropped when its time is over. */
const pace = { everyMs: 5 * 60_000, alsoHidden: true }

type Lent = { readonly answer: DutyAnswer; readonly untilHere: number }

/** `reached`: as the house said it just now. */
type Ready = {
  readonly kind: 'ready'
  readonly answer: DutyAnswer
  readonly keys: CryptoKeyPair
  readonly reached: boolean
}
type Refused = { readonly kind: 'refused'; readonly sentence: string }
export type DutyState = { readonly kind: 'looking' | 'unsafe' } | Refused | Ready

async function lookUp(): Promise<Came<Ready>> {
  const { keys, key } = await deviceKeys()
  const came = await cameSealed<DutyAnswer>('duty', { key })
  if (came.is === 'unreached') return came
  if (came.is !== 'told') {
    // No duty device any more, or none of this house: nothing stays here.
    await drop('duty')
    return came
  }
  const answer = came.told
  await put('on-duty', true)
  await put('duty', { answer, untilHere: Date.now() + (answer.until - answer.now) } satisfies Lent)
  return { is: 'told', told: { kind: 'ready', answer, keys, reached: true } }
}

/** What lies here while the house is not there; nothing of it once its time is over. */
async function fromHere(): Promise<Ready | Refused> {
  const lent = await take<Lent>('duty')
  const { keys } = await deviceKeys()
  if (lent !== null && lent.untilHere > Date.now())
    return { kind: 'ready', answer: lent.answer, keys, reached: false }
  await drop('duty')
  return unreachedHere()
}

const unreachedHere = (): Refused => ({ kind: 'refused', sentence: words().myNote.unreached })

/** `again`: asked anew at once. */
export function useDuty(): { readonly state: DutyState; readonly again: () => void } {
  // Looked at anew with each question that does not reach the house: it may be over by then.
  const [lent, lend] = useState<Ready | Refused | null>(null)
  const { told, why, again } = useRounds({
    about: canSeal() ? 'duty' : null,
    ...pace,
    ask: async () => {
      const came = await lookUp().catch(() => unreached)
      lend(came.is === 'unreached' ? await fromHere().catch(unreachedHere) : null)
      return came
    },
  })
  if (!canSeal()) return { state: { kind: 'unsafe' }, again }
  if (lent !== null) return { state: lent, again }
  if (why === null || why.is === 'unreached') return { state: told ?? { kind: 'looking' }, again }
  return { state: { kind: 'refused', sentence: why.sentence }, again }
}

/** Beside whatever screen is open: a device that was on duty once holds tonight's ready, and drops what is over. */
export function holdReady(): () => void {
  let end = (): void => undefined
  let over = false
  const begin = async () => {
    if (!canSeal() || (await take('on-duty').catch(() => null)) === null || over) return
    const ask = async () => {
      const came = await lookUp()
      if (came.is === 'unreached') await fromHere()
      return came
    }
    end = askAgain<Ready>({ pace, ask, tell: () => undefined }, around()).end
  }
  void begin()
  return () => {
    over = true
    end()
  }
}
