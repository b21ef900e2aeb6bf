// The package as somebody gets it: packed, installed somewhere else, and started with no network at all.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { bin, root, temporaryFolder } from '../kit/ghostlight.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const RUN_MS_MAX = 240_000
const node = process.execPath
/** npm of the Node that is on this machine, with the Node of the project first for its scripts. */
const env = { ...process.env, PATH: `${dirname(node)}:${process.env['PATH'] ?? ''}` }

function run(command: string, args: readonly string[], cwd: string) {
  const ran = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: RUN_MS_MAX })
  return { code: ran.status, told: `${ran.stdout}${ran.stderr}`, out: ran.stdout }
}

/** A network namespace that holds its own loopback and nothing else; null where the system does not let us. */
const alone = ['-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'] as const
const mayBeAlone = () => run('unshare', [...alone, 'true'], folder.path).code === 0

describe('the package', () => {
  test('CLI-10: the source is run when it is newer than the build, and otherwise the build', () => {
    const checkout = join(folder.path, 'checkout')
    const write = (path: string, text: string, at: number) => {
      const file = join(checkout, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
      utimesSync(file, at, at)
    }
    mkdirSync(join(checkout, 'bin'), { recursive: true })
    cpSync(bin, join(checkout, 'bin', 'ghostlight'))
    write('package.json', '{"type":"module"}', 1)
    write('bin/package.json', '{"type":"commonjs"}', 1)
    for (const room of ['core', 'formats', 'wire']) write(`src/${room}/kit/one.ts`, '', 1)
    write('src/server/cli/cli.ts', "console.log('source' satisfies string)", 2)
    const told = () => run(node, [join(checkout, 'bin', 'ghostlight')], checkout).out.trim()
    expect(told()).toBe('source')
    write('dist/server/cli.cjs', "console.log('build')", 3)
    expect(told()).toBe('build')
    write('src/core/kit/one.ts', '', 4)
    expect(told()).toBe('source')
  })

  test('CLI-11: packed and installed it starts with no registry and no network, and keeps its record', async ({
    skip,
  }) => {
    if (!mayBeAlone()) skip('this system gives no network namespace of our own')
    const packed = run('npm', ['pack', '--silent', '--pack-destination', folder.path], root)
    expect(packed.told).toMatch(/ghostlight-.*\.tgz/)
    const tarball = readdirSync(folder.path).find((name) => name.endsWith('.tgz')) ?? ''
    const home = join(folder.path, 'home')
    mkdirSync(home)
    writeFileSync(join(home, 'package.json'), '{"private":true}')
    const install = ['install', '--no-audit', '--no-fund', '--loglevel=error', join(folder.path, tarball)]
    expect(run('npm', install, home)).toMatchObject({ code: 0 })
    const command = join(home, 'node_modules', 'ghostlight', 'bin', 'ghostlight')
    // What is read only with the first mail is inside too, and loads where nothing can be fetched.
    const server = join(home, 'node_modules', 'ghostlight', 'dist', 'server')
    const isMailer = (name: string) => readFileSync(join(server, name), 'utf8').includes('MAIL FROM')
    const [mailer = 'none'] = readdirSync(server).filter((name) => name.endsWith('.cjs') && isMailer(name))
    const load = `console.log(Object.keys(require(${JSON.stringify(join(server, mailer))})).length > 0)`
    expect(run('unshare', [...alone, node, '-e', load], home)).toMatchObject({ code: 0, out: 'true\n' })
    const began = await serveAlone(command, home)
    expect(began.told).toContain('<title>Ghostlight</title>')
    expect(run(node, [command, 'verify', '--data', join(home, 'record'), '--json'], home).out).toContain(
      '"ok":true',
    )
  })
})

/** Starts the demo where nothing outside can be reached, asks for the first screen from inside, and ends it again. */
async function serveAlone(command: string, cwd: string): Promise<{ readonly told: string }> {
  const serve = [node, command, 'serve', '--demo', '--data', join(cwd, 'record'), '--port', '4444']
  const server = spawn('unshare', [...alone, ...serve], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    await printed(server, 'Ctrl+C closes')
    // Another way into the same namespace: only what runs inside can reach it.
    const ask = "fetch('http://127.0.0.1:4444/desk').then((r) => r.text()).then((t) => console.log(t))"
    const enter = ['-t', String(server.pid), '-U', '-n', '--preserve-credentials', node, '-e', ask]
    const { told } = run('nsenter', enter, cwd)
    return { told }
  } finally {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
}

function printed(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let all = ''
    const take = (chunk: Buffer) => {
      all += chunk.toString()
      if (all.includes(words)) resolve()
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${all}`)))
  })
}

/** What the package weighs is looked at, not bounded; that nothing private is in it is. */
test('CLI-11, LICENCE-2: the package holds what is run, and no source, test or data', () => {
  const listed = JSON.parse(run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], root).out)
  const files: readonly string[] = listed[0].files.map(({ path }: { path: string }) => path)
  expect(files).toContain('dist/server/cli.cjs')
  expect(files).toContain('dist/web/index.html')
  expect(files).toEqual(expect.arrayContaining(['dist/web/licences.json', 'dist/server/licences.json']))
  // `privacy pack` hands these out; no other page is in it.
  expect(files).toContain('docs/privacy/notice.md')
  expect(files.filter((path) => /^(?:src|test|tools|docs(?!\/privacy)|bench)\//.test(path))).toEqual([])
})
