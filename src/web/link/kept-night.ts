// Tonight as this device was last told it, for when the server cannot be heard: what it was sent, and no more.

import { type Instant, instant } from '../../core/kit/time.ts'
import type { Sections, ViewerLine } from '../../wire/messages.ts'
import { writeKept } from './keep.ts'
import { type SessionState, serverNow } from './session.ts'

/** What was true then, by the server's time. `app`: the build that wrote it; another one may not be able to read it. */
export type KeptNight = {
  readonly at: Instant
  readonly performance: string
  readonly viewer: ViewerLine
  readonly sections: Sections
  readonly app: string
}

/** After this it is not tonight any more, and is not shown. */
export const TONIGHT_MS = 16 * 3_600_000
/** Not more often than this, however often something changes. */
export const KEEP_MS = 5_000

/**
 * By name, so that a part that comes to be has to be put here by somebody who thought of it: what is in the house's
 * lists of people and devices stays on no telephone.
 */
const kept = [
  ...['position', 'order', 'track', 'wards', 'side', 'cues', 'calling', 'vamps', 'vamp'],
  ...['tasks', 'notes'],
  'incident',
  'contacts',
] as readonly string[]
/** Where there is little room: where the show is, and one's own. */
const keptInLittleRoom: readonly string[] = ['position', 'order', 'track', 'incident']

/** Under what name it lies. */
export const NIGHT = 'night'

const some = (sections: Sections, names: readonly string[]): Sections =>
  Object.fromEntries(Object.entries(sections).filter(([name]) => names.includes(name)))

/** Null where there is nothing to keep: nobody, no performance, or never heard. */
export function nightOf(state: SessionState, app: string): KeptNight | null {
  const { viewer, seen, sections, currentAt } = state
  if (viewer === null || seen === null || seen.performance === '' || currentAt === null) return null
  const at = serverNow(state, currentAt)
  return at === null
    ? null
    : { at, performance: seen.performance, viewer, sections: some(sections, kept), app }
}

/** Where it does not fit, the parts that one cannot do without; false where not even these do. */
export async function saveNight(night: KeptNight, write = writeKept): Promise<boolean> {
  if (await write(NIGHT, night)) return true
  if (await write(NIGHT, { ...night, sections: some(night.sections, keptInLittleRoom) })) return true
  // Better nothing than what was true an hour ago.
  await write(NIGHT, null)
  return false
}

/** What lies there may be from another build, another day, or nothing of ours. */
export function readNight(value: unknown, app: string, wall: number): KeptNight | null {
  if (typeof value !== 'object' || value === null) return null
  // `as`: what says that it is of this very build was written by these very lines.
  const night = value as KeptNight
  if (night.app !== app || typeof night.at !== 'number') return null
  return Math.abs(wall - night.at) <= TONIGHT_MS ? { ...night, at: instant(night.at) } : null
}
