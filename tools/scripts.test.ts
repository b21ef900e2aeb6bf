// The bootstrap and the steps, run for real in a checkout in miniature with an npm and a test runner that only pretend.

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const tools = fileURLToPath(new URL('.', import.meta.url))

type Checkout = {
  readonly write: (path: string, text: string) => void
  readonly read: (path: string) => string
  /** Runs these lines as a script of `tools/`; tells its exit code, what it printed, and the last line of that. */
  readonly run: (
    lines: string,
    env?: Record<string, string>,
  ) => { code: number | null; told: string; last: string | undefined }
}

/** The scripts as they are, a lock, and a "pinned Node" that passes everything on to the one running this. */
function checkout(pinnedVersion = 'v24.0.0'): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'ghostlight-tools-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text, { mode: 0o755 })
  }
  for (const name of ['bootstrap.mjs', 'steps.mjs']) cpSync(join(tools, name), join(folder, 'tools', name))
  write('package.json', '{ "type": "module" }')
  write('package-lock.json', '{}')
  write(
    'npm.js',
    `import { appendFileSync } from 'node:fs'
appendFileSync('npm-was-called', process.argv.slice(2).join(' ') + '\\n')`,
  )
  write(
    'node_modules/node/bin/node',
    `#!/bin/sh\n[ "$1" = --version ] && echo ${pinnedVersion} && exit\nexec "${process.execPath}" "$@"\n`,
  )
  const run = (lines: string, env: Record<string, string> = {}) => {
    write('tools/driver.mjs', lines)
    const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/driver.mjs'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, npm_execpath: join(folder, 'npm.js'), ...env },
    })
    return { code: status, told: stdout + stderr, last: stdout.trimEnd().split('\n').at(-1) }
  }
  return {
    write,
    run,
    read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : ''),
  }
}

const install = `import { ensureInstalled, runScript } from './bootstrap.mjs'
await runScript(() => (ensureInstalled(), 0))`

test('HOUSE-18: npm is called once per lock, quietly, and not again until the lock changes', () => {
  const { run, read, write } = checkout()
  expect(run(install)).toMatchObject({ code: 0 })
  const calls = () => read('npm-was-called').trim().split('\n')
  expect(calls()).toEqual(['install --no-save --no-audit --no-fund --loglevel=error'])
  expect(run(install)).toMatchObject({ code: 0, told: '' })
  expect(calls()).toHaveLength(1)
  write('package-lock.json', '{ "changed": true }')
  expect(run(install).code).toBe(0)
  expect(calls()).toHaveLength(2)
})

test('HOUSE-18: an installation without the pinned Node is not taken for one, and what is missing is said', () => {
  const { run, read } = checkout('v20.20.2')
  for (const attempt of [1, 2]) {
    const { code, told } = run(install)
    expect(code).toBe(1)
    expect(told).toContain('Ghostlight runs on its own Node 24')
    expect(told).not.toContain('    at ')
    expect(read('npm-was-called').trim().split('\n')).toHaveLength(attempt)
  }
})

/** A driver that runs these steps within a minute. */
const steps = (
  list: string,
) => `import { installStep, ownStep, programStep, runSteps, testStep } from './steps.mjs'
import { ensureChromium, Missing, runScript } from './bootstrap.mjs'
await runScript(() => runSteps([${list}], 1))`

/** A test runner that writes this report and ends with this code. */
const pretendRunner = (report: unknown, code: number) => `import { writeFileSync } from 'node:fs'
const told = ${JSON.stringify(report)}
const path = process.argv.find((each) => each.startsWith('--outputFile.json=')).split('=')[1]
if (told !== null) writeFileSync(path, JSON.stringify(told))
process.exit(${code})`

const report = (passed: number, failed: number, skipped: number, files: unknown[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numTodoTests: 0,
  testResults: files,
})

test('HOUSE-19: tests count one by one, every other step counts as one, and the last line adds them up', () => {
  const { run, write } = checkout()
  write('good.mjs', '')
  write('bad.mjs', 'process.exit(3)')
  write('node_modules/vitest/vitest.mjs', pretendRunner(report(7, 0, 0), 0))
  const good = run(steps(`programStep('good', ['good.mjs'], 1), testStep('unit', 1)`))
  expect([good.code, good.last]).toEqual([0, '8 passed, 0 failed'])
  write('node_modules/vitest/vitest.mjs', pretendRunner(report(5, 2, 1), 1))
  const bad = run(steps(`programStep('bad', ['bad.mjs'], 1), testStep('unit', 1)`))
  expect([bad.code, bad.last]).toEqual([1, '5 passed, 3 failed, 1 skipped'])
})

test('HOUSE-19: a file that cannot be loaded, an early end, no report and no tests are failures', () => {
  const { run, write } = checkout()
  const counted = (told: unknown, code: number) => {
    write('node_modules/vitest/vitest.mjs', pretendRunner(told, code))
    return run(steps(`testStep('unit', 1)`)).last
  }
  const unloadable = { status: 'failed', assertionResults: [] }
  expect(counted(report(4, 0, 0, [unloadable]), 1)).toBe('4 passed, 1 failed')
  expect(counted(report(4, 1, 0, [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]), 1)).toBe(
    '4 passed, 1 failed',
  )
  expect(counted(report(4, 0, 0), 1)).toBe('4 passed, 1 failed')
  expect(counted(null, 0)).toBe('0 passed, 1 failed')
  expect(counted(report(0, 0, 0), 0)).toBe('0 passed, 1 failed')
})

test('HOUSE-19: where the packages cannot be installed nothing else is begun, and the last line still counts', () => {
  const { run, write, read } = checkout()
  write('npm.js', 'process.exit(1)')
  write('node_modules/vitest/vitest.mjs', `import { writeFileSync } from 'node:fs'; writeFileSync('ran', '')`)
  const { code, told, last } = run(steps(`installStep, testStep('unit', 1)`))
  expect([code, last]).toEqual([1, '0 passed, 1 failed'])
  expect(told).toContain('npm could not install the packages')
  expect(read('ran')).toBe('')
  expect(read('node_modules/.ghostlight-stamp')).toBe('')
})

test('HOUSE-20: a step that overruns is stopped with what it started, and the next one still runs', async () => {
  const { run, write, read } = checkout()
  const stubborn = `process.on('SIGTERM', () => {})
setInterval(() => require('node:fs').appendFileSync('beats', '.'), 50)`
  write(
    'slow.mjs',
    `import { spawn } from 'node:child_process'
spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}], { stdio: 'ignore' })
setInterval(() => {}, 1000)`,
  )
  write('next.mjs', '')
  const { code, told, last } = run(
    steps(`programStep('slow', ['slow.mjs'], 0.05), programStep('next', ['next.mjs'], 1)`),
  )
  expect(told).toContain('stopped after 3.0 s')
  expect([code, last]).toEqual([1, '1 passed, 1 failed'])
  const beats = read('beats')
  expect(beats).not.toBe('')
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(read('beats')).toBe(beats)
})

test('HOUSE-21: without a browser the step fails and says what to do', () => {
  const { run } = checkout()
  const { code, told, last } = run(steps(`ownStep('browser', ensureChromium, 1)`), {
    GHOSTLIGHT_CHROMIUM: join(tmpdir(), 'no-such-browser'),
  })
  expect([code, last]).toEqual([1, '0 passed, 1 failed'])
  expect(told).toContain('install Chromium')
})

test('HOUSE-23: a soak of evenings plays from the seed that is said, so many; anything else is refused before it runs', () => {
  const { run, write } = checkout()
  write(
    'node_modules/vitest/vitest.mjs',
    `const { GHOSTLIGHT_FROM, GHOSTLIGHT_NIGHTS } = process.env
console.log('from', GHOSTLIGHT_FROM, 'so many', GHOSTLIGHT_NIGHTS)`,
  )
  const soak = readFileSync(join(tools, 'run-soak.mjs'), 'utf8')
  const soaked = (...said: readonly string[]) =>
    run(`process.argv.splice(2, 9, ...${JSON.stringify(said)})\n${soak}`)
  expect(soaked('evenings', '--from', '5001', '--nights', '300').last).toBe('from 5001 so many 300')
  expect(soaked('evenings').last).toBe('from undefined so many 500')
  for (const wrong of [['--from', 'x'], ['--from'], ['--from', '0'], ['--since', '3']]) {
    const { code, told } = soaked('evenings', ...wrong)
    expect([code, told.includes('so many'), told.includes('    at ')]).toEqual([1, false, false])
  }
  expect(soaked('kill', '--from', '5').told).toContain(
    'ladders and evenings and taint take --from and --nights',
  )
})
