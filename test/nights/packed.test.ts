// The demo's snapshot over real sockets: packed for those who unpack, and the same text for everybody.

import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { PACKED_LENGTH_MIN } from '../../src/server/hub/packing.ts'
import { openServedHouse, RealSocket } from '../kit/served-house.ts'

test('HUB-32: on a real socket the demo’s snapshot comes packed to whoever unpacks, and is what others get as it is', async () => {
  const read = readShowFile(
    readFileSync(new URL('../../demo/slack-water.show.json', import.meta.url), 'utf8'),
  )
  if (!read.ok) throw new Error('the demo can be read')
  const demo = await openServedHouse({ show: read.show })
  onTestFinished(() => demo.close())
  const post = { roles: ['dept'], department: id<'department'>('lx') } as const
  const open = async (unpacks: boolean) => {
    const cookie = await demo.pair(post)
    const one = new RealSocket(demo.server.port, { headers: { cookie } })
    onTestFinished(() => one.socket.terminate())
    return one.hello(null, unpacks)
  }
  const snapshotOf = ({ texts }: RealSocket) => texts.find((text) => text.startsWith('{"t":"snapshot"'))
  const [plain, packed] = [await open(false), await open(true)]
  expect([plain.packed, packed.packed]).toEqual([0, 1])
  expect(snapshotOf(packed)?.length).toBeGreaterThan(PACKED_LENGTH_MIN)
  expect(snapshotOf(packed)).toBe(snapshotOf(plain))
})
