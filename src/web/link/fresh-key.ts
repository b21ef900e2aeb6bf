// Asks the house now and then for a new key: it says itself whether the one this device has is old.

import { asJson, readAnswer } from '../answers/read-answer.ts'

/** A page may stand for weeks; the house gives a new key twice a day at most. */
const ASK_MS = 3_600_000
/** Not among the first things a page asks for. */
const FIRST_MS = 5_000

export function keepKeyFresh(): void {
  setTimeout(() => void askForKey(), FIRST_MS)
  setInterval(() => void askForKey(), ASK_MS)
}

/** The key is a cookie, which no page reads. With the next question the house sees that it has arrived. */
async function askForKey(): Promise<void> {
  const asked = fetch('/api/key', asJson({}))
  const { told } = await readAnswer<{ readonly turned: boolean }>(asked, ['turned'])
  // Where the house is not there the key it knows is still good, and it is asked again in an hour.
  if (told?.turned === true) await fetch('/api/me').catch(() => null)
}
