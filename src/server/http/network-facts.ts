// What this machine knows of its own network: facts only; what they may mean is said on the page.

import { connect } from 'node:net'
import { isOpen } from '../../core/installation/decide-groups.ts'
import type { InstallationState } from '../../core/installation/installation.ts'
import { between, type Instant } from '../../core/kit/time.ts'
import type { NetworkFacts } from '../../wire/network.ts'

/** A machine reaches itself at once or not at all. */
const REACH_MS_MAX = 1_500
/** A link that was made a moment ago is no sign of anything. */
const UNUSED_MS = 3 * 60_000

/** Who has come to the door from another machine: when last, and nothing else about them. */
export type Visits = { note(address: string | undefined): void; lastAt(): Instant | null }

export function openVisits(now: () => Instant, own: () => readonly string[]): Visits {
  let last: Instant | null = null
  return {
    note: (address = '') => {
      const plain = address.replace(/^::ffff:/, '')
      const isOwn = /^(127\.|::1$)/.test(plain) || own().some((one) => one.includes(`//${plain}:`))
      if (plain !== '' && !isOwn) last = now()
    },
    lastAt: () => last,
  }
}

export type AboutNetwork = Omit<NetworkFacts, 'now' | 'reached' | 'unused' | 'visitedAt'> & {
  readonly visits: Visits
}

export async function networkFacts(
  about: AboutNetwork,
  state: InstallationState,
  now: Instant,
): Promise<NetworkFacts> {
  const { visits, ...rest } = about
  const numbers = about.addresses.filter((one) => about.name === null || !one.includes(`//${about.name}:`))
  const reached = await Promise.all(
    numbers.map(async (address) => ({ address, ok: await reaches(new URL(address)) })),
  )
  return { ...rest, now, reached, unused: unusedLinks(state, now), visitedAt: visits.lastAt() }
}

/** Links that are for other devices, and that nobody has used for a while. */
function unusedLinks({ devices, groups }: InstallationState, now: Instant): number {
  const waiting = devices.filter(
    (one) => one.linkHash !== null && !one.id.startsWith('desk-') && between(one.invitedAt, now) > UNUSED_MS,
  )
  return waiting.length + groups.filter((one) => isOpen(one, now) && one.joined === 0).length
}

function reaches({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) })
    const end = (ok: boolean) => {
      socket.destroy()
      resolve(ok)
    }
    socket.setTimeout(REACH_MS_MAX, () => end(false))
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}
