// Puts a model disk under `node:fs` of this thread: the calls that SQLite's file layer and the log's own files make.

import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import type { ModelDisk } from './model-disk.ts'

/** Paths of `here` and descriptors from `firstFd` on go to the model, all others where they always went. */
export function patchFileSystem(
  model: ModelDisk,
  firstFd: number,
  here: (path: unknown) => path is string,
): void {
  const real = { ...fs }
  const ours = (fd: number) => fd >= firstFd
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

export const failure = (code: string, message: string): Error =>
  Object.assign(new Error(`${code}: ${message}`), { code })
