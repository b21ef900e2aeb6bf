// A small second act in which no assignment works as plotted: somebody drops out at 300 seconds, and only a re-plot helps.

import type { CoverNight, CoverObligation } from '../../src/core/cover/cover-night.ts'

const spot = (
  id: string,
  owner: string,
  number: string,
  times: readonly [number, number],
  places: readonly [string, string],
  tier: CoverObligation['tier'] = 1,
): CoverObligation => ({
  ...{ id, owner, number, tier, track: `track-${owner}`, from: times[0], to: times[1] },
  ...{ placeIn: places[0], placeOut: places[1], costume: null, change: 0, handOver: true },
})

const owed = ['line', 'lantern', 'lift', 'position']

/** Everything that is still owed must be done: the line, the lantern, the lift, the place in the last number. */
export const asPlotted: CoverNight = {
  travel: [{ from: 'SL', to: 'SR', seconds: 55 }],
  people: [
    { id: 'first', knows: [], outFrom: 300 },
    // Not dressed before.
    { id: 'swing', knows: owed, readyAt: 720 },
    // On until 420 on the wrong side; in again at 660.
    { id: 'second', knows: owed },
    { id: 'third', knows: ['line', 'lift', 'position'] },
  ],
  obligations: [
    spot('line', 'first', 'scene', [400, 410], ['SR', 'SR'], 3),
    spot('lantern', 'first', 'song', [610, 640], ['SL', 'SL'], 3),
    spot('lift', 'first', 'song', [700, 715], ['SR', 'SR'], 3),
    spot('position', 'first', 'dance', [905, 1_100], ['SL', 'SL'], 1),
    spot('second in the scene', 'second', 'scene', [300, 420], ['SR', 'SR'], 3),
    spot('second enters', 'second', 'song', [660, 690], ['SR', 'SR'], 3),
    spot('third before', 'third', 'scene', [240, 395], ['SR', 'SR'], 3),
    spot('third enters', 'third', 'song', [560, 690], ['SL', 'SR'], 3),
  ],
  lifts: [],
  cleared: [],
  replots: [],
  locks: [],
  bans: [],
  now: 300,
  inForce: [],
  release: 'policy',
}

/** Either the second's entrance is on the other side, or the crew brings the lantern across. */
export const replotted: CoverNight = {
  ...asPlotted,
  replots: [
    {
      id: 'entrance',
      title: 'The second enters left in the song',
      cost: 2,
      changes: [{ obligation: 'second enters', placeIn: 'SL', placeOut: 'SR' }],
    },
    {
      id: 'hand-off',
      title: 'The lantern is handed over on the right, carried across by crew',
      cost: 4,
      changes: [{ obligation: 'lantern', placeIn: 'SR', placeOut: 'SR' }],
    },
  ],
}
