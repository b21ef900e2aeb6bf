// Asks the house again and again for as long as a page is open, one round at a time; what it said is an answer or nothing.

/** A house that does not answer by then is not there. */
const ANSWER_MS = 4_000
/** After a round that broke, by a mistake of ours or because something else answered in the house’s place. */
export const BROKEN_MS = 2_000

export type HouseSaid = { readonly status: number; readonly value: unknown }

/** Null where it could not be reached, or something else answers in its place. */
export async function askHouse(path: string, body: string): Promise<HouseSaid | null> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(ANSWER_MS),
      body,
    })
    return { status: response.status, value: await response.json() }
  } catch {
    return null
  }
}

export type Rounds = { now(): void; end(): void }

/** `round` says after how long there is another; null: only when something happens. */
export function keepRounds(round: (isOver: () => boolean) => Promise<number | null>): Rounds {
  let timer: ReturnType<typeof setTimeout> | undefined
  let [busy, over] = [false, false]
  const go = async () => {
    if (busy || over) return
    busy = true
    clearTimeout(timer)
    // One that breaks is one round: what was written down here waits to be brought, whatever cannot be drawn.
    const again = await round(() => over).catch(() => BROKEN_MS)
    busy = false
    if (!over && again !== null) timer = setTimeout(() => void go(), again)
  }
  const listen = () => void go()
  addEventListener('online', listen)
  void go()
  return {
    now: listen,
    end: () => {
      over = true
      clearTimeout(timer)
      removeEventListener('online', listen)
    },
  }
}
