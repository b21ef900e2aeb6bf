// What the importer answers a machine about whole plays, against the figures DraCor publishes of them.

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { breakDownTei } from '../../src/formats/tei/import.ts'
import { type Network, networkOf } from './play-network.ts'

/** Beside the checkout, never in it: most of these texts may not be passed on. */
const folder = fileURLToPath(new URL('../../../shared/data/scripts/', import.meta.url))
const absent = 'the development set of plays does not lie beside this checkout'
if (!existsSync(folder)) process.stdout.write(`Figures of plays: skipped, ${absent}\n`)

type Figures = Network & {
  readonly numOfSegments: number
  readonly numOfActs: number
  readonly numOfSpeakers: number
  readonly scenesPerCharacter?: Readonly<Record<string, number>>
}

/** Its text was edited after the figures were taken. */
const edited = 'gerdracor/tei/bleibtreu-weltgericht.xml'
const TOLERANCE = 1e-9
const CELLS_EQUAL_MIN = 0.995

const measures = [
  ...(['size', 'density', 'averageDegree', 'maxDegree', 'averageClustering', 'averagePathLength'] as const),
  ...(['diameter', 'numConnectedComponents'] as const),
]

test('TEI-28, TEI-29, TEI-30: segments, acts, speakers and the network agree with the published figures', ({
  skip,
}) => {
  if (!existsSync(folder)) return skip(absent)
  const published: Readonly<Record<string, Figures>> = JSON.parse(
    readFileSync(`${folder}dracor-figures.json`, 'utf8'),
  )
  const wrong: Record<string, readonly string[]> = {}
  let [cells, cellsEqual] = [0, 0]
  for (const [path, figures] of Object.entries(published)) {
    const answer = breakDownTei(readFileSync(`${folder}${path}`, 'utf8'), path)
    if (!answer.ok) throw new Error(answer.errors[0]?.message)
    const { segments, acts, characters } = answer.breakdown
    const network = networkOf(segments)
    const differences = [
      ...(segments.length === figures.numOfSegments ? [] : [`${segments.length} segments`]),
      ...(acts === figures.numOfActs ? [] : [`${acts} acts`]),
      ...(network.size === figures.numOfSpeakers ? [] : [`${network.size} speakers`]),
      ...measures
        .filter((measure) => !(Math.abs(network[measure] - figures[measure]) <= TOLERANCE))
        .map((measure) => `${measure} ${network[measure]} for ${figures[measure]}`),
    ]
    if (differences.length > 0) wrong[path] = differences
    const scenes = new Map(characters.map((character) => [character.id, character.scenes]))
    for (const [who, count] of path === edited ? [] : Object.entries(figures.scenesPerCharacter ?? {})) {
      cells += 1
      if (scenes.get(who) === count) cellsEqual += 1
    }
  }
  const all = Object.keys(published).length
  console.log(`all figures equal in ${all - Object.keys(wrong).length} of ${all} plays`, wrong)
  console.log(`scenes of a character equal in ${cellsEqual} of ${cells} rows`)
  expect(Object.keys(wrong).filter((path) => path !== edited)).toEqual([])
  expect(cellsEqual / cells).toBeGreaterThanOrEqual(CELLS_EQUAL_MIN)
})
