// Where else the server may be found: what it told, what is kept of it, and in which order it is tried.

/** `addresses`: the newest told first. `pass`: what this device shows there to be known. */
export type Reach = { readonly addresses: readonly string[]; readonly pass: string }

/** More than any laptop has had in a night; the oldest goes. */
export const ADDRESSES_KEPT_MAX = 12

/** What was told last stands first; what was told before is still tried, for a laptop may go back. */
export function withTold(before: Reach | null, told: Reach): Reach {
  const all = [...told.addresses, ...(before?.addresses ?? [])]
  return { addresses: [...new Set(all)].slice(0, ADDRESSES_KEPT_MAX), pass: told.pass }
}

export type Way = { readonly url: string; readonly pass: string | null }

/** Its own address by cookie, the others by pass; the one that worked last stands first. */
export function waysTo(
  here: { readonly protocol: string; readonly host: string },
  reach: Reach | null,
  last: string | null,
): readonly Way[] {
  const own: Way = { url: liveAt(here.protocol, here.host), pass: null }
  const others = (reach?.addresses ?? []).flatMap((address) => wayTo(here, address, reach?.pass ?? ''))
  const all = [own, ...others.filter((way) => way.url !== own.url)]
  return all.toSorted((a, b) => Number(b.url === last) - Number(a.url === last))
}

const liveAt = (protocol: string, host: string): string =>
  `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/live`

/** A page may only go on as it came: with a certificate or without. */
function wayTo(here: { readonly protocol: string }, address: string, pass: string): readonly Way[] {
  try {
    const { protocol, host } = new URL(address)
    return protocol === here.protocol ? [{ url: liveAt(protocol, host), pass }] : []
  } catch {
    return []
  }
}

/** What lies on the device may be from another version. */
export function readReach(value: unknown): Reach | null {
  if (typeof value !== 'object' || value === null || !('addresses' in value) || !('pass' in value))
    return null
  const { addresses, pass } = value
  if (!Array.isArray(addresses) || typeof pass !== 'string') return null
  const told = addresses.filter((one): one is string => typeof one === 'string')
  return { addresses: told.slice(0, ADDRESSES_KEPT_MAX), pass }
}
