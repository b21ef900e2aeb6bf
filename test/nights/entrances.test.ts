// The example that is given to paste is a right one.

import { expect, test } from 'vitest'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { entrances } from '../../src/words/british/entrances.ts'

test('FIRST-6: a show with one person, one item and one place, and the example pasted into it, can be opened', () => {
  const around = `{
    "format": "ghostlight-show", "formatVersion": 1, "title": "The Harbour Lamp",
    "venue": { "name": "", "places": [{ "id": "sl1", "code": "SL1", "name": "Left, in one", "side": "stage left", "zone": "stage" }], "ways": [] },
    "people": [{ "id": "p1", "name": "Ines Roth", "callName": "Ines" }],
    "engagements": [{ "person": "p1", "kind": "principal" }],
    "items": [{ "id": "i1", "code": "1", "title": "The tower", "kind": "scene", "act": 1, "seconds": 300 }],
    "editions": [{ "id": "full", "title": "Full", "items": ["i1"] }],
    ${entrances.example}
  }`
  const read = readShowFile(around)
  expect(read.ok ? [] : read.errors).toEqual([])
  expect(read.ok && [read.show.tracks.length, read.show.obligations.length]).toEqual([1, 1])
})
