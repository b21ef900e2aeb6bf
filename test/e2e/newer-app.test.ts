// A newer app on a phone: it waits for the end of the performance, says so, and then takes over by itself.

import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { root, temporaryFolder } from '../kit/ghostlight.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'
import { littleShow } from '../kit/shows.ts'
import { HOUSE_NAME, openPhone, trustIn } from '../kit/trusting.ts'

const folders = [temporaryFolder(), temporaryFolder(), temporaryFolder()] as const
const [data, web, home] = folders.map((one) => one.path) as [string, string, string]
let house: ServedHouse | null = null
let phone: BrowserContext | null = null

afterAll(async () => {
  await phone?.close()
  await house?.close()
  for (const folder of folders) folder.remove()
})

/** The same screens with one more word in the page, as a build makes them. */
function makeNewer(): void {
  const [page, worker] = [join(web, 'index.html'), join(web, 'worker.js')]
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('</head>', '<meta name="newer" content="yes" /></head>'),
  )
  const before = readFileSync(worker, 'utf8')
  const after = before.replace(/(\/index\.html`,revision:`)[0-9a-f]{16}/, '$10123456789abcdef')
  expect(after).not.toBe(before)
  writeFileSync(worker, after)
}

test('APP-9: a newer app waits while a performance is open, says so in a line, and is used once it is closed', async () => {
  cpSync(join(root, 'dist', 'web'), web, { recursive: true })
  const show = littleShow()
  house = await openServedHouse({ show, dataDir: data, webDir: web })
  await house.server.secure.make()
  const [port, securePort] = [house.server.port, house.server.secure.port() ?? 0]
  trustIn(home, house.server.secure.authority()?.file ?? Buffer.alloc(0))
  const department = id<'department'>(show.departments[0]?.id ?? '')
  const token = await house.invite({ roles: ['dept'], department })
  phone = await openPhone(home)
  const page = phone.pages()[0] ?? (await phone.newPage())
  await page.goto(`http://${HOUSE_NAME}:${port}/join#${token}`)
  await page.waitForURL(`https://${HOUSE_NAME}:${securePort}/`)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await house.close()
  makeNewer()
  house = await openServedHouse({ show: null, dataDir: data, webDir: web, port, securePort })
  await page.getByText('live', { exact: true }).waitFor()
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await page.getByText('A newer Ghostlight is on this device. It is used after this performance.').waitFor()
  // Not even opening it anew brings another app into a performance.
  await page.reload()
  await page.getByText('live', { exact: true }).waitFor()
  const isNewer = () => page.locator('meta[name=newer]').count()
  expect(await isNewer()).toBe(0)
  const owner = house.server.stage.night()?.owner
  const by = {
    device: id<'device'>('desk'),
    roles: ['caller', 'SM'],
    person: null,
    department: null,
    place: null,
  } as const
  const madeAt = systemClock.now()
  await owner?.submit({ id: 'close-the-night', by, madeAt, command: { name: 'performance.close' } })
  await expect.poll(isNewer).toBe(1)
  await page.getByText('live', { exact: true }).waitFor()
})
