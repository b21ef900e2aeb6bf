// What there is little of on a small night: hands, booths, packs, and props that are carried on. From dice of their own.

import type { CoverNight, CoverObligation, Means, Preset, Replot } from '../../src/core/cover/cover-night.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'

/** The same night, with means and props in it. */
export function withThings(night: CoverNight, seed: number, places: readonly string[]): CoverNight {
  const throws = dice(seed + 500_000)
  const means: readonly Means[] = [
    { id: 'dresser', many: throws.whole(0, 2), ...(throws.chance(0.5) ? { swap: 10 } : {}) },
    { id: 'booth', many: throws.whole(1, 2) },
    { id: 'pack', many: throws.whole(1, 3), swap: throws.whole(0, 4) * 10 },
  ]
  const props = ['lantern', 'letter'].map((prop): Preset => ({ prop, at: throws.pick(places) }))
  const obligations = night.obligations.map((one) => ({ ...one, ...needsOf(throws, one) }))
  return { ...night, means, props, obligations, replots: night.replots.map(presetBy(throws, props, places)) }
}

function needsOf(throws: Dice, one: CoverObligation): Pick<CoverObligation, 'uses' | 'help' | 'carries'> {
  const help = {
    alone: one.change + throws.whole(0, 12) * 10,
    means: throws.chance(0.5) ? ['dresser'] : ['dresser', 'booth'],
  }
  return {
    ...(throws.chance(0.5) ? { help } : {}),
    ...(throws.chance(0.5) ? { uses: ['pack'] } : {}),
    ...(throws.chance(0.35) ? { carries: [throws.pick(['lantern', 'letter'])] } : {}),
  }
}

const presetBy =
  (throws: Dice, props: readonly Preset[], places: readonly string[]) =>
  (replot: Replot): Replot =>
    throws.chance(0.5)
      ? { ...replot, presets: [{ prop: throws.pick(props).prop, at: throws.pick(places) }] }
      : replot
