// What is said of Ghostlight on a local network, in the records of multicast DNS, and what others say read again.

import type multicastDns from 'multicast-dns'
import { ADDRESSES_MAX } from './own.ts'

export type Packet = Partial<multicastDns.FullPacket>
export type Answer = multicastDns.ResponseOutgoingPacket['answers'][number]

/** Under this every Ghostlight on a network is found. */
export const SERVICE = '_ghostlight._tcp.local'
const HOST_TTL_S = 120
const SERVICE_TTL_S = 4500

export type Said = {
  /** "ghostlight", without ".local". */
  readonly name: string
  readonly port: number
  /** This run of the server: two on one machine have the same addresses. */
  readonly run: string
  readonly addresses: readonly string[]
}

export const fullName = (name: string): string => `${name}.local`

/**
 * A second name for the same machine, looked for only by who has lost it: browsers remember for a minute where a name
 * was, and would go on knocking at the old address (measured: 59 s instead of 6).
 */
export const secondName = (name: string): string => `${name}-again.local`

/** All of it; with `ttl` 0 it is taken back. */
export function recordsOf({ name, port, run, addresses }: Said, gone = false): Answer[] {
  const host = fullName(name)
  const instance = `${name}.${SERVICE}`
  const ttl = gone ? 0 : HOST_TTL_S
  return [
    ...[host, secondName(name)].flatMap((one) =>
      addresses.map((data) => ({ name: one, type: 'A', ttl, flush: true, data }) as const),
    ),
    { name: SERVICE, type: 'PTR', ttl: gone ? 0 : SERVICE_TTL_S, data: instance },
    { name: instance, type: 'SRV', ttl, flush: true, data: { port, target: host } },
    { name: instance, type: 'TXT', ttl, flush: true, data: [`run=${run}`] },
    // There is no other address: without this a phone waits for one before it believes the first.
    { name: host, type: 'NSEC', ttl, flush: true, data: { nextDomain: host, rrtypes: ['A'] } },
  ]
}

/** Does a question concern us? Of whatever kind: whoever wants the name for themselves asks too. */
export function isAsked(packet: Packet, name: string): boolean {
  return (packet.questions ?? []).some((question) => {
    const asked = question.name.toLowerCase()
    return (
      asked === fullName(name) ||
      asked === secondName(name) ||
      asked === SERVICE ||
      asked === `${name}.${SERVICE}`
    )
  })
}

/** What somebody else says of one name. */
export type Heard = { readonly addresses: readonly string[]; readonly run: string | null }

/** Whoever writes a packet writes what they like: anything else is no name that a Ghostlight has, and stands on no screen. */
const isName = (name: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name)

/** Who answers to this name, or null where the packet does not say. */
export function holderOf(packet: Packet, name: string): Heard | null {
  const all = [...(packet.answers ?? []), ...(packet.additionals ?? [])]
  const addresses = all.flatMap((one) =>
    one.type === 'A' && one.name.toLowerCase() === fullName(name) && (one.ttl ?? 1) > 0 ? [one.data] : [],
  )
  if (addresses.length === 0) return null
  const told = addresses.slice(0, ADDRESSES_MAX)
  const text = all.find((one) => one.type === 'TXT' && one.name.toLowerCase() === `${name}.${SERVICE}`)
  return { addresses: told, run: text?.type === 'TXT' ? runOf(text.data) : null }
}

/** Every Ghostlight that the packet tells of, or takes back. */
export function ghostlightsIn(
  packet: Packet,
): readonly (Heard & { readonly name: string; readonly gone: boolean })[] {
  const all = [...(packet.answers ?? []), ...(packet.additionals ?? [])]
  return all.flatMap((one) => {
    if (
      one.type !== 'PTR' ||
      one.name.toLowerCase() !== SERVICE ||
      !one.data.toLowerCase().endsWith(`.${SERVICE}`)
    )
      return []
    const name = one.data.slice(0, -SERVICE.length - 1).toLowerCase()
    if (!isName(name)) return []
    const holder = holderOf(packet, name)
    const gone = one.ttl === 0
    return [{ name, gone, addresses: holder?.addresses ?? [], run: holder?.run ?? null }]
  })
}

function runOf(data: unknown): string | null {
  const parts = (Array.isArray(data) ? data : [data]).map(String)
  return parts.find((part) => part.startsWith('run='))?.slice('run='.length) ?? null
}
