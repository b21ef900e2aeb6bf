// The steps of a check, run one after another within one bound of time, and the table of how they went.

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, interrupted, Missing, pinnedNode, run, scratchFolder } from './bootstrap.mjs'

const graceMs = 5_000
const minute = 60_000

/** A program that passes or fails as one. */
export const programStep = (name, args, minutes) => ({
  name,
  limitMs: minutes * minute,
  async work(limitMs) {
    const ended = await runBounded(args, limitMs)
    return verdict(ended.code === 0, ended.late ? `stopped after ${seconds(limitMs)} s` : '')
  },
})

/** Something this process does itself; a Missing thing fails the step with its sentence. */
export const ownStep = (name, work, minutes) => ({
  name,
  limitMs: minutes * minute,
  async work() {
    try {
      await work()
      return verdict(true)
    } catch (error) {
      if (!(error instanceof Missing)) throw error
      console.error(`ghostlight: ${error.message}`)
      return verdict(false)
    }
  },
})

/** What all others need: without it none of them is begun. */
export const installStep = { ...ownStep('install', ensureInstalled, 10), needed: true }

/** One project of the test runner; its tests count one by one. */
export const testStep = (project, minutes) => ({
  name: project,
  limitMs: minutes * minute,
  async work(limitMs) {
    const report = join(scratchFolder('reports'), `${project}-${process.pid}.json`)
    rmSync(report, { force: true })
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=dot']
    const reporters = [
      '--reporter=./tools/skips.reporter.mjs',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]
    const ended = await runBounded([...args, ...reporters], limitMs)
    const counts = readCounts(report)
    rmSync(report, { force: true })
    return judgeTests(counts, ended, limitMs)
  },
})

/** Runs the steps, all of them whatever fails, prints the table, and ends with the line that says it all. */
export async function runSteps(steps, wholeMinutes) {
  // Counted from the start of the script: installing takes from the same time.
  const end = Date.now() + wholeMinutes * minute - process.uptime() * 1000
  const rows = []
  for (const step of steps) {
    if (interrupted() !== undefined) break
    const begun = Date.now()
    const left = end - begun
    console.log(`\n── ${step.name}`)
    const result =
      left > 0 ? await step.work(Math.min(step.limitMs, left)) : verdict(false, 'no time was left for it')
    rows.push({ name: step.name, ms: Date.now() - begun, ...result })
    if (step.needed === true && result.failed > 0) break
  }
  printTable(rows)
  if (interrupted() !== undefined) {
    console.log(`stopped by ${interrupted()} before everything had run`)
    return 1
  }
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0)
  const skipped = total('skipped')
  console.log(
    `${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  )
  return total('failed') === 0 ? 0 : 1
}

async function runBounded(args, limitMs) {
  const program = run(pinnedNode, args, { quietInput: true, ownGroup: true })
  let late = false
  const timers = [
    setTimeout(() => {
      late = true
      program.stop('SIGTERM')
    }, limitMs),
    setTimeout(() => program.stop('SIGKILL'), limitMs + graceMs),
  ]
  const code = await program.exited
  for (const timer of timers) clearTimeout(timer)
  return { code, late }
}

/** The counts of the runner's JSON report; undefined when it wrote none. */
export function readCounts(report) {
  if (!existsSync(report)) return undefined
  const told = JSON.parse(readFileSync(report, 'utf8'))
  // A file that cannot even be loaded has no tests to count, but it is a failure all the same.
  const broken = told.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length
  return {
    passed: told.numPassedTests,
    failed: told.numFailedTests + broken,
    skipped: told.numPendingTests + told.numTodoTests,
  }
}

/** A project that ran nothing, ended early or complains without a failing test has failed once. */
export function judgeTests(counts, { code, late }, limitMs) {
  if (counts === undefined) {
    const note = late ? `stopped after ${seconds(limitMs)} s` : 'ended without a report'
    return verdict(false, note)
  }
  const { passed, failed, skipped } = counts
  if (passed + failed + skipped === 0) return verdict(false, 'found no tests')
  if (failed === 0 && code !== 0) return { passed, failed: 1, skipped, note: `ended with code ${code}` }
  return { passed, failed, skipped, note: '' }
}

function verdict(good, note = '') {
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0, note }
}

function printTable(rows) {
  const wide = Math.max(...rows.map(({ name }) => name.length), 4)
  console.log(`\n${'step'.padEnd(wide)}   seconds   passed   failed   skipped`)
  for (const { name, ms, passed, failed, skipped, note } of rows) {
    const cells = [seconds(ms).padStart(9), String(passed).padStart(8), String(failed).padStart(8)]
    console.log(`${name.padEnd(wide)} ${cells.join(' ')} ${String(skipped).padStart(9)}   ${note}`.trimEnd())
  }
}

function seconds(ms) {
  return (ms / 1000).toFixed(1)
}
