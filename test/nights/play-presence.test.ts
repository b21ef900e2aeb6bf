// Who is on stage at each speech of the plays whose directions say it by id: against their own speeches, and by words alone.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { OnStage } from '../../src/formats/play/on-stage.ts'
import { breakDownTei } from '../../src/formats/tei/import.ts'

/** Beside the checkout, never in it: these texts may not be passed on. */
const folder = fileURLToPath(new URL('../../../shared/data/scripts/shakedracor/tei/', import.meta.url))
const absent = 'the plays with marked entrances do not lie beside this checkout'
if (!existsSync(folder)) process.stdout.write(`Presence in plays: skipped, ${absent}\n`)

const OFF_STAGE_MAX = 0.002
/** What a reader of sixty lines reached on such plays: every third of them must be read better. */
const baseline = { entered: [93.9, 78], left: [80, 78], presence: 89 } as const
/** What is reached over all of them; a step back is seen. */
const reached = { entered: [94.8, 88], left: [89, 86.5], presence: 93.8 } as const

type Count = { right: number; told: number; gold: number }
const nothing = (): Count => ({ right: 0, told: 0, gold: 0 })
type Score = { readonly entered: Count; readonly left: Count; readonly presence: Count }
const blank = (): Score => ({ entered: nothing(), left: nothing(), presence: nothing() })

function compare(count: Count, told: ReadonlySet<string>, gold: ReadonlySet<string>): void {
  count.told += told.size
  count.gold += gold.size
  for (const each of told) if (gold.has(each)) count.right += 1
}

/** Each coming or going of somebody by the line of its direction. */
const moves = ({ events }: OnStage, kind: 'in' | 'out') =>
  new Set(
    events
      .filter((event) => event.kind === kind)
      .flatMap(({ line, ids }) => ids.map((id) => `${line} ${id}`)),
  )

/** One person: no crowd, by the way these files write ids. */
const isOne = (id: string) => !/^[A-Z]{3,}/.test(id) || /\.(?:[A-Z]?[a-z]\w*|[1-9]\d*)_/.test(id)

function score(into: Score, gold: OnStage, told: OnStage): void {
  compare(into.entered, moves(told, 'in'), moves(gold, 'in'))
  compare(into.left, moves(told, 'out'), moves(gold, 'out'))
  for (const [at, { onStage }] of gold.presence.entries())
    compare(into.presence, new Set(told.presence[at]?.onStage.filter(isOne)), new Set(onStage.filter(isOne)))
}

const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10

const figures = ({ entered, left, presence }: Score) => ({
  entered: [percent(entered.right, entered.told), percent(entered.right, entered.gold)],
  left: [percent(left.right, left.told), percent(left.right, left.gold)],
  /** Of everybody whom either has on at a speech, those whom both have. */
  presence: percent(presence.right, presence.told + presence.gold - presence.right),
})

function read(play: string, textOnly: boolean): OnStage {
  const answer = breakDownTei(readFileSync(`${folder}${play}`, 'utf8'), play, textOnly)
  if (!answer.ok) throw new Error(answer.errors[0]?.message)
  const onStage = answer.onStage()
  if (!onStage) throw new Error(`${play} has too many people on stage`)
  return onStage
}

test('TEI-41, TEI-42: hardly anybody speaks who is not on, and words alone tell nearly as much', ({
  skip,
}) => {
  if (!existsSync(folder)) return skip(absent)
  const thirds = [blank(), blank(), blank()]
  const all = blank()
  let [speeches, offStage] = [0, 0]
  for (const [number, play] of readdirSync(folder).sort().entries()) {
    const gold = read(play, false)
    speeches += gold.presence.length
    offStage += gold.presence.filter(({ speakers, onStage }) =>
      speakers.some((who) => !onStage.includes(who)),
    ).length
    const told = read(play, true)
    for (const into of [all, thirds[number % thirds.length] ?? all]) score(into, gold, told)
  }
  console.log(
    `${offStage} of ${speeches} speeches by somebody who is not on (${percent(offStage, speeches)} %)`,
  )
  console.log('by words alone', figures(all), 'and each third', thirds.map(figures))
  expect(offStage / speeches).toBeLessThanOrEqual(OFF_STAGE_MAX)
  for (const third of thirds.map(figures)) {
    for (const move of ['entered', 'left'] as const)
      for (const at of [0, 1] as const) expect(third[move][at]).toBeGreaterThan(baseline[move][at])
    expect(third.presence).toBeGreaterThan(baseline.presence)
  }
  const total = figures(all)
  for (const move of ['entered', 'left'] as const)
    for (const at of [0, 1] as const) expect(total[move][at]).toBeGreaterThanOrEqual(reached[move][at])
  expect(total.presence).toBeGreaterThanOrEqual(reached.presence)
})
