// Whose phone this is: what lies here of sealed notes is one person’s, and goes when it becomes somebody else’s.

import { readAnswer } from '../answers/read-answer.ts'
import { forgetAll } from '../link/keep.ts'
import { seenMax } from '../ui/seen-here.ts'
import { READ_KEY } from './keeper-told.tsx'
import { SEEN_KEY } from './own-told.tsx'
import { empty, take } from './shelf.ts'

const WHOSE_KEY = 'ghostlight.sealed-of'
const keys = [WHOSE_KEY, SEEN_KEY, READ_KEY, ...Object.keys(seenMax)]

/** The code of a note, which may be written down nowhere else. */
export const holdsCode = async (): Promise<boolean> => (await take<string>('code').catch(() => null)) !== null

/** Keys, the code, what was lent, what was told to a keeper, which news were read: whoever comes next finds nothing of it. */
export async function forgetSealed(): Promise<void> {
  try {
    for (const key of keys) localStorage.removeItem(key)
    await empty()
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** A screen that is nobody’s asks for nothing sealed; whoever has it back finds what was theirs. */
export async function nowOf(person: string | null): Promise<void> {
  if (person === null) return
  const before = whoseWas()
  if (before !== null && before !== person) await forgetSealed()
  try {
    localStorage.setItem(WHOSE_KEY, person)
  } catch {
    // Then it keeps nothing sealed either.
  }
}

function whoseWas(): string | null {
  try {
    return localStorage.getItem(WHOSE_KEY)
  } catch {
    return null
  }
}

/** Just let in: whoever this was before, what it kept and what waited was theirs. */
export async function beginAnew(): Promise<void> {
  await forgetAll()
  const { told } = await readAnswer<Me>(fetch('/api/me'), ['viewer'])
  await nowOf(told?.viewer.person ?? null)
}

type Me = { readonly viewer: { readonly person: string | null } }
