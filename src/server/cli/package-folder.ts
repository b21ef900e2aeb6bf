// The folder that Ghostlight was installed or checked out into, from wherever in it this code runs.

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Mistake } from '../../core/kit/assert.ts'

/** The nearest folder above this file with a package.json: source and build lie at different depths. */
export function packageFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new Mistake('the server lies in its package')
  }
}
