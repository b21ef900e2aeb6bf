// What this device keeps of where the record stood, asked for again and again; and what it finds is not so any more.

import { HEADS_KEPT, type HeadFound, type HeadsTold, type SignedHead } from '../../wire/heads.ts'
import { asJson, readAnswer } from '../answers/read-answer.ts'
import type { Came } from '../answers/rounds.ts'
import { type Ask, askAgain } from './ask-again.ts'
import { cameOf } from './ask-page.ts'
import { around } from './use-rounds.ts'

const PLACE = 'ghostlight.heads'
const AGAIN_MS = 5 * 60_000
/** Each time the newest; all of them when the page is opened, and when somebody asks. */
const ASKED_AT_A_TIME = 10

/** What is wrong, and of when: the first of it. */
export type HeadWrong = { readonly at: number; readonly is: Exclude<HeadFound, 'there'> | 'another-key' }

let wrong: HeadWrong | null = null
const listeners = new Set<() => void>()

export const headWrong = (): HeadWrong | null => wrong
export function onHeadWrong(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function keptHeads(): readonly SignedHead[] {
  try {
    // `as`: only this page writes it; what is no head is none to the house either.
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? '[]') as readonly SignedHead[]
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

/** What was kept stays, whatever the house says later under the same number: the oldest give way. */
export function together(kept: readonly SignedHead[], told: readonly SignedHead[]): readonly SignedHead[] {
  const has = (one: SignedHead) => kept.some(({ number, root }) => number === one.number && root === one.root)
  const fresh = told.filter((one) => !has(one) && !kept.some(({ number }) => number === one.number))
  return [...kept, ...fresh].toSorted((one, other) => one.at - other.at).slice(-HEADS_KEPT)
}

/** The first that is not so, by the time it was signed; null where all of it is. */
export function wrongOf(kept: readonly SignedHead[], found: HeadsTold['found']): HeadWrong | null {
  for (const [index, { is, key }] of found.entries()) {
    const at = kept[index]?.at ?? 0
    if (is !== 'there') return { at, is }
    if (key === 'another') return { at, is: 'another-key' }
  }
  return null
}

type HeldAgainst = readonly SignedHead[]

export async function holdAgainst(count = HEADS_KEPT): Promise<HeldAgainst | null> {
  const came = await hold(count)
  return came.is === 'told' ? came.told : null
}

async function hold(count: number, signal?: AbortSignal): Promise<Came<HeldAgainst>> {
  const kept = keptHeads()
  const asked = kept.slice(-count)
  const asking = fetch('/api/heads', { ...asJson({ heads: asked }), ...(signal && { signal }) })
  const came = cameOf(await readAnswer<HeadsTold>(asking, ['heads', 'found']))
  if (came.is !== 'told') return came
  say(wrongOf(asked, came.told.found))
  write(together(kept, came.told.heads))
  return { is: 'told', told: asked }
}

/** Somebody knows why: what is not in the record is kept no longer, and the rest begins anew. */
export function itIsKnown(): void {
  write([])
  say(null)
}

function say(found: HeadWrong | null): void {
  if (found?.at === wrong?.at && found?.is === wrong?.is) return
  wrong = found
  for (const listener of listeners) listener()
}

function write(heads: readonly SignedHead[]): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(heads))
  } catch {
    // A browser that keeps nothing keeps none of these: other devices do.
  }
}

/** In a hidden tab too: what is kept here is kept for the house. */
export function keepHeads(): () => void {
  let count = HEADS_KEPT
  const ask: Ask<HeldAgainst> = async (signal) => {
    const came = await hold(count, signal)
    if (came.is === 'told') count = ASKED_AT_A_TIME
    return came
  }
  const pace = { everyMs: AGAIN_MS, alsoHidden: true }
  return askAgain({ pace, ask, tell: () => undefined }, around()).end
}
