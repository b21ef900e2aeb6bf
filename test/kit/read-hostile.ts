// Reads files one after another in a process of its own and says what became of each, how much of a core it took, and how much memory all of them needed beyond what was there.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import process from 'node:process'
import { importFile } from '../../src/formats/import-file.ts'
import { textIn } from '../../src/server/cli/text.ts'

const files = process.argv.slice(2).map((file) => {
  const bytes = readFileSync(file)
  return { name: basename(file), bytes, text: textIn(bytes) }
})
const before = process.resourceUsage().maxRSS
const told = files.map((source) => {
  const began = process.cpuUsage()
  const read = importFile(source)
  const { user, system } = process.cpuUsage(began)
  // What one left behind is not the next one’s.
  globalThis.gc?.()
  return {
    message: read.ok ? null : read.errors[0]?.message,
    milliseconds: Math.round((user + system) / 1_000),
    kilobytes: process.resourceUsage().maxRSS - before,
  }
})
process.stdout.write(JSON.stringify(told))
