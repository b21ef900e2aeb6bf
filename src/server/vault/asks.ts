// Outside an incident two whom the person named open a note together. Whoever asks is written down, and the answer is one for all.

import type { Viewer } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import { accepted, type Result, refused } from '../../core/kit/result.ts'
import type { AskAnswer, VaultBody } from '../../wire/vault.ts'
import type { Clock } from '../clock/clock.ts'
import type { OwnerAnswer } from '../owner/owner.ts'
import type { Vault } from './vault.ts'

/** The second one asks within this. */
export const TOGETHER_MS = 15 * 60_000
/** By one device within that time. */
export const ASKS_MAX = 30
/** Of all devices. */
const HELD_MAX = 2_000

/** One sentence for whoever has no right, for whoever left nothing and for nobody: who asks learns nothing. */
const TWO_PEOPLE = refused(
  'two-people',
  'A sealed note is opened by two people whom its owner named, together: the second asks on their own phone within 15 minutes. The owner is told of everybody who asks.',
)
const TOO_MANY = refused('too-many', 'This device has asked too often: wait for a quarter of an hour.')

type Refused = Extract<Result<never>, { ok: false }>

type Ask = {
  readonly person: string
  readonly device: string
  readonly by: string
  readonly at: number
  /** What the other keeper passed on, sealed to this device. */
  readonly share: string | null
}

export type Asks = {
  ask(viewer: Viewer, body: VaultBody<'ask'>): Promise<Result<AskAnswer>>
}

export function openAsks(vault: Vault, clock: Clock): Asks {
  let asks: readonly Ask[] = []
  return {
    ask: async (viewer, { person: who, key, share }) => {
      const now = clock.now()
      asks = asks.filter(({ at }) => now - at < TOGETHER_MS).slice(-HELD_MAX)
      if (asks.filter(({ device }) => device === viewer.device).length >= ASKS_MAX) return TOO_MANY
      const found = await vault.handed(who)
      if (found === null) return TWO_PEOPLE
      const { person, sealed } = found
      // A device of nobody's opens nothing with anybody; that it asked is told all the same.
      if (viewer.person === null)
        return failedOr(await vault.wrote(viewer, id<'person'>(person), 'asked'), TWO_PEOPLE)
      await vault.enrol(viewer, key)
      const own = asks.findLast((one) => one.device === viewer.device && one.person === person)
      asks = [
        ...asks,
        { person, device: viewer.device, by: viewer.person, at: now, share: own?.share ?? null },
      ]
      const other = asks.find((one) => one.person === person && one.by !== viewer.person)
      const written = await vault.wrote(viewer, id<'person'>(person), other ? 'two-keepers' : 'asked')
      if (!written.ok) return failedOr(written, TWO_PEOPLE)
      const to = other && vault.keyOf(other.device)
      if (!other || !to) return TWO_PEOPLE
      if (share !== null)
        asks = asks.map((one) =>
          one.person === person && one.device === other.device ? { ...one, share } : one,
        )
      return accepted({
        person,
        sealed,
        other: { device: other.device, key: to },
        device: viewer.device,
        share: own?.share ?? null,
      })
    },
  }
}

/** What could not be written down is not answered as if it had been. */
function failedOr(written: OwnerAnswer, answer: Refused): Refused {
  if (written.ok) return answer
  return refused('failed', 'failure' in written ? written.failure : written.refusal.sentence)
}
