// What the facts of the network say: what is known, what is only guessed, and what is well.

import type { DeviceLine } from '../../wire/messages.ts'
import type { NetworkFacts } from '../../wire/network.ts'

/** `sure`: `known` is a fact that needs a hand, `guess` may be the cause, `fine` is well or harmless. */
export type Finding =
  | { readonly what: 'only-here' | 'no-network'; readonly sure: 'known' }
  | {
      readonly what: 'moved'
      readonly sure: 'known'
      readonly at: number
      readonly before: readonly string[]
    }
  | { readonly what: 'not-reached'; readonly sure: 'known'; readonly address: string }
  | { readonly what: 'nobody-in'; readonly sure: 'known'; readonly links: number; readonly since: number }
  | { readonly what: 'firewall' | 'isolation'; readonly sure: 'guess'; readonly likelier: boolean }
  | { readonly what: 'another'; readonly sure: 'known'; readonly name: string }
  | { readonly what: 'device-clock'; readonly sure: 'known'; readonly name: string; readonly ahead: number }
  | { readonly what: 'own-clock'; readonly sure: 'guess'; readonly devices: number; readonly ahead: number }
  | { readonly what: 'visited'; readonly sure: 'fine'; readonly at: number }
  | { readonly what: 'nothing-yet' | 'clocks' | 'internet'; readonly sure: 'fine' }

/** Clocks closer than this do nobody harm: the screens go by the server’s. */
export const CLOCK_MS = 5_000
/** Three that agree among themselves against this machine: then it is the likelier one to be wrong. */
const AGREE_DEVICES = 3
const AGREE_MS = 2_000
const HEARD_MS = 5 * 60_000

type Clocked = Pick<DeviceLine, 'name' | 'pulse'>

export function diagnose(facts: NetworkFacts, devices: readonly Clocked[]): readonly Finding[] {
  return [...wayIn(facts), ...neighbours(facts), ...clocks(devices), { what: 'internet', sure: 'fine' }]
}

function wayIn(facts: NetworkFacts): readonly Finding[] {
  const { letsIn, addresses, moved, reached, visitedAt, unused, openedAt } = facts
  if (!letsIn) return [{ what: 'only-here', sure: 'known' }]
  if (addresses.length === 0) return [{ what: 'no-network', sure: 'known' }]
  const unreached = reached.filter((one) => !one.ok)
  return [
    ...(moved ? [{ what: 'moved', sure: 'known', at: moved.at, before: moved.before } as const] : []),
    ...unreached.map(({ address }) => ({ what: 'not-reached', sure: 'known', address }) as const),
    ...(unreached.length > 0 ? [{ what: 'firewall', sure: 'guess', likelier: true } as const] : []),
    ...(visitedAt !== null
      ? [{ what: 'visited', sure: 'fine', at: visitedAt } as const]
      : unused === 0
        ? [{ what: 'nothing-yet', sure: 'fine' } as const]
        : nobodyIn(facts, unused, openedAt)),
  ]
}

/** Whoever hears its neighbours is not kept apart from them, so it is the likelier one to keep its own door shut. */
function nobodyIn({ heardAt, now }: NetworkFacts, links: number, since: number): readonly Finding[] {
  const hears = heardAt !== null && now - heardAt < HEARD_MS
  const guesses: readonly Finding[] = [
    { what: 'firewall', sure: 'guess', likelier: hears },
    { what: 'isolation', sure: 'guess', likelier: !hears },
  ]
  return [{ what: 'nobody-in', sure: 'known', links, since }, ...(hears ? guesses : guesses.toReversed())]
}

const neighbours = ({ others }: NetworkFacts): readonly Finding[] =>
  others.map(({ name }) => ({ what: 'another', sure: 'known', name }))

function clocks(devices: readonly Clocked[]): readonly Finding[] {
  const measured = devices.flatMap(({ name, pulse }) => (pulse?.clock ? [{ name, ...pulse.clock }] : []))
  const sorted = measured.map(({ ahead }) => ahead).toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  const agreeing = measured.filter(({ ahead }) => Math.abs(ahead - middle) <= AGREE_MS).length
  const isOwn = agreeing >= AGREE_DEVICES && agreeing > measured.length / 2 && Math.abs(middle) > CLOCK_MS
  const against = isOwn ? middle : 0
  const wrong = measured.filter(({ ahead, within }) => Math.abs(ahead - against) > CLOCK_MS + within)
  return [
    ...(isOwn ? [{ what: 'own-clock', sure: 'guess', devices: agreeing, ahead: middle } as const] : []),
    ...wrong.map(({ name, ahead }) => ({ what: 'device-clock', sure: 'known', name, ahead }) as const),
    ...(!isOwn && wrong.length === 0 && measured.length > 0
      ? [{ what: 'clocks', sure: 'fine' } as const]
      : []),
  ]
}
