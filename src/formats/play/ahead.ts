// A scene looked at from one of its directions: who speaks next, who spoke last, who is brought on again before.

/** "He exits" looks this many speeches back for somebody whom the word fits. */
const SPEECHES_BACK_MAX = 12

export type SpeechAt = { readonly at: number; readonly who: readonly string[] }

type Places = ReadonlyMap<string, readonly number[]>

export class Ahead {
  readonly #speeches: readonly SpeechAt[]
  readonly #byPerson: Places
  #entrances: Places = new Map()

  constructor(speeches: readonly SpeechAt[]) {
    this.#speeches = speeches
    this.#byPerson = placesOf(speeches)
  }

  bringsOn(entrances: readonly SpeechAt[]): void {
    this.#entrances = placesOf(entrances)
  }

  /** Where somebody's next speech stands. */
  next(who: string, at: number): number | undefined {
    return after(this.#byPerson.get(who) ?? [], at)
  }

  /** Speaks again in this scene before anything says that they come back: they have not left. */
  goesOn(who: string, at: number): boolean {
    const next = this.next(who, at)
    if (next === undefined) return false
    const entrance = after(this.#entrances.get(who) ?? [], at)
    return entrance === undefined || entrance > next
  }

  /** Who spoke before a place, the last first. */
  before(at: number): readonly (readonly string[])[] {
    const end = firstAfter(this.#speeches, ({ at: place }) => place >= at)
    return this.#speeches
      .slice(Math.max(0, end - SPEECHES_BACK_MAX), end)
      .map(({ who }) => who)
      .reverse()
  }
}

function placesOf(all: readonly SpeechAt[]): Places {
  const places = new Map<string, number[]>()
  for (const { at, who } of all)
    for (const each of who) {
      const own = places.get(each)
      if (own) own.push(at)
      else places.set(each, [at])
    }
  return places
}

const after = (places: readonly number[], at: number): number | undefined =>
  places[firstAfter(places, (place) => place > at)]

/** Halving: the first for which it holds, in a list where it holds from somewhere on. */
function firstAfter<T>(all: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const one = all[middle]
    if (one !== undefined && holds(one)) high = middle
    else low = middle + 1
  }
  return low
}
