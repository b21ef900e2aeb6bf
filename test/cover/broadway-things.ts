// What a big musical is short of, added to its nights from dice of their own: dressers and booths on both sides, packs, props.

import type { CoverNight, CoverObligation, Means, Preset } from '../../src/core/cover/cover-night.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'

/** Ours; no source has them. On each side, for a company of thirty-five on stage. */
const DRESSERS = 3
const BOOTHS = 4
/** One for each track and one to spare, fitted to another in ninety seconds. */
const PACKS = 36
const PACK_SWAP_SECONDS = 90
const PROPS = 10
const CARRIES = 4
/** Who has twice the time gets changed alone. */
const ALONE_TIMES = 2

/** The same night, with dressers, booths, packs and props in it, and a re-plot that sets the first prop elsewhere. */
export function shortNight(night: CoverNight, seed: number): CoverNight {
  const throws = dice(seed + 700_000)
  const side = ({ placeIn }: CoverObligation) => (placeIn.endsWith('R') ? 'right' : 'left')
  const means = ['left', 'right'].flatMap((of): readonly Means[] => [
    { id: `dresser ${of}`, many: DRESSERS, swap: 5 },
    { id: `booth ${of}`, many: BOOTHS },
  ])
  const carried = carriesOf(throws, night.obligations)
  const obligations = night.obligations.map((one) => ({
    ...one,
    ...(one.costume === null
      ? {}
      : {
          uses: ['pack'],
          help: {
            alone: one.change * ALONE_TIMES,
            means: [`dresser ${side(one)}`, `booth ${side(one)}`],
          },
        }),
    carries: [...carried].flatMap(([prop, all]) => (all.includes(one) ? [prop] : [])),
  }))
  const props = [...carried].map(([prop, [first]]): Preset => ({ prop, at: first?.placeIn ?? '' }))
  const [first] = props
  return {
    ...{ ...night, obligations, props },
    means: [...means, { id: 'pack', many: PACKS, swap: PACK_SWAP_SECONDS }],
    replots: [
      ...night.replots,
      ...(first
        ? [{ id: 'preset', title: 'set elsewhere', cost: 1, changes: [], presets: [{ ...first, at: 'SR' }] }]
        : []),
    ],
  }
}

/** Each where the one before left it, as in a show that works. */
function carriesOf(throws: Dice, all: readonly CoverObligation[]) {
  const inOrder = all.toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
  return new Map(
    Array.from({ length: PROPS }, (_, index): readonly [string, readonly CoverObligation[]] => {
      const row = [throws.pick(inOrder.slice(0, inOrder.length / 2))]
      while (row.length < CARRIES) {
        const before = row.at(-1)
        const next = inOrder.find(
          (one) => before && one.from >= before.to && one.placeIn === before.placeOut && throws.chance(0.1),
        )
        if (!next) break
        row.push(next)
      }
      return [`prop ${index}`, row]
    }),
  )
}
