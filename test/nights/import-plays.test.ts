// Imports every play of the development set and compares what came of them with published figures.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { minimumCast } from '../../src/core/casting/minimum-cast.ts'
import type { PlayEvent, Scene } from '../../src/formats/play/play.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { writeShowFile } from '../../src/formats/show-file/write.ts'
import { importTei } from '../../src/formats/tei/import.ts'
import { readPlay } from '../../src/formats/tei/read-play.ts'
import { readXml } from '../../src/formats/xml/tree.ts'

/** Beside the checkout, never in it: most of these texts may not be passed on. */
const folder = fileURLToPath(new URL('../../../shared/data/scripts/', import.meta.url))
const absent = 'the development set of plays does not lie beside this checkout'

const plays = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.xml'))
    .sort()

const textOf = (path: string) => readFileSync(`${folder}${path}`, 'utf8')

/** What was measured when this was written; more is welcome, less is a step back. */
const measured = { shows: 52, scenes: 36, scenesByParts: 37, speakers: 38, cells: 926, cellsOf: 934 }

/** About twenty lines: what a change takes. */
const CHANGE_SECONDS = 71
const CAST_MS_MAX = 200

test('TEI-25, CASTING-3: every play of the development set ends as a show that passes the checks', ({
  skip,
}) => {
  if (!existsSync(folder)) return skip(absent)
  let shows = 0
  const table: Record<string, object> = {}
  for (const path of plays()) {
    const result = importTei(textOf(path), path)
    if (!result.ok) {
      expect(result.errors[0]?.line, path).toBeGreaterThanOrEqual(1)
      table[path] = { refused: result.errors[0]?.message }
      continue
    }
    const { show, questions } = result
    const again = readShowFile(writeShowFile(show))
    // Node's own comparison: a show of a whole play is large.
    expect(again.ok && isDeepStrictEqual(again.show, show), path).toBe(true)
    expect(again.ok && again.warnings, path).toEqual([])
    const { items, tracks, obligations, script } = show
    const minutes = Math.round(items.reduce((sum, item) => sum + item.seconds, 0) / 60)
    const counts = [items, tracks, obligations, script, questions].map((list) => list.length)
    const [scenes, people, times, lines, asked] = counts
    const began = process.cpuUsage()
    const cast = minimumCast(show, 0)
    const changed = minimumCast(show, CHANGE_SECONDS)
    const { user, system } = process.cpuUsage(began)
    const castMs = Math.round((user + system) / 1_000)
    for (const { together, doubling } of [cast, changed]) expect(doubling.length, path).toBe(together.length)
    // Both at once: each alone is quicker.
    expect(castMs, path).toBeLessThan(CAST_MS_MAX)
    const casts = { cast: cast.doubling.length, changed: changed.doubling.length, castMs }
    table[path] = { scenes, tracks: people, times, lines, minutes, questions: asked, ...casts }
    shows += 1
  }
  console.table(table)
  console.log(`${shows} shows of ${plays().length} plays`)
  expect(shows).toBeGreaterThanOrEqual(measured.shows)
})

type Figures = {
  readonly numOfSegments: number
  readonly numOfSpeakers: number
  readonly scenesPerCharacter?: Readonly<Record<string, number>>
}

/** DraCor counts each marked-off part of a scene that has speeches; a stage manager calls the scene. */
function partsOf(scene: Scene): readonly (readonly PlayEvent[])[] {
  const parts: PlayEvent[][] = [[]]
  for (const event of scene.events)
    if (event.kind === 'part') parts.push([])
    else parts.at(-1)?.push(event)
  const spoken = parts.filter((part) => part.some(({ kind }) => kind === 'speech'))
  return spoken.length > 0 ? spoken : [scene.events]
}

const speakersIn = (events: readonly PlayEvent[]) =>
  new Set(events.flatMap((event) => (event.kind === 'speech' ? event.who : [])))

function scenesOf(path: string): readonly Scene[] {
  const xml = readXml(textOf(path))
  const play = xml.ok ? readPlay(xml.root) : ''
  return typeof play === 'string' ? [] : play.scenes
}

test('TEI-26: scenes and speakers agree with the figures published for these plays', ({ skip }) => {
  if (!existsSync(folder)) return skip(absent)
  const figures: Readonly<Record<string, Figures>> = JSON.parse(textOf('dracor-figures.json'))
  const agree = { scenes: 0, scenesByParts: 0, speakers: 0, cells: 0, cellsOf: 0 }
  for (const [path, figure] of Object.entries(figures)) {
    const scenes = scenesOf(path)
    const parts = scenes.flatMap(partsOf)
    const speakers = speakersIn(parts.flat())
    const wrong: string[] = []
    if (scenes.length === figure.numOfSegments) agree.scenes += 1
    if (parts.length === figure.numOfSegments) agree.scenesByParts += 1
    else wrong.push(`${parts.length} scenes for ${figure.numOfSegments}`)
    if (speakers.size === figure.numOfSpeakers) agree.speakers += 1
    else wrong.push(`${speakers.size} speakers for ${figure.numOfSpeakers}`)
    for (const [who, count] of Object.entries(figure.scenesPerCharacter ?? {})) {
      agree.cellsOf += 1
      if (parts.filter((part) => speakersIn(part).has(who)).length === count) agree.cells += 1
      else wrong.push(who)
    }
    if (wrong.length > 0) console.log(`${path}: ${wrong.join(', ')}`)
  }
  const all = Object.keys(figures).length
  console.log(`scenes agree in ${agree.scenes} of ${all} plays, counted by parts in ${agree.scenesByParts}`)
  console.log(`speakers agree in ${agree.speakers} of ${all} plays`)
  console.log(`scenes of a character agree for ${agree.cells} of ${agree.cellsOf} characters`)
  for (const [name, count] of Object.entries(agree))
    expect(count, name).toBeGreaterThanOrEqual(Reflect.get(measured, name))
})
