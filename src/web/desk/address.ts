// The address that a link for another device begins with: one that the device can reach.

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname)

/**
 * Where this desk was opened, if that leads here from elsewhere; else what the server says it is reached at, the
 * likeliest first. Empty where only this machine is let in.
 */
export function reachable(
  here: { readonly hostname: string; readonly origin: string },
  addresses: readonly string[],
): readonly string[] {
  if (isLoopback(here.hostname)) return addresses
  return [here.origin, ...addresses.filter((one) => one !== here.origin)]
}

export const linkAt = (address: string, path: string): string => new URL(path, address).href

/** As it is said and typed: without what every browser adds. */
export const hostOf = (address: string): string => address.replace(/^http:\/\//, '')
