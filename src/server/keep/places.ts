// Where a copy of the record may go: what is plugged in, the user's own folders, and beside the record; and whether it may.

import { accessSync, constants, lstatSync, readdirSync, realpathSync, statfsSync, statSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { accepted, type Result, refused } from '../../core/kit/result.ts'

export const PLACES_MAX = 20

export type Place = {
  readonly folder: string
  readonly kind: 'plugged in' | 'own' | 'beside'
  readonly freeBytes: number
}

/** Where sticks and disks appear when they are plugged in, by system. */
function mountFolders(): readonly string[] {
  const user = userInfo().username
  return ['/Volumes', join('/media', user), join('/run/media', user), '/media', '/mnt']
}

/** Those that are there and may be written to, what is plugged in first. */
export function likelyPlaces(dataDir: string, mounts: readonly string[] = mountFolders()): readonly Place[] {
  const home = homedir()
  const drives = process.platform === 'win32' ? [...'DEFGHIJKL'].map((letter) => `${letter}:\\`) : []
  const all = [
    ...[...mounts.flatMap(inside), ...drives].map((folder) => ({ folder, kind: 'plugged in' }) as const),
    ...[join(home, 'Documents'), home].map((folder) => ({ folder, kind: 'own' }) as const),
    { folder: dirname(dataDir), kind: 'beside' } as const,
  ]
  const seen = new Set<string>()
  return all
    .flatMap(({ folder, kind }) => {
      const place = placeAt(folder, dataDir)
      if (!place.ok || seen.has(place.value.folder)) return []
      seen.add(place.value.folder)
      return [{ ...place.value, kind }]
    })
    .slice(0, PLACES_MAX)
}

/** Links are left out: on some systems the machine's own disk stands among the sticks as one. */
function inside(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => lstatSync(path).isDirectory())
  } catch {
    return []
  }
}

/** `bytes`: what has to fit. */
export function placeAt(
  folder: string,
  dataDir: string,
  bytes = 0,
): Result<{ readonly folder: string; readonly freeBytes: number }> {
  if (!isAbsolute(folder))
    return refused('not-whole', `Type the whole path, from its beginning: “${folder}” is not one.`)
  try {
    const real = realpathSync(folder)
    if (!statSync(real).isDirectory()) return refused('no-folder', `${folder} is a file, not a folder.`)
    if (isInside(real, realpathSync(dataDir)))
      return refused('inside', 'That is inside the record’s own folder: a copy belongs somewhere else.')
    accessSync(real, constants.W_OK)
    const { bavail, bsize } = statfsSync(real)
    const freeBytes = bavail * bsize
    if (freeBytes < bytes)
      return refused(
        'no-room',
        `There is no room at ${folder}: ${mb(bytes)} MB are needed, ${mb(freeBytes)} MB are free.`,
      )
    return accepted({ folder: real, freeBytes })
  } catch (error) {
    return refused('not-there', whyNot(folder, error))
  }
}

const mb = (bytes: number): number => Math.ceil(bytes / 1_000_000)

function isInside(folder: string, outer: string): boolean {
  const way = relative(outer, folder)
  return way === '' || !(way.startsWith('..') || isAbsolute(way))
}

/** What the system says of a folder, in a sentence. */
export function whyNot(folder: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return `There is no folder ${folder}. Is it plugged in?`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `${folder} may not be written to.`
  if (code === 'ENOSPC') return `There is no room at ${folder}.`
  return `Nothing could be written at ${folder}: ${error instanceof Error ? error.message : String(error)}`
}
