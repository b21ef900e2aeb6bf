// The demo show with names as long as they come: what fits these fits every show.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Instant } from '../../src/core/kit/time.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { type House, openHouseOn } from './house.ts'

type Named = { title?: string; name?: string; callName?: string; short?: string }
type Lengthened = Record<'people' | 'items' | 'departments' | 'cues' | 'obligations' | 'tracks', Named[]> &
  Named

export function longNames(at: Instant): Promise<House> {
  const file = fileURLToPath(new URL('../../demo/slack-water.show.json', import.meta.url))
  // `as`: the demo's own file, of whose shape only names are used; it is read and checked again below.
  const show = JSON.parse(readFileSync(file, 'utf8')) as Lengthened
  show.title = `${show.title} or The Long and Lamentable Chronicle of the Estuary`
  for (const person of show.people) {
    person.name = `${person.name} Featherstonehaugh-Cholmondeley`
    person.callName = `${person.callName} Wilhelmina-Josephine`
  }
  for (const one of [...show.items, ...show.cues, ...show.obligations])
    one.title = `${one.title}, with everybody who was at Donaudampfschiffahrtsgesellschaft in the spring`
  for (const department of show.departments) department.name = `${department.name} and everything near it`
  const text = JSON.stringify(show)
  const read = readShowFile(text)
  if (!read.ok) throw new Error(read.errors.map((error) => error.message).join('\n'))
  return openHouseOn(at, { text, show: read.show })
}
