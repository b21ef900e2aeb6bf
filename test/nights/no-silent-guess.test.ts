// Nothing is guessed silently: everybody who is taken to come or go does so by a direction, or by a rule that is written down, or is asked about.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Found, isMarked } from '../../src/formats/play/places.ts'
import type { Play, Question, Stretch } from '../../src/formats/play/play.ts'
import { presenceIn } from '../../src/formats/play/presence.ts'
import { sceneEnd } from '../../src/formats/play/stage.ts'
import { readPlay } from '../../src/formats/tei/read-play.ts'
import { readXml } from '../../src/formats/xml/tree.ts'

/** Beside the checkout, never in it: these texts may not be passed on. */
const shared = fileURLToPath(new URL('../../../shared/data/scripts/', import.meta.url))
const absent = 'the development set of plays does not lie beside this checkout'
if (!existsSync(shared)) process.stdout.write(`Guesses in plays: only our own play, ${absent}\n`)

const rules = new Set(
  readFileSync(new URL('../../docs/specs/tei.md', import.meta.url), 'utf8').match(/(?<=^- \*\*)TEI-\d+/gm),
)

function texts(): ReadonlyMap<string, string> {
  const own = new URL('../fixtures/shows/little-play.xml', import.meta.url)
  const found = new Map([['little-play.xml', readFileSync(own, 'utf8')]])
  if (!existsSync(shared)) return found
  for (const name of readdirSync(shared, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.xml')) found.set(name, readFileSync(`${shared}${name}`, 'utf8'))
  return found
}

type Held = { readonly play: Play; readonly found: Found; readonly moved: ReadonlySet<string> }

const heldOf = (play: Play): Held => {
  const found = presenceIn(play)
  const keys = found.moves.flatMap(({ way, scene, at, who }) =>
    who.map((one) => `${way} ${scene} ${at} ${one}`),
  )
  return { play, found, moved: new Set(keys) }
}

const isMoved = ({ moved }: Held, way: 'in' | 'out', { scene, who }: Stretch, at: number): boolean =>
  moved.has(`${way} ${scene} ${at} ${who}`)

const isAsked = (questions: readonly Question[], kinds: readonly string[], line: number): boolean =>
  questions.some((question) => kinds.includes(question.kind) && question.line === line)

/** What of one stretch is neither told nor by a rule that fits. */
function wrongIn(held: Held, stretch: Stretch): string | null {
  const { play, found } = held
  const { came, went, scene, from, to } = stretch
  const events = play.scenes[scene]?.events ?? []
  if (came === 'told' && !isMoved(held, 'in', stretch, from)) return 'comes by no direction'
  if (went === 'told' && !isMoved(held, 'out', stretch, to)) return 'goes by no direction'
  for (const why of [came, went]) if (why !== 'told' && !rules.has(why)) return `${why} is no rule`
  const end = play.scenes[scene] && sceneEnd(play.scenes[scene])
  if (went === 'TEI-19' && to !== end) return 'ends with a scene before its end'
  if (came === 'TEI-19' && from !== 0) return 'is carried over and does not begin with the scene'
  if (came === 'TEI-20' || came === 'TEI-37') {
    const line = events[from]?.line ?? 0
    if (!isAsked(found.questions, ['presence'], line))
      return 'speaks without having entered and is not asked about'
  }
  if (came === 'TEI-16' && !isAsked(found.questions, ['file'], play.scenes[0]?.line ?? 1))
    return 'is on by their words alone, and nobody is told'
  return null
}

/** Whoever is told to come when they are on already is asked about. */
function lostMoves({ found }: Held): readonly string[] {
  const began = new Set(found.stretches.map(({ who, scene, from }) => `${scene} ${from} ${who}`))
  return found.moves.flatMap(({ way, who, scene, at, line, rule }) =>
    way === 'out' || rule === 'TEI-44'
      ? []
      : who
          .filter(
            (one) => !began.has(`${scene} ${at} ${one}`) && !isAsked(found.questions, ['entrance'], line),
          )
          .map((one) => `${line}: ${one} comes and is lost`),
  )
}

/** As the file says it, and where it says by id who comes and goes, by its words alone as well. */
function readings(name: string, text: string): readonly Held[] {
  const xml = readXml(text)
  const playOf = (textOnly: boolean): Play => {
    const play = xml.ok ? readPlay(xml.root, textOnly) : ''
    if (typeof play === 'string') throw new Error(`${name} is read`)
    return play
  }
  const play = playOf(false)
  return isMarked(play.scenes) ? [heldOf(play), heldOf(playOf(true))] : [heldOf(play)]
}

test('IMPORT-4: of every play whoever comes or goes does so by a direction, a rule or a question', {
  timeout: 60_000,
}, () => {
  expect(rules.size).toBeGreaterThan(40)
  const counts = new Map<string, number>()
  const wrong: string[] = []
  for (const [name, text] of texts())
    for (const held of readings(name, text)) {
      const { stretches, moves } = held.found
      for (const why of [
        ...stretches.flatMap(({ came, went }) => [came, went]),
        ...moves.map(({ rule }) => rule),
      ])
        counts.set(why, (counts.get(why) ?? 0) + 1)
      for (const stretch of stretches) {
        const said = wrongIn(held, stretch)
        if (said !== null) wrong.push(`${name}: ${stretch.who} in ${stretch.scene} ${said}`)
      }
      for (const { rule } of moves) if (!rules.has(rule)) wrong.push(`${rule} is no rule`)
      wrong.push(...lostMoves(held).map((one) => `${name}: ${one}`))
    }
  console.table([...counts].toSorted())
  expect(wrong.length, wrong.slice(0, 20).join('\n')).toBe(0)
})
