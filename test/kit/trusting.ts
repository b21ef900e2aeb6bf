// A phone whose Chromium trusts a house's authority the way this system lets a person say it: in the user's own list of
// certificates. No flag tells it to overlook anything.

import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { chromiumAt, chromiumFlags } from './browser.ts'

/** This machine's name in a house's network; by the loopback's own a browser takes every page for a safe one. */
export const HOUSE_NAME = `${hostname().split('.')[0] ?? ''}.local`.toLowerCase()

/** `home`: whose list of certificates it is. `file`: the authority, as a device is given it. */
export function trustIn(home: string, file: Buffer): void {
  const list = join(home, '.pki', 'nssdb')
  const authority = join(home, 'authority.crt')
  mkdirSync(list, { recursive: true })
  writeFileSync(authority, file)
  execFileSync('certutil', ['-d', `sql:${list}`, '-N', '--empty-password'])
  execFileSync('certutil', ['-d', `sql:${list}`, '-A', '-t', 'C,,', '-n', 'house', '-i', authority])
}

/** Everything it keeps lies in `home`, also from one opening of its browser to the next. */
export const openPhone = (home: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath: chromiumAt(),
    args: [...chromiumFlags, `--host-resolver-rules=MAP ${HOUSE_NAME} 127.0.0.1`],
    env: { ...process.env, HOME: home },
    viewport: { width: 360, height: 780 },
    colorScheme: 'dark',
  })
