// Who is named to cover for whom.

import { expect, test } from 'vitest'
import { demoShow } from '../../../test/kit/demo-show.ts'
import { coversOf } from './concern-world.ts'

test('CONCERN-90: the covers of one’s own track come first, in its order; then whoever is engaged to cover', () => {
  const show = demoShow()
  const track = show.tracks.find((one) => one.owner !== undefined)
  if (!track?.owner) throw new Error('somebody has a track')
  const engaged = coversOf(show, track.owner)
  const [first, second] = show.people
    .map(({ id }) => id)
    .filter((id) => id !== track.owner && !engaged.includes(id))
  if (!first || !second) throw new Error('there are others')
  const covers = [second, ...engaged.slice(-1), first]
  const named = { ...show, tracks: show.tracks.map((one) => (one === track ? { ...one, covers } : one)) }
  expect(coversOf(named, track.owner)).toEqual([...covers, ...engaged.slice(0, -1)])
})
