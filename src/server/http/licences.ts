// Whose work is built in: what each build wrote down beside itself, put together (LICENCE-2).

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bundled, Licences } from '../../wire/licences.ts'

/** Of the screens and of the server; one is not there where the source is run. */
const BUILDS = ['dist/web', 'dist/server']

export function licencesIn(packageFolder: string): Licences {
  const bundled = BUILDS.flatMap((folder) => written(join(packageFolder, folder, 'licences.json')))
  const once = new Map(bundled.map((one) => [`${one.name}@${one.version}`, one]))
  return {
    bundled: [...once.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    beside: installedBeside(join(packageFolder, 'package.json')),
  }
}

/** `as`: our own build, which writes it from the same type. */
const written = (file: string): readonly Bundled[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Bundled[]) : []

function installedBeside(file: string): readonly string[] {
  const told: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  if (typeof told !== 'object' || told === null || !('dependencies' in told)) return []
  return Object.keys(told.dependencies ?? {})
}
