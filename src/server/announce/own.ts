// This machine's own addresses on its networks, and which of them a message from elsewhere belongs to.

import { networkInterfaces } from 'node:os'

/** One address of this machine on one network. */
export type Own = { readonly card: string; readonly address: string; readonly netmask: string }

/** More than any laptop has; the rest are not announced. */
export const ADDRESSES_MAX = 8

/** Bridges and tunnels of other programs: no phone is on them. They stand last. */
const inside = /^(docker|veth|br-|virbr|vmnet|vbox|utun|tun|tap|zt|tailscale|wg|vEthernet)/
/** What a machine gives itself where nobody gives it an address. */
const selfGiven = /^169\.254\./

/** The likeliest first. */
export function ownAddresses(
  all: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): readonly Own[] {
  const found = Object.entries(all).flatMap(([card, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address, netmask }) => ({ card, address, netmask })),
  )
  const rank = ({ card, address }: Own) => Number(inside.test(card)) * 2 + Number(selfGiven.test(address))
  return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, ADDRESSES_MAX)
}

const bits = (address: string): readonly number[] => address.split('.').map(Number)

export function isNear({ address, netmask }: Own, other: string): boolean {
  const mask = bits(netmask)
  const theirs = bits(other)
  return bits(address).every((part, index) => {
    const wanted = mask[index] ?? 0
    return (part & wanted) === ((theirs[index] ?? -1) & wanted)
  })
}

export const sameAddresses = (a: readonly Own[], b: readonly Own[]): boolean =>
  a.map(({ card, address }) => `${card} ${address}`).join() ===
  b.map(({ card, address }) => `${card} ${address}`).join()
