// `npm run bench`: runs the measurements under test/bench and says whether the machine was quiet enough to believe them.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, Missing, root, runPinned, runScript } from './bootstrap.mjs'

const folder = 'test/bench'
const tooBusyPercent = 15
const notBelieved = 2
/** Whoever asks for figures alone gets what a measurement prints, and the rest beside it. */
const say = process.argv.includes('--json') ? console.error : console.log

await runScript(async () => {
  ensureInstalled()
  const wanted = process.argv[2] ?? ''
  const files = existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts') && name.includes(wanted))
    : []
  if (files.length === 0)
    throw new Missing(`nothing to measure under ${folder}${wanted && ` named ${wanted}`}.`)
  let worst = 0
  for (const file of files.sort()) {
    say(`\n── ${file}`)
    const before = readMachine()
    const code = await runPinned([`${folder}/${file}`], { quietInput: true })
    worst = Math.max(worst, code, reportNeighbours(before, readMachine()))
  }
  return worst
})

/** Prints what others burned meanwhile, as a share of all processors; a code above 0 when it was too much. */
function reportNeighbours(before, after) {
  if (before === undefined || after === undefined) {
    say('the rest of the machine: not known here (no /proc/stat)')
    return 0
  }
  const all = after.all - before.all
  const others = Math.max(0, after.busy - before.busy - (after.ours - before.ours))
  const percent = all > 0 ? (100 * others) / all : 0
  say(`the rest of the machine burned ${percent.toFixed(1)} % of all processors meanwhile`)
  if (percent <= tooBusyPercent) return 0
  say(`INVALID: over ${tooBusyPercent} %; do not quote these figures, run again on a quiet machine`)
  return notBelieved
}

/** Ticks since boot: of all processors, of those busy, and of this process with the children it has waited for. */
function readMachine() {
  if (!existsSync('/proc/stat')) return undefined
  const [, ...cells] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0].split(/\s+/)
  // user, nice, system, idle, iowait, irq, softirq, steal; guest time is already within user.
  const ticks = cells.slice(0, 8).map(Number)
  const all = ticks.reduce((sum, each) => sum + each, 0)
  const idle = (ticks[3] ?? 0) + (ticks[4] ?? 0)
  // After the closing bracket of the name: field 3 onwards; utime, stime, cutime, cstime are fields 14 to 17.
  const own = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
  const ours = own.slice(11, 15).reduce((sum, each) => sum + Number(each), 0)
  return { all, busy: all - idle, ours }
}
