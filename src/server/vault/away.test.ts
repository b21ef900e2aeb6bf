// What somebody left goes thirty days after they are not of the company any more, though the house plays on.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import { TestClock } from '../../../test/kit/server.ts'
import { aPerson } from '../../../test/kit/shows.ts'
import { KEPT_AFTER_MS } from '../../core/vault/note.ts'
import { newDeviceKeys, publicKeyOf } from '../../sealing/to-device.ts'
import { emptyShelf, openMemoryLog } from '../log/memory.ts'
import { AWAY_FILE, readAway } from './away.ts'
import { openVaultStore, VAULT_FILE } from './store.ts'
import { openVault } from './vault.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

test('VAULT-19: whoever left the company has nothing here thirty days later; who is back, and everybody where no show is open, keeps theirs', async () => {
  const dataDir = join(folder.path, 'data')
  mkdirSync(dataDir)
  const clock = new TestClock()
  const log = openMemoryLog({ shelf: emptyShelf() })
  const key = await publicKeyOf(await newDeviceKeys())
  let drawn = 0
  /** Opened with this company, and closed again; who has a row then. */
  const starts = async (names: readonly string[], isUsed = false): Promise<readonly string[]> => {
    const house = () => ({
      ...{ people: names.map((name) => aPerson(name, name)), timeZone: 'UTC', certificates: [] },
      ...{ isIn: () => false, devices: [], incidents: [], curtains: [clock.now()], begun: null },
    })
    const vault = await openVault({ dataDir, clock, log, freshId: () => `drawn-${drawn++}`, house })
    if (isUsed) await vault.own(aViewer('perf', { person: names[0] ?? '' }), key)
    await vault.close()
    const store = openVaultStore(join(dataDir, VAULT_FILE))
    const rows = [...store.people()].toSorted()
    store.close()
    return rows
  }
  expect(await starts(['ann', 'bea', 'cleo'], true)).toEqual(['ann', 'bea', 'cleo'])
  expect(await starts(['ann', 'cleo'])).toEqual(['ann', 'bea', 'cleo'])
  expect(Object.keys(readAway(dataDir))).toEqual(['bea'])
  clock.pass(KEPT_AFTER_MS)
  // Nobody left a house whose show is not read yet; and cleo went only now.
  expect(await starts([])).toEqual(['ann', 'bea', 'cleo'])
  expect(await starts(['ann'])).toEqual(['ann', 'bea', 'cleo'])
  clock.pass(1)
  expect(await starts(['ann', 'cleo'])).toEqual(['ann', 'cleo'])
  expect(readAway(dataDir)).toEqual({})
  // A list that was spoilt is begun anew: later, never too early.
  writeFileSync(join(dataDir, AWAY_FILE), '{"cleo": ')
  expect(await starts(['ann'])).toEqual(['ann', 'cleo'])
})
