// Networks of their own for a test: namespaces with a cable between them, addresses that change, devices that resolve names.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { chromiumAt, chromiumFlags } from './browser.ts'
import { root, temporaryFolder } from './ghostlight.ts'

const ip = (...words: readonly string[]) => execFileSync('ip', words, { stdio: ['ignore', 'pipe', 'pipe'] })

/** Why there can be none on this machine; null where there can. */
export function whyNoNetworks(): string | null {
  const name = `gl-try-${process.pid}`
  try {
    ip('netns', 'add', name)
    ip('netns', 'del', name)
    return null
  } catch {
    return 'network namespaces are not allowed here'
  }
}

let made = 0

/** One switch; each machine on it is a namespace with one card. */
export class TestNetwork {
  readonly #tag: string
  readonly #machines: string[] = []
  readonly #children: ChildProcess[] = []
  readonly #folder = temporaryFolder()

  constructor() {
    made += 1
    this.#tag = `gl${process.pid % 10_000}x${made}`
    this.#add('hub')
    this.#in('hub', 'ip', 'link', 'add', 'br0', 'type', 'bridge', 'mcast_snooping', '0')
    this.#in('hub', 'ip', 'link', 'set', 'br0', 'up')
  }

  #add(machine: string): string {
    const name = `${this.#tag}-${machine}`
    ip('netns', 'add', name)
    this.#machines.push(machine)
    this.#in(machine, 'ip', 'link', 'set', 'lo', 'up')
    return name
  }

  #in(machine: string, ...words: readonly string[]): string {
    return ip('netns', 'exec', `${this.#tag}-${machine}`, ...words).toString()
  }

  /** `resolves`: it finds names of the local network, as phones do. */
  machine(machine: string, address: string, resolves = false): void {
    const name = this.#add(machine)
    const port = `p${this.#machines.length}`
    ip(
      'link',
      'add',
      port,
      'netns',
      `${this.#tag}-hub`,
      'type',
      'veth',
      'peer',
      'name',
      'eth0',
      'netns',
      name,
    )
    this.#in('hub', 'ip', 'link', 'set', port, 'master', 'br0')
    this.#in('hub', 'ip', 'link', 'set', port, 'up')
    this.#in(machine, 'ip', 'addr', 'add', `${address}/24`, 'dev', 'eth0')
    this.#in(machine, 'ip', 'link', 'set', 'eth0', 'up')
    // `ip netns exec` lays these over the machine's own.
    mkdirSync(`/etc/netns/${name}`, { recursive: true })
    writeFileSync(`/etc/netns/${name}/resolv.conf`, 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n')
    writeFileSync(`/etc/netns/${name}/nsswitch.conf`, 'hosts: files dns\n')
    if (resolves) this.run(machine, process.execPath, join(root, 'test/kit/local-names.ts'), address)
  }

  /** As when the router gives it another. */
  readdress(machine: string, from: string, to: string): void {
    this.#in(machine, 'ip', 'addr', 'add', `${to}/24`, 'dev', 'eth0')
    this.#in(machine, 'ip', 'addr', 'del', `${from}/24`, 'dev', 'eth0')
    // The second of a network goes with the first where the system does not promote it.
    try {
      this.#in(machine, 'ip', 'addr', 'add', `${to}/24`, 'dev', 'eth0')
    } catch {
      // It stayed.
    }
  }

  run(machine: string, command: string, ...words: readonly string[]): ChildProcess {
    const child = spawn('ip', ['netns', 'exec', `${this.#tag}-${machine}`, command, ...words], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#children.push(child)
    return child
  }

  /** `ghostlight serve` on that machine; resolves with what it printed once it is open. */
  async serve(machine: string, ...words: readonly string[]): Promise<Printed> {
    const child = this.run(machine, process.execPath, 'src/server/cli/cli.ts', 'serve', '--lan', ...words)
    const printed = new Printed(child)
    await printed.until(/Ctrl\+C/)
    return printed
  }

  /** A browser on that machine. */
  browser(machine: string): Promise<Browser> {
    const wrapper = join(this.#folder.path, `chromium-${machine}`)
    const exec = `exec ip netns exec ${this.#tag}-${machine} ${chromiumAt()} "$@"`
    writeFileSync(wrapper, `#!/bin/sh\n${exec}\n`)
    chmodSync(wrapper, 0o755)
    return chromium.launch({ executablePath: wrapper, args: chromiumFlags })
  }

  async close(): Promise<void> {
    for (const child of this.#children) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await gone
    }
    for (const machine of this.#machines) {
      const name = `${this.#tag}-${machine}`
      ip('netns', 'del', name)
      rmSync(`/etc/netns/${name}`, { recursive: true, force: true })
    }
    this.#folder.remove()
  }
}

/** What a command has printed so far. */
export class Printed {
  #text = ''
  #waiting: (() => void)[] = []
  readonly child: ChildProcess

  constructor(child: ChildProcess) {
    this.child = child
    const hear = (data: Buffer) => {
      this.#text += data.toString()
      for (const wake of this.#waiting.splice(0)) wake()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => hear(Buffer.from(`\nended with ${code}\n`)))
  }

  get text(): string {
    return this.#text
  }

  async until(what: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = what.exec(this.#text)
      if (found) return found
      if (/\nended with /.test(this.#text)) throw new Error(`it ended before it printed that: ${this.#text}`)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }
}
