// `npm run bench`: runs the measurements under test/bench and says whether the machine was quiet enough to believe them.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, Missing, root, runPinned, runScript } from './bootstrap.mjs'

const folder = 'test/bench'
const tooBusyPercent = 15
const notBelieved = 2
/** How often the tree of processes is looked at: whatever lives shorter stands with the rest of the machine. */
const LOOK_MS = 200
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
    const watched = watchTree()
    const code = await runPinned([`${folder}/${file}`], { quietInput: true })
    const ours = watched.end()
    worst = Math.max(worst, code, reportNeighbours(before, readMachine(), ours))
  }
  return worst
})

/** Prints what others burned meanwhile, as a share of all processors; a code above 0 when it was too much. */
function reportNeighbours(before, after, ours) {
  if (before === undefined || after === undefined) {
    say('the rest of the machine: not known here (no /proc/stat)')
    return 0
  }
  const all = after.all - before.all
  const others = Math.max(0, after.busy - before.busy - ours)
  const percent = all > 0 ? (100 * others) / all : 0
  say(`the rest of the machine burned ${percent.toFixed(1)} % of all processors meanwhile`)
  if (percent <= tooBusyPercent) return 0
  say(`INVALID: over ${tooBusyPercent} %; do not quote these figures, run again on a quiet machine`)
  return notBelieved
}

/** Ticks since boot: of all processors, and of those busy. */
function readMachine() {
  if (!existsSync('/proc/stat')) return undefined
  const [, ...cells] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0].split(/\s+/)
  // user, nice, system, idle, iowait, irq, softirq, steal; guest time is already within user.
  const ticks = cells.slice(0, 8).map(Number)
  const all = ticks.reduce((sum, each) => sum + each, 0)
  const idle = (ticks[3] ?? 0) + (ticks[4] ?? 0)
  return { all, busy: all - idle }
}

/**
 * What this process and all it started burn, in ticks. A browser's processes are waited for by one another and are seen
 * nowhere in our own account, so the tree is looked at while it stands.
 */
function watchTree() {
  const first = new Map()
  const last = new Map()
  const look = () => {
    for (const { pid, ticks } of treeOf(process.pid)) {
      // Of ourselves only what is burned from now on; whatever is started later begins at nothing.
      if (!first.has(pid)) first.set(pid, first.size === 0 ? ticks : 0)
      last.set(pid, ticks)
    }
  }
  look()
  const timer = setInterval(look, LOOK_MS)
  return {
    end() {
      clearInterval(timer)
      look()
      return [...last].reduce((sum, [pid, ticks]) => sum + ticks - first.get(pid), 0)
    },
  }
}

/** The processes under one, itself first; each with its own ticks, without those of its children. */
function treeOf(top) {
  if (!existsSync('/proc')) return []
  const every = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(Number(name)) : []))
  const tree = every.filter(({ pid }) => pid === top)
  for (let at = 0; at < tree.length; at += 1)
    tree.push(...every.filter(({ parent }) => parent === tree[at].pid))
  return tree
}

function readProcess(pid) {
  try {
    // After the closing bracket of the name: field 3 onwards; the parent is field 4, utime and stime are 14 and 15.
    const cells = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')
    return [{ pid, parent: Number(cells[1]), ticks: Number(cells[11]) + Number(cells[12]) }]
  } catch {
    return []
  }
}
