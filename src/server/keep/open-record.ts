// The record of the house, opened with everything that comes before: it needs little of the program, so that it can be first of all.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { formatClock, type Instant } from '../../core/kit/time.ts'
import { type OpenedEvenDamaged, openEvenDamaged } from '../log/even-damaged.ts'
import { copyName, DATABASE_NAME } from './names.ts'
import { removeUnsent } from './to-send.ts'
import { isNewer, keepBefore } from './upgrade.ts'

export type RecordWanted = {
  readonly dataDir: string
  /** Of the program: a record that another version wrote last is copied before it is opened. */
  readonly version?: string | undefined
  readonly clock: { now(): Instant }
}

/** Nothing is waited for on the way to the writer's thread, unless the program is new: it goes on while whoever asked loads the rest. */
export async function openRecord({ dataDir, version, clock }: RecordWanted): Promise<OpenedEvenDamaged> {
  mkdirSync(dataDir, { recursive: true })
  removeUnsent(dataDir)
  // Never opened by a newer program before there is a way back.
  if (version !== undefined && isNewer(dataDir, version))
    await keepBefore({ dataDir, database: DATABASE_NAME, version, now: new Date(clock.now()) })
  const aside = () => copyName(new Date(clock.now()), 'damaged')
  return openEvenDamaged({ file: join(dataDir, DATABASE_NAME), clock: clockHere }, aside)
}

/** Asked only once something is lost: loading the time zones takes a while. */
const clockHere = (at: Instant): string => formatClock(at, Intl.DateTimeFormat().resolvedOptions().timeZone)
