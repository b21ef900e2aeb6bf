// What of tonight's record cannot be read any more: told at the desk until somebody has read it, and in the report for good.

import { may, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'

/** Whose entries they were: tonight's own, those of the house (devices, shows), or what was written of incidents. */
export type DamagedRecord = 'tonight' | 'house' | 'incidents'

/** The first and the last entry that cannot be read, how many, and when what still can be read was written around them. */
export type Damage = {
  readonly of: DamagedRecord
  readonly from: number
  readonly to: number
  readonly entries: number
  readonly after: Instant | null
  readonly before: Instant | null
  /** What they said was kept besides: nothing of it is missing. */
  readonly remembered: boolean
}

export type ToldDamage = Damage & { readonly readAt: Instant | null }

export type DamageEvent =
  | { readonly type: 'record.damaged'; readonly v: 1; readonly body: Damage; readonly detail?: undefined }
  | {
      readonly type: 'damage.read'
      readonly v: 1
      readonly body: Readonly<Record<string, never>>
      readonly detail?: undefined
    }

export type DamageCommand = { readonly name: 'damage.read' }

export const damageTypes: ReadonlySet<string> = new Set<DamageEvent['type']>([
  'record.damaged',
  'damage.read',
])

/** Each opening tells what is new, so a night has one or two; of more the newest are told. */
export const DAMAGES_MAX = 20

export function applyDamage(
  before: readonly ToldDamage[],
  event: DamageEvent,
  at: Instant,
): readonly ToldDamage[] {
  return event.type === 'record.damaged'
    ? [...before, { ...event.body, readAt: null }].slice(-DAMAGES_MAX)
    : before.map((one) => (one.readAt === null ? { ...one, readAt: at } : one))
}

/** Pressing again changes nothing. */
export function decideDamage(before: readonly ToldDamage[], by: Viewer): Result<readonly DamageEvent[]> {
  if (!may(by, 'say that damage was read'))
    return refused('not-yours', 'Whoever calls or manages the stage says that this was read.')
  const unread = before.some(({ readAt }) => readAt === null)
  return accepted(unread ? [{ type: 'damage.read', v: 1, body: {} }] : [])
}

/** A later opening finds the same again, or what is left of it: that was told. */
export const isTold = (told: readonly Damage[], { of, from, to }: Damage): boolean =>
  told.some((one) => one.of === of && one.from <= from && to <= one.to)
