// A Wi-Fi that answers in the house's place until its own page is answered: found from the device's side.

import { createServer, type Server } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { shortShow } from '../kit/short-show.ts'
import { openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { openHouseOn } from '../screens/house.ts'

/** As portals do: whatever is asked for, their own page, or the way to it. */
function openPortal(port: number): Promise<Server> {
  const portal = createServer((request, response) => {
    if (request.url?.startsWith('/api/here')) {
      response.writeHead(302, { Location: 'http://127.0.0.1:1/welcome' })
      response.end()
      return
    }
    response.writeHead(200, { 'Content-Type': 'text/html' })
    response.end('<title>Welcome to the Wi-Fi</title><button>I agree</button>')
  })
  return new Promise((resolve) => portal.listen(port, '127.0.0.1', () => resolve(portal)))
}

test('NETWORK-22: a phone, pairing and “Check my network” say that the Wi-Fi answers in the house’s place, and stop when the house is back', async () => {
  const browser = await launchChromium()
  const house = await openHouseOn(instant(Date.UTC(2026, 8, 17, 17, 51, 20)), shortShow())
  let portal: Server | null = null
  onTestFinished(async () => {
    await browser.close()
    portal?.closeAllConnections()
    portal?.close()
    await house.close()
  })
  const { address, port } = house.server
  const size = { width: 360, height: 780 }
  const phone = await openDevice(
    browser,
    await house.invite({ name: 'Lights', roles: ['dept'], department: 'lx' }),
    size,
  )
  const desk = await openDevice(browser, await house.invite({ name: 'Office', roles: ['SM'] }), {
    width: 1180,
    height: 820,
  })
  await phone.getByText('live', { exact: true }).waitFor()
  await desk.waitForFunction(() => location.hash === '' && location.pathname === '/')
  await desk.goto(`${address}/network`)
  await desk.getByText('Ghostlight needs no internet', { exact: false }).waitFor()
  const stranger = await openDevice(browser, `${address}/join`, size)
  const link = stranger.getByLabel('The link or the six letters you were given')
  await link.waitFor()
  await house.pull()
  // Gone is not the same: nobody answers, and nobody is blamed.
  await desk.getByRole('button', { name: 'Check again' }).click()
  await desk.getByText('The server cannot be reached, so nothing can be said of the network.').waitFor()
  portal = await openPortal(port)
  const said = phone.getByText('This Wi-Fi answers in the desk’s place')
  await said.waitFor({ timeout: 60_000 })
  await phone.getByRole('link', { name: 'Open the Wi-Fi’s page' }).waitFor()
  await desk.getByRole('button', { name: 'Check again' }).click()
  await desk.getByText('Somebody else answers this device at the house’s address').waitFor()
  await desk.getByText('Open any page in this browser, press what the Wi-Fi asks for').waitFor()
  await link.fill('BCDFGH')
  await stranger.getByRole('button', { name: 'Pair this device' }).click()
  await stranger.getByText('the Wi-Fi wants its own page answered first').waitFor()
  const pictures = process.env['GHOSTLIGHT_PICTURES']
  for (const [name, page] of Object.entries({ phone, desk, stranger })) {
    expect(await overflowOf(page)).toBe(0)
    expect(await violationsOf(page)).toEqual([])
    if (pictures) await page.screenshot({ path: `${pictures}/portal-${name}.png` })
  }
  portal.closeAllConnections()
  await new Promise((resolve) => portal?.close(resolve))
  await house.open()
  await phone.getByText('live', { exact: true }).waitFor({ timeout: 60_000 })
  await said.waitFor({ state: 'hidden', timeout: 60_000 })
})
