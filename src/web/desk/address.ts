// The address that a link for another device begins with: one that the device can reach.

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname)

/**
 * Where this desk was opened, if that leads here from elsewhere and needs no trust; else what the server says it is reached at, the
 * likeliest first. Empty where only this machine is let in.
 */
export function reachable(
  here: { readonly hostname: string; readonly origin: string },
  addresses: readonly string[],
): readonly string[] {
  // A link to the safe address would be refused by every phone that does not trust the house yet.
  if (isLoopback(here.hostname) || (here.origin.startsWith('https:') && addresses.length > 0))
    return addresses
  return [here.origin, ...addresses.filter((one) => one !== here.origin)]
}

export const linkAt = (address: string, path: string): string => new URL(path, address).href

/** As it is said and typed: without what every browser adds. */
export const hostOf = (address: string): string => address.replace(/^http:\/\//, '')
