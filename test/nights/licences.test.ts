// Whose work is in the built package, held against the floor plan, and where one reads it.

import { expect, onTestFinished, test } from 'vitest'
import { licencesIn } from '../../src/server/http/licences.ts'
import type { Licences } from '../../src/wire/licences.ts'
import { rooms } from '../../tools/rooms.ts'
import { ghostlight, root, serveGhostlight, temporaryFolder } from '../kit/ghostlight.ts'

const beside = ['clingo-wasm', 'dejavu-fonts-ttf', 'pdfkit']
/** What the rooms that ship may import, whatever the builds wrote down. */
const shipped = [...new Set(rooms.filter(({ runs }) => runs !== 'tools').flatMap(({ packages }) => packages))]
  .filter((name) => !name.startsWith('node:') && !beside.includes(name))
  .toSorted()

test('LICENCE-1, LICENCE-3: every package that a room imports is written down with its words; what is installed beside is named', () => {
  const told = licencesIn(root)
  const names = told.bundled.map(({ name }) => name)
  expect(shipped.filter((name) => !names.includes(name))).toEqual([])
  // What these bring along is given away too.
  expect(names).toEqual(expect.arrayContaining(['scheduler', 'xmlchars', 'dns-packet', 'workbox-core']))
  for (const { words, licence } of told.bundled) {
    expect(licence).not.toBe('')
    expect(words).toMatch(/copyright/i)
    expect(words.length).toBeGreaterThan(500)
  }
  expect(told.beside.toSorted()).toEqual(beside)
})

test('LICENCE-2: the command prints them, and the page’s answer is anybody’s', async () => {
  const { code, out } = await ghostlight('licences')
  expect(code).toBe(0)
  for (const name of shipped) expect(out).toContain(`\n${name} `)
  const folder = temporaryFolder()
  const served = await serveGhostlight('--data', folder.path, '--no-open')
  onTestFinished(async () => {
    await served.end('SIGTERM')
    folder.remove()
  })
  const answer = await fetch(`${served.address}/api/licences`)
  expect(answer.status).toBe(200)
  expect((await answer.json()) as Licences).toEqual(licencesIn(root))
})
