// A disk that forgets: in memory, under node:fs, with a power switch. What was synced survives a cut; of the rest each
// write survives by a throw of the dice, some of them torn at the sector. The same seed forgets the same.

import fs from 'node:fs'
import { dirname } from 'node:path'
import type { Dice } from '../../src/core/kit/dice.ts'
import { failure, patchFileSystem } from './patched-fs.ts'

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

/** Puts a disk under `node:fs` of this thread, for good. */
export function mountModelDisk(dice: Dice): ModelDisk {
  const disk = new ModelDisk(dice)
  patchFileSystem(disk, FIRST_FD, isOnDisk)
  return disk
}

export class ModelDisk {
  readonly #dice: Dice
  #names = new Map<string, ModelFile>()
  #durableNames = new Map<string, ModelFile>()
  #folders = new Set<string>()
  /** No file: the folder itself. */
  #descriptors = new Map<number, { readonly path: string; readonly file: ModelFile | null }>()
  #nextFd = FIRST_FD
  #left = Number.POSITIVE_INFINITY
  #syncFails = 0
  #dead = false
  #failedSyncs = 0

  constructor(dice: Dice) {
    this.#dice = dice
  }

  get dead(): boolean {
    return this.#dead
  }
  get failedSyncs(): number {
    return this.#failedSyncs
  }
  /** The power goes at the nth write, sync, truncation, renaming or removal from now. */
  cutAfter(operations: number): void {
    this.#left = operations
  }
  /** Each sync fails with this probability, and the machine then forgets what it should have written. */
  failSyncs(probability: number): void {
    this.#syncFails = probability
  }

  /** The power comes back: whatever survived is what there is. */
  restart(): void {
    const found = new Map<string, ModelFile>()
    for (const path of new Set([...this.#names.keys(), ...this.#durableNames.keys()])) {
      const [now, before] = [this.#names.get(path), this.#durableNames.get(path)]
      const file = now === before || this.#dice.chance(0.5) ? now : before
      if (file !== undefined) found.set(path, fileOf(survivors(file, this.#dice)))
    }
    this.#begin(found)
  }
  /** A new disk. */
  wipe(): void {
    this.#begin(new Map())
  }

  open(path: string, flags: string | number): number {
    if (path === MODEL_FOLDER) return this.#describe(path, null)
    this.#checkAlive()
    // Asked by name ('r', 'r+') a file must be there.
    const make = typeof flags === 'number' && (flags & fs.constants.O_CREAT) !== 0
    if (!this.#names.has(path) && !make) throw failure('ENOENT', path)
    const file = this.#names.get(path) ?? fileOf(noBytes())
    this.#names.set(path, file)
    if (file.suspect && this.#dice.chance(0.5)) forgetUnwritten(file)
    return this.#describe(path, file)
  }
  close(fd: number): void {
    this.#descriptors.delete(fd)
  }
  read(fd: number, into: Uint8Array, length: number, offset: number): number {
    const found = seen(this.#file(fd).content).subarray(offset, offset + length)
    into.set(found)
    return found.length
  }
  write(fd: number, bytes: Uint8Array, offset: number): void {
    this.#change(this.#file(fd), { offset, bytes: Uint8Array.from(bytes) })
  }
  truncate(fd: number, truncateTo: number): void {
    this.#change(this.#file(fd), { truncateTo })
  }
  size(fd: number): number {
    return this.#file(fd).content.length
  }

  sync(fd: number): void {
    const { path, file } = this.#described(fd)
    this.#countDown()
    if (file === null) {
      this.#durableNames = new Map(this.#names)
      return
    }
    if (this.#dice.chance(this.#syncFails)) {
      this.#failedSyncs += 1
      // Each write reached the disk or did not; either way it counts as written from now on.
      file.durable = survivors(file, this.#dice)
      file.pending = []
      file.suspect = true
      throw failure('EIO', 'sync failed')
    }
    for (const each of file.pending) apply(file.durable, each)
    file.pending = []
    if (this.#names.get(path) === file) this.#durableNames.set(path, file)
  }

  exists(path: string): boolean {
    return this.#names.has(path) || this.#folders.has(path)
  }
  remove(path: string): void {
    this.#checkAlive()
    if (!this.#names.delete(path)) throw failure('ENOENT', path)
    this.#countDown()
  }
  rename(from: string, to: string): void {
    this.#checkAlive()
    const file = this.#names.get(from)
    if (file === undefined) throw failure('ENOENT', from)
    this.#names.delete(from)
    this.#names.set(to, file)
    this.#countDown()
  }
  makeFolder(path: string): void {
    this.#checkAlive()
    if (this.#folders.has(path)) throw failure('EEXIST', path)
    this.#folders.add(path)
  }
  removeFolder(path: string): void {
    this.#checkAlive()
    this.#folders.delete(path)
  }

  #begin(names: Map<string, ModelFile>): void {
    this.#names = names
    this.#durableNames = new Map(names)
    this.#folders = new Set()
    this.#descriptors = new Map()
    this.#left = Number.POSITIVE_INFINITY
    this.#dead = false
  }
  #checkAlive(): void {
    if (this.#dead) throw new PowerCut('the power is off')
  }
  /** What was begun is done as far as memory goes; whether it reached the disk the dice say later. */
  #countDown(): void {
    this.#left -= 1
    this.#dead = this.#left <= 0
    this.#checkAlive()
  }
  #describe(path: string, file: ModelFile | null): number {
    this.#nextFd += 1
    this.#descriptors.set(this.#nextFd, { path, file })
    return this.#nextFd
  }
  #described(fd: number) {
    this.#checkAlive()
    const found = this.#descriptors.get(fd)
    if (found === undefined) throw failure('EBADF', 'no such descriptor')
    return found
  }
  #file(fd: number): ModelFile {
    const { file } = this.#described(fd)
    if (file === null) throw failure('EISDIR', 'a folder')
    return file
  }
  #change(file: ModelFile, change: Change): void {
    apply(file.content, change)
    file.pending.push(change)
    this.#countDown()
  }
}

const isOnDisk = (path: unknown): path is string =>
  typeof path === 'string' && (path === MODEL_FOLDER || dirname(path) === MODEL_FOLDER)

const fileOf = (bytes: Bytes): ModelFile => ({
  ...{ content: bytes, durable: copied(bytes), pending: [], suspect: false },
})

/** The kernel drops what it takes for written, and reads what really is. */
function forgetUnwritten(file: ModelFile): void {
  file.content = copied(file.durable)
  for (const each of file.pending) apply(file.content, each)
}

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
