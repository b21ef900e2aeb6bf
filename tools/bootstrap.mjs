// What every script needs before it can do its own work: packages, the pinned Node, a built web, a browser.
// Plain JavaScript, because the machine's own Node (20 or newer) runs it before the pinned one is there.

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const pinnedNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

const installStamp = join(root, 'node_modules/.ghostlight-stamp')
const shared = ['src/core', 'src/wire', 'package-lock.json', 'tools/licences.ts']
/** What is built, from what. */
const builds = [
  { name: 'web', config: 'vite.config.ts', sources: [...shared, 'src/web', 'index.html', 'vite.config.ts'] },
  {
    name: 'server',
    config: 'vite.server.config.ts',
    sources: [...shared, 'src/formats', 'src/server', 'vite.server.config.ts'],
  },
]
const oldestPinned = 24
const buildMsMax = 240_000
const aptMsMax = 180_000

let interruptedBy

/** The signal that someone stopped this script with, if any: what comes next is then not begun. */
export const interrupted = () => interruptedBy

/** A sentence for the person at the keyboard; the scripts print it without a stack. */
export class Missing extends Error {}

/** Runs a script's work; a Missing thing is said plainly, everything else keeps its stack. */
export async function runScript(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    console.error(error instanceof Missing ? `ghostlight: ${error.message}` : error)
    process.exitCode = 1
  }
}

/** Installs what the lock names, once per lock: while the stamp equals its hash, npm is not asked. */
export function ensureInstalled() {
  if (!existsSync(pinnedNode) || readOrEmpty(installStamp) !== lockHash()) {
    console.log('ghostlight: installing packages (once per change of the lock; needs the network) …')
    const begun = Date.now()
    installPackages()
    const lasted = Math.round((Date.now() - begun) / 1000)
    checkPinnedNode()
    writeFileSync(installStamp, lockHash())
    console.log(`ghostlight: packages are in place after ${lasted} s`)
  } else {
    checkPinnedNode()
  }
}

/** Builds the screens and the server when what they are made of has changed since. True if it built either. */
export async function ensureBuilt() {
  let built = false
  for (const build of builds) built = (await ensureOne(build)) || built
  return built
}

async function ensureOne({ name, config, sources }) {
  const folder = join(root, 'dist', name)
  const wanted = contentHash(sources)
  if (readOrEmpty(join(folder, '.stamp')) === wanted) return false
  for (const needed of sources) {
    if (!existsSync(join(root, needed)))
      throw new Missing(`${needed} is missing, so the ${name} cannot be built.`)
  }
  // Built aside and moved into place, so that a running server never serves half a build.
  const aside = join(root, `dist/.${name}-${process.pid}`)
  const args = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    config,
    '--outDir',
    aside,
    '--emptyOutDir',
  ]
  const code = await runPinned([...args, '--logLevel', 'warn'], { quietInput: true, limitMs: buildMsMax })
  if (code !== 0) {
    rmSync(aside, { recursive: true, force: true })
    throw new Missing(`the ${name} did not build; the lines above say why.`)
  }
  writeFileSync(join(aside, '.stamp'), wanted)
  const old = join(root, `dist/.${name}-old-${process.pid}`)
  if (existsSync(folder)) renameSync(folder, old)
  renameSync(aside, folder)
  rmSync(old, { recursive: true, force: true })
  return true
}

/** The path of a Chromium for the browser tests; installs Debian's where that is allowed. */
export function ensureChromium() {
  const found = findChromium()
  const isQuick = found === windowless || process.env.GHOSTLIGHT_CHROMIUM
  if (found !== undefined && (isQuick || !mayInstallPackages())) return found
  if (mayInstallPackages()) {
    console.log('ghostlight: installing the Chromium without windows of this system …')
    installOfSystem('chromium-headless-shell', 'fonts-dejavu-core', 'poppler-utils')
    // Where the system has it in one piece only.
    if (findChromium() === undefined) installOfSystem('chromium', 'fonts-dejavu-core', 'poppler-utils')
    const installed = findChromium()
    if (installed !== undefined) return installed
  }
  throw new Missing(
    'the browser tests need Chromium or Google Chrome. Install it (Debian: apt-get install chromium), ' +
      'or set GHOSTLIGHT_CHROMIUM to the path of one.',
  )
}

/** `certutil`, with which a browser test tells its browser whom to trust; installs Debian's where that is allowed. */
export function ensureTrustTool() {
  const isHere = () => spawnSync('certutil', ['--help'], { stdio: 'ignore' }).error === undefined
  if (isHere()) return
  if (mayInstallPackages()) {
    console.log('ghostlight: no certutil here; installing the one of this system …')
    installOfSystem('libnss3-tools')
    if (isHere()) return
  }
  throw new Missing('the browser tests need certutil. Install it (Debian: apt-get install libnss3-tools).')
}

function installOfSystem(...packages) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: environment, timeout: aptMsMax })
  apt('update')
  apt('install', '-y', ...packages)
}

/**
 * Runs the pinned Node with these arguments; signals are passed on, and the exit code comes back. Whatever takes
 * longer than `limitMs` is ended.
 */
export async function runPinned(args, { limitMs, ...options } = {}) {
  const program = run(pinnedNode, args, options)
  const timer = limitMs === undefined ? undefined : setTimeout(() => program.stop('SIGTERM'), limitMs)
  const code = await program.exited
  clearTimeout(timer)
  return code
}

/**
 * Starts a program of the project with the pinned Node first in its PATH. `exited` resolves to the exit code
 * (128 + signal when one ended it). With `ownGroup` the program takes all that it started with it when it ends.
 */
export function run(program, args, { env = {}, quietInput = false, ownGroup = false } = {}) {
  const grouped = ownGroup && process.platform !== 'win32'
  const child = spawn(program, args, {
    cwd: root,
    stdio: [quietInput ? 'ignore' : 'inherit', 'inherit', 'inherit'],
    env: { ...pinnedEnvironment(), ...env },
    detached: grouped,
  })
  const stop = (signal) => {
    if (child.exitCode === null && child.signalCode === null) signalTo(child.pid, grouped, signal)
  }
  const passOn = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [
    signal,
    () => {
      interruptedBy = signal
      // At a terminal Ctrl+C has reached the child already; twice would mean "at once" to a server.
      if (grouped || signal !== 'SIGINT' || !process.stdin.isTTY) stop(signal)
    },
  ])
  for (const [signal, handler] of passOn) process.on(signal, handler)
  const exited = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const [name, handler] of passOn) process.off(name, handler)
      if (grouped) signalTo(child.pid, grouped, 'SIGKILL')
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
  return { exited, stop }
}

/** A negative id speaks to a whole process group: only to one that `run` has made. */
function signalTo(pid, grouped, signal) {
  if (pid === undefined) return
  try {
    process.kill(grouped ? -pid : pid, signal)
  } catch {
    // Nobody is left to hear it.
  }
}

function pinnedEnvironment() {
  return {
    ...process.env,
    PATH: [join(root, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/node-compile'),
  }
}

function installPackages() {
  // --no-save: a mirror that lacks other platforms' packages must not thin out the committed lock.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const own = process.env.npm_execpath
  const [program, first] = /npm(-cli)?\.js$/.test(own ?? '') ? [process.execPath, [own]] : ['npm', []]
  const shell = program === 'npm' && process.platform === 'win32'
  const { status, error } = spawnSync(program, [...first, ...args], { cwd: root, stdio: 'inherit', shell })
  if (error)
    throw new Missing(
      `npm could not be started (${error.message}). It comes with Node: install Node 20 or newer.`,
    )
  if (status !== 0)
    throw new Missing('npm could not install the packages; the lines above say why. Is the network there?')
}

function checkPinnedNode() {
  const told = existsSync(pinnedNode)
    ? spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' }).stdout
    : undefined
  const major = Number(/^v(\d+)\./.exec(told ?? '')?.[1] ?? 0)
  if (major >= oldestPinned) return
  throw new Missing(
    `Ghostlight runs on its own Node ${oldestPinned}, from the npm package "node", and it is not there ` +
      `(${told === undefined ? 'no file node_modules/node/bin/node' : `it answers ${JSON.stringify(told)}`}). ` +
      'That package fetches it in an install script: allow install scripts, delete node_modules and start again.',
  )
}

function lockHash() {
  return contentHash(['package-lock.json', 'package.json'])
}

/** One hash over the names and bytes of these files and folders; tests and hidden files do not count. */
function contentHash(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  let entries
  try {
    entries = readdirSync(full, { withFileTypes: true })
  } catch {
    return [path]
  }
  return entries
    .filter(({ name }) => !name.startsWith('.') && !/\.test\.tsx?$/.test(name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
    )
}

function readOrEmpty(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** Without windows and what belongs to them: a third less work for the same pages. */
const windowless = '/usr/bin/chromium-headless-shell'

function findChromium() {
  const told = process.env.GHOSTLIGHT_CHROMIUM
  if (told !== undefined && told !== '') {
    if (existsSync(told)) return told
    throw new Missing('GHOSTLIGHT_CHROMIUM names a file that is not there: correct it, or install Chromium.')
  }
  const places = [
    windowless,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return places.find((place) => existsSync(place))
}

function mayInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
}

/** A folder for what scripts leave behind for each other; never committed. */
export function scratchFolder(name) {
  const folder = join(root, '.tsbuild', name)
  mkdirSync(folder, { recursive: true })
  return folder
}
