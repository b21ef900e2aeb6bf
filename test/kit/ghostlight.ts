// Runs the real `ghostlight` command, as a person would, and the real server on loopback for tests that need one.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const bin = join(root, 'bin', 'ghostlight')

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

const COMMAND_MS_MAX = 60_000

/** A folder of its own, gone when the test is. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'ghostlight-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export function ghostlight(...words: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const timer = setTimeout(() => child.kill('SIGKILL'), COMMAND_MS_MAX)
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, out, err })
    })
  })
}

export type Served = {
  readonly child: ChildProcess
  readonly address: string
  readonly deskLink: string
  /** Ends the process this started, by its id; resolves when it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

/** `ghostlight serve` in a process of its own; resolves when it has printed its links. A new enough Node runs the
 * server in that very process, so that a SIGKILL hits it. */
export function serveGhostlight(...words: readonly string[]): Promise<Served> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, 'serve', '--port', '0', ...words], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const gone = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
    let out = ''
    let err = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), COMMAND_MS_MAX)
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.stdout.on('data', (chunk) => {
      out += chunk
      const address = /address\s+(http:\S+)/.exec(out)?.[1]
      const deskLink = /the desk\s+(http:\S+)/.exec(out)?.[1]
      if (!address || !deskLink || !out.includes('Ctrl+C')) return
      clearTimeout(timer)
      const end = (signal: 'SIGTERM' | 'SIGKILL') => {
        child.kill(signal)
        return gone
      }
      resolve({ child, address, deskLink, end })
    })
    void gone.then((code) => reject(new Error(`serve ended with ${code}: ${err}${out}`)))
  })
}
