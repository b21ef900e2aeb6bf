// A disk that forgets: in memory, under node:fs, with a power switch. What was synced survives a cut; of the rest each
// write survives by a throw of the dice, some of them torn at the sector. The same seed forgets the same.

import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname } from 'node:path'
import type { Dice } from '../../src/core/kit/dice.ts'

const SECTOR_BYTES = 512
const FIRST_FD = 1_000_000
/** Everything under this folder lies on the model disk, everything else where it always did. */
export const MODEL_FOLDER = '/model-disk'

type Change = { readonly offset: number; readonly bytes: Uint8Array } | { readonly truncateTo: number }

type ModelFile = {
  /** As programs read it. */
  content: Bytes
  /** As it would be found after a cut, but for the pending changes. */
  durable: Bytes
  pending: Change[]
  /** A sync failed: the machine may at any time forget what it believes to have written. */
  suspect: boolean
}

/** To whoever is writing just then it looks like any failure; nobody hears about it. */
class PowerCut extends Error {
  override name = 'PowerCut'
  readonly code = 'EIO'
}

export type ModelDisk = {
  /** The power goes at the nth write, sync, truncation or removal from now. */
  cutAfter(operations: number): void
  /** Each sync fails with this probability, and the machine then forgets what it should have written. */
  failSyncs(probability: number): void
  readonly dead: boolean
  readonly failedSyncs: number
  /** The power comes back: whatever survived is what there is. */
  restart(): void
  /** A new disk. */
  wipe(): void
  /** Everything on it, for looking through. */
  files(): ReadonlyMap<string, Uint8Array>
}

/** Puts the disk under `node:fs` of this thread, for good. */
export function mountModelDisk(dice: Dice): ModelDisk {
  let names = new Map<string, ModelFile>()
  let durableNames = new Map<string, ModelFile>()
  let folders = new Set<string>()
  let descriptors = new Map<number, { path: string; file: ModelFile | null }>()
  let nextFd = FIRST_FD
  let left = Number.POSITIVE_INFINITY
  let syncFails = 0
  let dead = false
  let failedSyncs = 0

  const alive = () => {
    if (dead) throw new PowerCut('the power is off')
  }
  /** Returns after the operation has been half done; true when the power goes now. */
  const countDown = () => {
    left -= 1
    dead = left <= 0
    return dead
  }
  const opened = (fd: number) => {
    alive()
    const found = descriptors.get(fd)
    if (found === undefined) throw failure('EBADF', 'no such descriptor')
    return found
  }
  const fileOf = (fd: number): ModelFile => {
    const { file } = opened(fd)
    if (file === null) throw failure('EISDIR', 'a folder')
    return file
  }
  const change = (file: ModelFile, made: Change) => {
    apply(file.content, made)
    file.pending.push(made)
    if (countDown()) throw new PowerCut('while writing')
  }
  const sync = ({ path, file }: { path: string; file: ModelFile | null }) => {
    if (countDown()) throw new PowerCut('while syncing')
    if (file === null) {
      durableNames = new Map(names)
      return
    }
    if (dice.chance(syncFails)) {
      failedSyncs += 1
      // Each write reached the disk or did not; either way it counts as written from now on.
      file.durable = survivors(file, dice)
      file.pending = []
      file.suspect = true
      throw failure('EIO', 'sync failed')
    }
    for (const each of file.pending) apply(file.durable, each)
    file.pending = []
    if (names.get(path) === file) durableNames.set(path, file)
  }
  const open = (path: string, asked: unknown) => {
    alive()
    // Asked by name ('r', 'r+') a file must be there.
    const make = typeof asked === 'number' && (asked & fs.constants.O_CREAT) !== 0
    if (!names.has(path) && !make) throw failure('ENOENT', path)
    const file = names.get(path) ?? emptyFile()
    names.set(path, file)
    if (file.suspect && dice.chance(0.5)) {
      file.content = copied(file.durable)
      for (const each of file.pending) apply(file.content, each)
    }
    nextFd += 1
    descriptors.set(nextFd, { path, file })
    return nextFd
  }
  patch({
    open: (path, flags) => {
      if (path !== MODEL_FOLDER) return open(path, flags)
      nextFd += 1
      descriptors.set(nextFd, { path, file: null })
      return nextFd
    },
    close: (fd) => void descriptors.delete(fd),
    read: (fd, into, length, offset) => {
      const found = seen(fileOf(fd).content).subarray(offset, offset + length)
      into.set(found)
      return found.length
    },
    write: (fd, bytes, offset) => change(fileOf(fd), { offset, bytes: Uint8Array.from(bytes) }),
    sync: (fd) => sync(opened(fd)),
    truncate: (fd, truncateTo) => change(fileOf(fd), { truncateTo }),
    size: (fd) => fileOf(fd).content.length,
    exists: (path) => names.has(path) || folders.has(path),
    remove: (path) => {
      alive()
      if (!names.delete(path)) throw failure('ENOENT', path)
      if (countDown()) throw new PowerCut('while removing')
    },
    rename: (from, to) => {
      alive()
      const file = names.get(from)
      if (file === undefined) throw failure('ENOENT', from)
      names.delete(from)
      names.set(to, file)
      if (countDown()) throw new PowerCut('while renaming')
    },
    makeFolder: (path) => {
      alive()
      if (folders.has(path)) throw failure('EEXIST', path)
      folders.add(path)
    },
    removeFolder: (path) => {
      alive()
      folders.delete(path)
    },
  })
  const boot = () => {
    folders = new Set()
    descriptors = new Map()
    left = Number.POSITIVE_INFINITY
    dead = false
  }
  return {
    cutAfter: (operations) => {
      left = operations
    },
    failSyncs: (probability) => {
      syncFails = probability
    },
    get dead() {
      return dead
    },
    get failedSyncs() {
      return failedSyncs
    },
    restart() {
      const found = new Map<string, ModelFile>()
      for (const path of new Set([...names.keys(), ...durableNames.keys()])) {
        const [now, before] = [names.get(path), durableNames.get(path)]
        const file = now === before || dice.chance(0.5) ? now : before
        if (file !== undefined) found.set(path, restarted(survivors(file, dice)))
      }
      names = found
      durableNames = new Map(found)
      boot()
    },
    wipe() {
      names = new Map()
      durableNames = new Map()
      boot()
    },
    files: () => new Map([...names].map(([path, { content }]) => [path, seen(content)])),
  }
}

const emptyFile = (): ModelFile => restarted(noBytes())
const restarted = (bytes: Bytes): ModelFile => ({
  ...{ content: bytes, durable: copied(bytes), pending: [], suspect: false },
})

/** The durable bytes and whichever of the pending changes happened to reach the disk, whole or in sectors. */
function survivors(file: ModelFile, dice: Dice): Bytes {
  const bytes = copied(file.durable)
  for (const each of file.pending) {
    if (dice.chance(0.5)) continue
    if ('bytes' in each && dice.chance(0.3)) {
      for (let at = 0; at < each.bytes.length; at += SECTOR_BYTES) {
        const sector = { offset: each.offset + at, bytes: each.bytes.subarray(at, at + SECTOR_BYTES) }
        if (dice.chance(0.5)) apply(bytes, sector)
      }
    } else apply(bytes, each)
  }
  return bytes
}

/** Grows in steps, so that a write costs what it writes. */
type Bytes = { room: Uint8Array; length: number }

const noBytes = (): Bytes => ({ room: new Uint8Array(4096), length: 0 })
const copied = ({ room, length }: Bytes): Bytes => ({ room: room.slice(), length })
const seen = ({ room, length }: Bytes): Uint8Array => room.subarray(0, length)

function apply(bytes: Bytes, change: Change): void {
  const end = 'truncateTo' in change ? change.truncateTo : change.offset + change.bytes.length
  if (end > bytes.room.length) {
    const larger = new Uint8Array(end * 2)
    larger.set(seen(bytes))
    bytes.room = larger
  }
  if ('truncateTo' in change) {
    bytes.room.fill(0, end)
    bytes.length = end
  } else {
    bytes.room.set(change.bytes, change.offset)
    bytes.length = Math.max(bytes.length, end)
  }
}

const failure = (code: string, message: string) => Object.assign(new Error(`${code}: ${message}`), { code })

type Operations = {
  open(path: string, flags: unknown): number
  close(fd: number): void
  read(fd: number, into: Uint8Array, length: number, offset: number): number
  write(fd: number, bytes: Uint8Array, offset: number): void
  sync(fd: number): void
  truncate(fd: number, size: number): void
  size(fd: number): number
  exists(path: string): boolean
  remove(path: string): void
  rename(from: string, to: string): void
  makeFolder(path: string): void
  removeFolder(path: string): void
}

/** Only the calls that the database's own file layer makes; all of them synchronous. */
function patch(model: Operations): void {
  const real = { ...fs }
  const here = (path: unknown): path is string =>
    typeof path === 'string' && (path === MODEL_FOLDER || dirname(path) === MODEL_FOLDER)
  const ours = (fd: number) => fd >= FIRST_FD
  Object.assign(fs, {
    openSync: (path: string, flags: string | number, mode?: number) =>
      here(path) ? model.open(path, flags) : real.openSync(path, flags, mode),
    closeSync: (fd: number) => (ours(fd) ? model.close(fd) : real.closeSync(fd)),
    readSync: (fd: number, into: Uint8Array, start: number, length: number, offset: number | bigint) =>
      ours(fd)
        ? model.read(fd, into.subarray(start), length, Number(offset))
        : real.readSync(fd, into, start, length, offset),
    writeSync: (fd: number, from: Uint8Array, start: number, length: number, offset: number) => {
      if (!ours(fd)) return real.writeSync(fd, from, start, length, offset)
      model.write(fd, from.subarray(start, start + length), Number(offset))
      return length
    },
    fsyncSync: (fd: number) => (ours(fd) ? model.sync(fd) : real.fsyncSync(fd)),
    ftruncateSync: (fd: number, size: number) =>
      ours(fd) ? model.truncate(fd, Number(size)) : real.ftruncateSync(fd, size),
    fstatSync: (fd: number) => (ours(fd) ? { size: model.size(fd) } : real.fstatSync(fd)),
    accessSync: (path: string, mode?: number) => {
      if (!here(path)) return real.accessSync(path, mode)
      if (!model.exists(path)) throw failure('ENOENT', path)
    },
    unlinkSync: (path: string) => (here(path) ? model.remove(path) : real.unlinkSync(path)),
    renameSync: (from: string, to: string) =>
      here(from) ? model.rename(from, to) : real.renameSync(from, to),
    mkdirSync: (path: string) => (here(path) ? model.makeFolder(path) : real.mkdirSync(path)),
    rmdirSync: (path: string) => (here(path) ? model.removeFolder(path) : real.rmdirSync(path)),
  })
  // For those who import the calls by name.
  syncBuiltinESMExports()
}
