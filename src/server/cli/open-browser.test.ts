// The browser opens by itself where a person sits at a screen, and nowhere else; a fake opener on PATH says so.

import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { openBrowser, openerFor, type Surroundings } from './open-browser.ts'

const LINK = 'http://127.0.0.1:4444/join#desk-1.secret&more'
const person: Surroundings = {
  platform: 'linux',
  environment: { DISPLAY: ':0' },
  isTerminal: true,
  isRoot: false,
}

test('CLI-20: each system’s own opener is told the link; nobody’s where there is no screen, no terminal or no person', () => {
  expect(openerFor(LINK, person)).toEqual(['xdg-open', LINK])
  expect(openerFor(LINK, { ...person, environment: { WAYLAND_DISPLAY: 'w' } })).toEqual(['xdg-open', LINK])
  expect(openerFor(LINK, { ...person, platform: 'darwin', environment: {} })).toEqual(['open', LINK])
  expect(openerFor(LINK, { ...person, platform: 'win32' })?.at(-1)).toBe(LINK)
  const nobody: readonly Partial<Surroundings>[] = [
    { isTerminal: false },
    { isRoot: true },
    { environment: {} },
    { environment: { DISPLAY: ':0', CI: 'true' } },
    { environment: { DISPLAY: ':0', SSH_CONNECTION: '192.0.2.1' } },
  ]
  for (const one of nobody) expect(openerFor(LINK, { ...person, ...one })).toBeNull()
})

test('CLI-20: the opener on PATH is given the link as one word; where there is none that is said', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const told = join(folder.path, 'told')
  const opener = join(folder.path, 'xdg-open')
  writeFileSync(opener, `#!/bin/sh\nprintf '%s' "$*" > '${told}-coming' && mv '${told}-coming' '${told}'\n`)
  chmodSync(opener, 0o755)
  const environment = { DISPLAY: ':0', PATH: `${folder.path}:/usr/bin:/bin` }
  expect(await openBrowser(LINK, { ...person, environment })).toBe(true)
  while (!existsSync(told)) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(readFileSync(told, 'utf8')).toBe(LINK)
  expect(await openBrowser(LINK, { ...person, environment: { DISPLAY: ':0', PATH: '/nowhere' } })).toBe(false)
})
