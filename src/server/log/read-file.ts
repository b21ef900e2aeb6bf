// A record that nobody here keeps, read beside whoever does: event by event, checked against the chain.

import { storedEvent } from './audit.ts'
import { openNodeDriver } from './driver.ts'
import type { Log } from './log.ts'
import { readEvents } from './reading.ts'

export type FileReader = Pick<Log, 'read'> & { readonly close: () => void }

export function readFileOf(file: string): FileReader {
  const driver = openNodeDriver(file, true)
  return {
    read: async (stream, from, limit) => readEvents(driver, stream, from, limit).map(storedEvent),
    close: () => driver.close(),
  }
}
