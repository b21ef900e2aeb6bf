// Reads one workbook in a process of its own and says what became of it, how much of a core it took and how much memory it needed beyond what was there.

import { readFileSync } from 'node:fs'
import process from 'node:process'
import { readWorkbook } from '../../src/formats/sheet/workbook.ts'

const bytes = readFileSync(process.argv[2] ?? '')
const before = process.resourceUsage().maxRSS
const began = process.cpuUsage()
const read = readWorkbook(bytes)
process.stdout.write(
  JSON.stringify({
    message: read.ok ? null : read.errors[0]?.message,
    milliseconds: Math.round((process.cpuUsage(began).user + process.cpuUsage(began).system) / 1_000),
    kilobytes: process.resourceUsage().maxRSS - before,
  }),
)
