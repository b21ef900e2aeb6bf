// One writer per file: a lock that the operating system drops with the process, however it ends.

import { openNodeDriver } from './driver.ts'
import { DriverError, LogUnavailable } from './trouble.ts'

export type Lock = { release(): void }

/**
 * An exclusive transaction that never writes, held on an empty database beside the log. A lock file with a process
 * id in it was rejected: after a SIGKILL it stays, and someone has to decide at half past seven whether to delete it.
 */
export function lockLog(file: string): Lock {
  const driver = openNodeDriver(`${file}-lock`)
  try {
    driver.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    driver.close()
    if (error instanceof DriverError && error.trouble === 'busy') {
      throw new LogUnavailable(
        'in-use',
        `Another Ghostlight is already keeping this log (${file}): stop it first.`,
      )
    }
    throw error
  }
  return { release: () => driver.close() }
}
