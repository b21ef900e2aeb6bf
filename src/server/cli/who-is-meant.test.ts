// Whose data is meant: by name, by call name, by id; nobody by a name that the record does not know.

import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { openServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { must } from '../../core/kit/assert.ts'
import { id } from '../../core/kit/ids.ts'
import { readKeptShow } from '../../formats/show-file/read.ts'
import { openSqliteLog } from '../log/sqlite.ts'
import { whoIsMeant } from '../privacy/who-is-meant.ts'
import { databaseIn } from './stage.ts'

test('PRIVACY-15: somebody is meant by their name or id; a name that is nobody’s, or two people’s, erases nothing', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const show = littleShow()
  const one = must(show.people[0], 'somebody is in it')
  const zoe = { ...one, id: id<'person'>('zoe'), name: 'Zoë  Smith-Jones', callName: 'Zoë' }
  const zoes = [zoe, { ...zoe, id: id<'person'>('zoe-2'), name: 'Zoë Brown' }]
  const house = await openServedHouse({
    show: { ...show, people: [...show.people, ...zoes] },
    dataDir: folder.path,
  })
  await house.close()
  const log = await openSqliteLog({ file: databaseIn(folder.path) })
  onTestFinished(() => log.close())
  const meant = (said: string) => whoIsMeant({ log, readShow: readKeptShow }, said)
  expect(await meant(one.id)).toBe(one.id)
  expect(await meant(one.name.toUpperCase())).toBe(one.id)
  expect(await meant('zoe\u0308 smith-jones')).toBe('zoe')
  await expect(meant('Zoë')).rejects.toThrow('may be 2 people')
  await expect(meant('Zoé')).rejects.toThrow(
    'Nobody in any show of this record is called “Zoé”, and nothing was done',
  )
})
