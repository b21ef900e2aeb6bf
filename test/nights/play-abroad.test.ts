// How many people a scene has in German and French plays: against the same play with marked entrances, and against the scene's own list.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { presenceIn } from '../../src/formats/play/presence.ts'
import { readPlay } from '../../src/formats/tei/read-play.ts'
import { readXml } from '../../src/formats/xml/tree.ts'

/** Beside the checkout, never in it: these texts may not be passed on. */
const folder = fileURLToPath(new URL('../../../shared/data/scripts/', import.meta.url))
const absent = 'the German and French plays do not lie beside this checkout'
if (!existsSync(folder)) process.stdout.write(`Plays abroad: skipped, ${absent}\n`)

const WITHIN = 1
const SHARE_MIN = 0.8

const twins = {
  'a-midsummer-nights-dream': 'ein-sommernachtstraum',
  hamlet: 'hamlet-prinz-von-daenemark',
  macbeth: 'macbeth',
}

type Scene = { readonly head: string; readonly speeches: number; readonly persons: ReadonlySet<string> }

function scenesOf(path: string, textOnly: boolean): readonly Scene[] {
  const xml = readXml(readFileSync(`${folder}${path}`, 'utf8'))
  const play = xml.ok ? readPlay(xml.root, textOnly) : ''
  if (typeof play === 'string') throw new Error(path)
  const { stretches } = presenceIn(play, textOnly)
  return play.scenes.map(({ title, events }, scene) => ({
    head: title,
    speeches: events.filter(({ kind }) => kind === 'speech').length,
    persons: new Set(stretches.filter((one) => one.scene === scene && !one.elsewhere).map(({ who }) => who)),
  }))
}

/** One scene here may be two or three there. */
const steps = [
  [1, 1],
  [2, 1],
  [3, 1],
  [1, 2],
  [1, 3],
] as const
/** What joining one more scene costs, in speeches: only where the others say so. */
const JOINING = 3

type Pair = readonly [number, number]

/** Translators divide some scenes otherwise: those belong together whose speeches are as many, all in all. */
function aligned(ours: readonly Scene[], theirs: readonly Scene[]): readonly Pair[] {
  const best = [...ours, null].map(() =>
    [...theirs, null].map((): { cost: number; step: Pair | null } => ({
      cost: Number.POSITIVE_INFINITY,
      step: null,
    })),
  )
  const at = (i: number, j: number) => best[i]?.[j]
  const start = at(0, 0)
  if (start) start.cost = 0
  const speeches = (scenes: readonly Scene[], from: number, to: number) =>
    scenes.slice(from, to).reduce((sum, scene) => sum + scene.speeches, 0)
  for (let i = 1; i <= ours.length; i += 1)
    for (let j = 1; j <= theirs.length; j += 1)
      for (const [x, y] of steps) {
        const before = i >= x && j >= y ? at(i - x, j - y) : undefined
        const here = at(i, j)
        if (!before || !here) continue
        const apart = Math.abs(speeches(ours, i - x, i) - speeches(theirs, j - y, j))
        const cost = before.cost + apart + (x + y - 2) * JOINING
        if (cost < here.cost) Object.assign(here, { cost, step: [x, y] })
      }
  const pairs: Pair[] = []
  for (let [i, j] = [ours.length, theirs.length]; i > 0; ) {
    const [x, y] = at(i, j)?.step ?? [i, j]
    const together = (scenes: readonly Scene[], from: number, to: number) =>
      new Set(scenes.slice(from, to).flatMap(({ persons }) => [...persons])).size
    pairs.push([together(ours, i - x, i), together(theirs, j - y, j)])
    ;[i, j] = [i - x, j - y]
  }
  return pairs
}

const share = (pairs: readonly Pair[]) => {
  const near = pairs.filter(([one, other]) => Math.abs(one - other) <= WITHIN).length
  return { scenes: pairs.length, near, share: Math.round((1_000 * near) / pairs.length) / 1_000 }
}

test('TEI-47: a German scene has as many people as its twin with marked entrances, within one, in four of five', ({
  skip,
}) => {
  if (!existsSync(folder)) return skip(absent)
  const pairs = Object.entries(twins).flatMap(([english, german]) =>
    aligned(
      scenesOf(`shakedracor/tei/${english}.xml`, false),
      scenesOf(`gershdracor/tei/${german}.xml`, true),
    ),
  )
  console.log('German twins', share(pairs))
  expect(share(pairs).share).toBeGreaterThanOrEqual(SHARE_MIN)
})

/** A list by names alone; what says “the same” or “others” has no number of its own. */
function listed(head: string): number | null {
  if (/m[êe]mes|pr[ée]c[ée]dents|autres|tous|suite|etc|qui |puis/i.test(head)) return null
  const names = head.replace(/^sc[eè]ne[^.,:]*[.,:]?/i, '').split(/,|;|\bet\b/i)
  const count = names.filter((name) => /\p{L}/u.test(name)).length
  return count === 0 ? null : count
}

test('TEI-48: a French scene has as many people as its heading lists, within one, in four of five', ({
  skip,
}) => {
  if (!existsSync(folder)) return skip(absent)
  const pairs = readdirSync(`${folder}theatre-classique/xml`)
    .sort()
    .flatMap((file) =>
      scenesOf(`theatre-classique/xml/${file}`, true).flatMap(({ head, persons }): readonly Pair[] => {
        const count = listed(head)
        return count === null ? [] : [[count, persons.size]]
      }),
    )
  console.log('French lists', share(pairs))
  expect(share(pairs).share).toBeGreaterThanOrEqual(SHARE_MIN)
})
