// Keeps one connection to the file: writes in batches of one commit each, and after a failing disk opens it afresh.

import type { Driver } from './rows.ts'
import { faultAtOpen } from './scan.ts'
import { checkpoint, prepareFile } from './schema.ts'
import { isErasing, type Receipt, type Write, write } from './store.ts'
import { DriverError, type DriverTrouble, LogDamaged, readingError } from './trouble.ts'

/** Writes between two emptyings of the write-ahead file: some megabytes, moved after the senders have been told. */
const CHECKPOINT_EVERY = 500

export type Written = Receipt | { readonly done: 'failed'; readonly trouble: DriverTrouble }

export type Keeper = {
  /** One transaction, one sync: what is not `failed` is on disk when this returns. */
  write(writes: readonly Write[]): readonly Written[]
  /** `stream` and `seq` name the place if the file turns out to be unreadable there. */
  read<T>(stream: string, seq: number, ask: (driver: Driver) => T): T
  /** Housekeeping that nobody should wait for: call it after the senders have been told. */
  tidy(): void
  close(): void
}

export type KeeperOptions = {
  readonly open: () => Driver
  /** Opens what is damaged all the same: to verify it, and to save what can be read. */
  readonly evenIfDamaged: boolean
  readonly checkpointEvery?: number
}

export function openKeeper(options: KeeperOptions): Keeper {
  return new OneConnection(options)
}

class OneConnection implements Keeper {
  readonly #open: () => Driver
  readonly #checkpointEvery: number
  /** Null: given up, to be opened afresh. */
  #driver: Driver | null
  #closed = false
  #writesSinceCheckpoint = 0
  #erasureInWal = false

  constructor(options: KeeperOptions) {
    this.#open = options.open
    this.#checkpointEvery = options.checkpointEvery ?? CHECKPOINT_EVERY
    this.#driver = openSound(options)
  }

  write(writes: readonly Write[]): readonly Written[] {
    try {
      const receipts = transact(this.#live(), writes)
      this.#writesSinceCheckpoint += writes.length
      this.#erasureInWal ||= writes.some(isErasing)
      return receipts
    } catch (error) {
      if (!(error instanceof DriverError)) throw error
      this.#giveUpIfFailing(error)
      const { trouble } = error
      return writes.map(() => ({ done: 'failed', trouble }))
    }
  }

  read<T>(stream: string, seq: number, ask: (driver: Driver) => T): T {
    try {
      return ask(this.#live())
    } catch (error) {
      if (error instanceof DriverError) this.#giveUpIfFailing(error)
      throw readingError(error, stream, seq)
    }
  }

  tidy(): void {
    if (this.#driver === null) return
    if (this.#writesSinceCheckpoint < this.#checkpointEvery && !this.#erasureInWal) return
    try {
      // Where a reader holds on to the file, what was erased stays in the write-ahead file until the next time.
      this.#erasureInWal &&= !checkpoint(this.#driver)
      this.#writesSinceCheckpoint = 0
    } catch (error) {
      if (!(error instanceof DriverError)) throw error
      this.#giveUpIfFailing(error)
    }
  }

  close(): void {
    this.#closed = true
    const last = this.#driver
    if (last === null) return
    this.#driver = null
    try {
      checkpoint(last)
    } catch (error) {
      // What was acknowledged is safe in the write-ahead file; the next opening empties it.
      if (!(error instanceof DriverError)) throw error
    } finally {
      closeQuietly(last)
    }
  }

  /** The connection; a new one where the last was given up. */
  #live(): Driver {
    if (this.#closed) throw new DriverError('io', 'the log is closed')
    this.#driver ??= openPrepared(this.#open)
    return this.#driver
  }

  /** Never sync again what has failed to sync: the kernel may call it clean. Only opening afresh helps. */
  #giveUpIfFailing({ trouble }: DriverError): void {
    // With a full disk or a busy file the connection is sound, and people can still read.
    if (trouble === 'full' || trouble === 'busy') return
    if (this.#driver !== null) closeQuietly(this.#driver)
    this.#driver = null
  }
}

function openSound(options: KeeperOptions): Driver {
  try {
    const driver = openPrepared(options.open)
    if (options.evenIfDamaged) return driver
    try {
      const bad = faultAtOpen(driver)
      if (bad !== null) throw new LogDamaged(bad.stream, bad.seq, bad.what)
    } catch (error) {
      closeQuietly(driver)
      throw error
    }
    return driver
  } catch (error) {
    throw readingError(error, 'file', 0)
  }
}

function openPrepared(open: () => Driver): Driver {
  const driver = open()
  try {
    prepareFile(driver)
    return driver
  } catch (error) {
    closeQuietly(driver)
    throw error
  }
}

function transact(driver: Driver, writes: readonly Write[]): readonly Written[] {
  driver.exec('BEGIN IMMEDIATE')
  try {
    const receipts = writes.map((each) => writeOne(driver, each))
    driver.exec('COMMIT')
    return receipts
  } catch (error) {
    rollBack(driver)
    throw error
  }
}

/** A damaged stream fails for itself: it is met while reading where to write, before anything is written. */
function writeOne(driver: Driver, what: Write): Written {
  try {
    return write(driver, what)
  } catch (error) {
    if (error instanceof LogDamaged) return { done: 'failed', trouble: 'corrupt' }
    throw error
  }
}

/** After a full disk or a failed write SQLite has often rolled back by itself, and says so by refusing. */
function rollBack(driver: Driver): void {
  try {
    driver.exec('ROLLBACK')
  } catch {
    // Nothing was open any more.
  }
}

function closeQuietly(driver: Driver): void {
  try {
    driver.close()
  } catch {
    // It is being given up, often because it fails.
  }
}
