// The demo show, as the server reads it.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Show } from '../../src/core/show/show.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'

export function demoShow(): Show {
  const path = fileURLToPath(new URL('../../demo/slack-water.show.json', import.meta.url))
  const reading = readShowFile(readFileSync(path, 'utf8'))
  if (!reading.ok) throw new Error('the demo show has errors')
  return reading.show
}
