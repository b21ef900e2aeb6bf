// The folder that Ghostlight was installed or checked out into, from wherever in it this code runs.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Mistake } from '../../core/kit/assert.ts'

/** As it stands in the package. */
export function packageVersion(): string {
  const told: unknown = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'))
  const isTold = typeof told === 'object' && told !== null && 'version' in told
  if (!isTold || typeof told.version !== 'string') throw new Mistake('the package says its version')
  return told.version
}

/** The nearest folder above this file with a package.json: source and build lie at different depths. */
export function packageFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new Mistake('the server lies in its package')
  }
}
