// Writes tonight down as it goes on, seldom enough for a telephone; only where the app itself is kept.

import { readKept, writeKept } from './keep.ts'
import { noRoomHere } from './kept-app.ts'
import { KEEP_MS, type KeptNight, NIGHT, nightOf, readNight, saveNight } from './kept-night.ts'
import type { SessionState } from './session.ts'
import { cameSafely } from './way-in.ts'

const AS_OF = 'night-as-of'
/** How often a quiet night's age is written anew: so old it may look, at most, when it is not. */
const AS_OF_MS = 15_000

export class NightKeeper {
  /** Another build writes another name here, and then what lies on the device is not read. */
  readonly #app = import.meta.url
  #sections: SessionState['sections'] | null = null
  #keptAt = Number.NEGATIVE_INFINITY
  #asOfAt = Number.NEGATIVE_INFINITY

  async load(): Promise<KeptNight | null> {
    if (!cameSafely()) return null
    const night = readNight(await readKept(NIGHT), this.#app, Date.now())
    const asOf = await readKept(AS_OF)
    return night && typeof asOf === 'number' && asOf > night.at
      ? { ...night, at: asOf as KeptNight['at'] }
      : night
  }

  keep(state: SessionState, now: number): void {
    if (!cameSafely() || state.connection !== 'live' || state.kept !== null) return
    if (state.sections === this.#sections) {
      if (now - this.#asOfAt >= AS_OF_MS) this.#writeAge(state, now)
    } else if (now - this.#keptAt >= KEEP_MS) this.#write(state, now)
  }

  keepNow(state: SessionState): void {
    if (cameSafely() && state.connection === 'live') this.#write(state, performance.now())
  }

  #write(state: SessionState, now: number): void {
    const night = nightOf(state, this.#app)
    if (night === null) return
    this.#sections = state.sections
    this.#keptAt = this.#asOfAt = now
    void saveNight(night).then((kept) => {
      if (!kept) noRoomHere()
    })
  }

  #writeAge(state: SessionState, now: number): void {
    const night = nightOf(state, this.#app)
    if (night === null) return
    this.#asOfAt = now
    void writeKept(AS_OF, night.at)
  }
}
