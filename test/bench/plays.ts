// Reading plays in TEI against the bare parser on the same files, in one run and one thread: `npm run bench -- plays`.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { SaxesParser } from 'saxes'
import { minimumCast } from '../../src/core/casting/minimum-cast.ts'
import { breakdownOf } from '../../src/formats/play/breakdown.ts'
import { withPresence } from '../../src/formats/play/imported.ts'
import { onStageIn } from '../../src/formats/play/on-stage.ts'
import type { Play } from '../../src/formats/play/play.ts'
import { proposeShow } from '../../src/formats/play/propose.ts'
import { readPlay } from '../../src/formats/tei/read-play.ts'
import { readXml } from '../../src/formats/xml/tree.ts'

/** Beside the checkout, never in it: these texts may not be passed on. */
const folder = fileURLToPath(new URL('../../../shared/data/scripts/', import.meta.url))
const EVENTS_MIN = 0.5
const ALL_MIN = 0.25
const ROUNDS = 9

/** Its own reading of the bytes, as the importer has it. */
function bare(path: string): void {
  new SaxesParser().write(readFileSync(path, 'utf8')).close()
}

function events(path: string): Play | null {
  const xml = readXml(readFileSync(path, 'utf8'))
  const play = xml.ok ? readPlay(xml.root) : ''
  return typeof play === 'string' ? null : play
}

/** Everything that is derived: presence, the figures, who is on at each speech, the show, its smallest cast. */
function all(path: string): void {
  const play = events(path)
  const read = play && withPresence(play, false)
  if (!read?.ok) return
  breakdownOf(read.play, path, [])
  onStageIn(read.play, read.presence)
  minimumCast(proposeShow(read.play, read.presence.appearances, path), 0)
}

function main(): void {
  if (!existsSync(folder)) {
    process.stdout.write('skipped: the development set of plays does not lie beside this checkout\n')
    return
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.xml'),
  )
  const paths = files.map((name) => `${folder}${name}`)
  const megabytes = paths.reduce((sum, path) => sum + readFileSync(path).length, 0) / 1e6
  const ways = { bare, events, all }
  const best = {
    bare: Number.POSITIVE_INFINITY,
    events: Number.POSITIVE_INFINITY,
    all: Number.POSITIVE_INFINITY,
  }
  // One after another in each round, so that a busy moment meets all of them.
  for (let round = 0; round < ROUNDS; round += 1)
    for (const way of ['bare', 'events', 'all'] as const) {
      const began = process.cpuUsage()
      for (const path of paths) ways[way](path)
      const { user, system } = process.cpuUsage(began)
      best[way] = Math.min(best[way], (user + system) / 1e6)
    }
  for (const way of ['bare', 'events', 'all'] as const)
    process.stdout.write(
      `${way}: ${(megabytes / best[way]).toFixed(1)} MB for each second of a core, ${(best.bare / best[way]).toFixed(2)} of the bare parser\n`,
    )
  process.stdout.write(
    `${paths.length} plays, ${megabytes.toFixed(1)} MB, the best of ${ROUNDS}; wanted ${EVENTS_MIN} and ${ALL_MIN}\n`,
  )
  const isReached = best.bare / best.events >= EVENTS_MIN && best.bare / best.all >= ALL_MIN
  process.stdout.write(isReached ? 'reached\n' : 'not reached\n')
  if (!isReached) process.exitCode = 1
}

main()
