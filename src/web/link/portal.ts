// Whether somebody else answers at the house's address: a Wi-Fi that wants its own page answered first.

import type { Link } from './socket.ts'

/** A portal answers at once; a house that is gone does not at all. */
const ANSWER_MS_MAX = 2_500
/** While the server is not heard, it is asked this often who answers there. */
const ASK_MS = 5_000

export type Answering = 'house' | 'another' | 'nobody'

/** What the house says back is what it was asked with; nobody who has not read the question can. */
export async function whoAnswers(ask: typeof fetch = fetch, word = freshWord()): Promise<Answering> {
  try {
    const answer = await ask(`/api/here?is=${word}`, {
      cache: 'no-store',
      // A portal sends people elsewhere: that is the answer, and is not followed.
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    })
    const told = (await answer.text()).slice(0, 200)
    return answer.type === 'opaqueredirect' || told !== JSON.stringify({ ghostlight: word })
      ? 'another'
      : 'house'
  } catch {
    return 'nobody'
  }
}

const freshWord = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((one) => one.toString(16).padStart(2, '0')).join('')

let another = false
const listeners = new Set<() => void>()

export const isAnother = (): boolean => another

export function onAnother(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(now: boolean): void {
  if (now === another) return
  another = now
  for (const listener of listeners) listener()
}

/** Asked only while the link is lost: a house that is heard is there. */
export function watchForPortal(link: Link): void {
  let asking = false
  setInterval(() => {
    if (!link.state().stale) return tell(false)
    if (asking || document.visibilityState === 'hidden') return
    asking = true
    void whoAnswers().then((who) => {
      asking = false
      tell(who === 'another' && link.state().stale)
    })
  }, ASK_MS)
}
