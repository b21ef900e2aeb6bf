// A house whose record of an earlier night is damaged opens tonight, and says which night that is.

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { theMachine } from '../../src/core/installation/installation.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'
import { littleShow } from '../kit/shows.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

let presses = 0
async function press({ server: { stage } }: ServedHouse, command: object): Promise<void> {
  const night = stage.night()
  if (!night) throw new Error('a night is on')
  const by = { ...theMachine, roles: ['caller', 'SM'] as const, device: id<'device'>('desk') }
  presses += 1
  const asked = { id: `damaged-${presses}`, by, madeAt: instant(Date.now()) }
  // `as`: written out where it is pressed.
  const answer = await night.owner.submit({ ...asked, command: command as never })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
}

test('LOG-18: with an earlier night damaged the house opens tonight, calls, and names that night', async () => {
  const first = await openServedHouse({ show: littleShow(), dataDir: folder.path })
  const damaged = first.server.stage.night()?.performance.id ?? ''
  await press(first, { name: 'note.write', department: null, text: 'The last of the first night' })
  await press(first, { name: 'performance.close' })
  const sm = { ...theMachine, roles: ['caller', 'SM'] as const, device: id<'device'>('desk') }
  const next = await first.server.stage.planNext(instant(Date.now() + 3_600_000), sm, 'next-night-1')
  expect(next.ok).toBe(true)
  await first.close()

  const file = new DatabaseSync(join(folder.path, 'ghostlight.db'))
  file.exec('DROP TRIGGER IF EXISTS event_stays')
  // What was folded before is whole; here nothing is left but the record.
  file.exec('DELETE FROM snapshot')
  file.prepare('UPDATE event SET v = 9 WHERE stream = ? AND seq = 2').run(damaged)
  file.close()

  const second = await openServedHouse({ show: null, dataDir: folder.path })
  expect(second.server.stage.night()?.performance.number).toBe(2)
  await press(second, { name: 'act.up', act: 1 })
  const cookie = await second.pair({ roles: ['SM'] })
  const told = await second.ask('/api/report?performance=1', { headers: { cookie } })
  expect(told.status).toBe(200)
  expect(JSON.parse(told.text)).toMatchObject({
    report: null,
    performances: [
      { number: 2, unreadable: false },
      { number: 1, unreadable: true },
    ],
  })
  const verified = await second.ask('/api/office/verify', { headers: { cookie } })
  expect(verified.text).not.toContain('"ok":true')
  await second.close()
}, 60_000)
