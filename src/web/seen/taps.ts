// What became of the taps on this device: which of them wait, and what the last one came to.

import type { Press } from '../link/presses.ts'
import { words } from '../speech/speech.ts'

const names = ['people.see', 'sighting.undo', 'concern.raise'] as const
type Tap = Extract<Press['command'], { name: (typeof names)[number] }>

const tapOf = ({ command }: Press): Tap | null => {
  const name = names.find((one) => one === command.name)
  // `as`: its name is one of these.
  return name === undefined ? null : (command as Tap)
}

/** Tapped, and not yet known to be kept. */
export const waitingFor = (presses: readonly Press[], person: string): boolean =>
  presses.some(
    ({ command, outcome }) =>
      outcome === null && command.name === 'people.see' && command.people.includes(person),
  )

export type LastTap = {
  readonly line: string
  /** The sighting that can be taken back with one more tap. */
  readonly undo: number | null
}

export function lastTap(
  presses: readonly Press[],
  names: ReadonlyMap<string, string>,
  stale: boolean,
): LastTap {
  const said = words().seen
  const taps = presses.filter((press) => tapOf(press) !== null)
  const waiting = taps.filter(({ outcome }) => outcome === null)
  if (stale && waiting.length > 0) return { line: said.waiting({ many: waiting.length }), undo: null }
  const last = taps.at(-1)
  const tap = last === undefined ? null : tapOf(last)
  if (last === undefined || tap === null) return { line: said.hint, undo: null }
  const { outcome } = last
  if (outcome === null) return { line: said.sendingTap, undo: null }
  if (outcome.kind !== 'done') return { line: outcome.sentence, undo: null }
  if (tap.name === 'sighting.undo') return { line: said.undone, undo: null }
  const people = tap.name === 'people.see' ? tap.people : [tap.person]
  const known = people.map((person) => names.get(person) ?? person)
  return tap.name === 'people.see'
    ? { line: said.said({ names: known }), undo: outcome.seq }
    : { line: said.raised({ names: known }), undo: null }
}
