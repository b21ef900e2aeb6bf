// What lies ready on this duty device: fetched while the house is there, used while it is not, dropped when its time is over.

import { useEffect, useState } from 'react'
import type { DutyAnswer } from '../../wire/vault.ts'
import { words } from '../speech/speech.ts'
import { askSealed, canSeal, deviceKeys } from './ask.ts'
import { drop, put, take } from './shelf.ts'

/** Whoever signs in or out is here, or gone, after this. */
const AGAIN_MS = 5 * 60_000

type Lent = { readonly answer: DutyAnswer; readonly untilHere: number }

export type DutyState =
  | { readonly kind: 'looking' | 'unsafe' }
  | { readonly kind: 'refused'; readonly sentence: string }
  /** `reached`: as the house said it just now. */
  | {
      readonly kind: 'ready'
      readonly answer: DutyAnswer
      readonly keys: CryptoKeyPair
      readonly reached: boolean
    }

async function lookUp(): Promise<DutyState> {
  if (!canSeal()) return { kind: 'unsafe' }
  const { keys, key } = await deviceKeys()
  const told = await askSealed<DutyAnswer>('duty', { key })
  if (told === null) return fromHere(keys)
  if (!told.ok) {
    // No duty device any more, or none of this house: nothing stays here.
    await drop('duty')
    return { kind: 'refused', sentence: told.sentence }
  }
  const answer = told.value
  await put('on-duty', true)
  await put('duty', { answer, untilHere: Date.now() + (answer.until - answer.now) } satisfies Lent)
  return { kind: 'ready', answer, keys, reached: true }
}

async function fromHere(keys: CryptoKeyPair): Promise<DutyState> {
  const lent = await take<Lent>('duty')
  if (lent !== null && lent.untilHere > Date.now())
    return { kind: 'ready', answer: lent.answer, keys, reached: false }
  await drop('duty')
  return { kind: 'refused', sentence: words().myNote.unreached }
}

/** `again`: asked anew at once. */
export function useDuty(): { readonly state: DutyState; readonly again: () => void } {
  const [state, set] = useState<DutyState>({ kind: 'looking' })
  const [round, next] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const go = async () => {
      const found = await lookUp().catch(
        (): DutyState => ({ kind: 'refused', sentence: words().myNote.unreached }),
      )
      if (over) return
      set(found)
      timer = setTimeout(() => next(round + 1), AGAIN_MS)
    }
    void go()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [round])
  return { state, again: () => next(round + 1) }
}

/** Beside whatever screen is open: a device that was on duty once holds tonight's ready, and drops what is over. */
export function holdReady(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false
  const round = async () => {
    if (!canSeal() || (await take('on-duty').catch(() => null)) === null) return
    await lookUp().catch(() => null)
    if (!over) timer = setTimeout(() => void round(), AGAIN_MS)
  }
  void round()
  return () => {
    over = true
    clearTimeout(timer)
  }
}
