// The United States: places, the stage manager who calls, Letter paper and the 12-hour clock.

import { inARow } from '../../kit/in-a-row.ts'
import type { CountryPack } from './pack.ts'

const minute = 60

export const american: CountryPack = {
  country: 'US',
  name: 'United States',
  calls: {
    country: 'US',
    lastCall: 'places',
    firstAct: [
      { id: 'half', words: 'Half hour', secondsBeforeUp: 30 * minute },
      { id: 'fifteen', words: 'Fifteen', secondsBeforeUp: 15 * minute },
      { id: 'five', words: 'Five', secondsBeforeUp: 5 * minute },
      { id: 'places', words: 'Places', secondsBeforeUp: 2 * minute },
    ],
    laterActs: [
      { id: 'five', words: 'Five', secondsBeforeUp: 5 * minute },
      { id: 'places', words: 'Places', secondsBeforeUp: 2 * minute },
    ],
  },
  houseCalls: [
    { id: 'five', words: 'Five-minute chime', secondsBeforeUp: 5 * minute },
    { id: 'three', words: 'Three-minute chime', secondsBeforeUp: 3 * minute },
    { id: 'one', words: 'One-minute chime', secondsBeforeUp: 1 * minute },
  ],
  caller: { short: 'PSM', title: 'production stage manager' },
  promptSide: 'none',
  paper: 'Letter',
  clock: '12 h',
  monthFirst: true,
  language: 'en-US',
  trade: {
    interval: 'intermission',
    houseGiven: (act) => `The house is yours for act ${act} already.`,
    houseNotGiven: (act) => `Front of house has not given the house for act ${act}.`,
    castChange: (parts, people) =>
      `At this performance the ${parts.length > 1 ? 'roles' : 'role'} of ${inARow(parts, true)} will be played by ${inARow(people, true)}.`,
    // Of board, insert and announcement two were long asked for there; what was agreed for a house counts before it.
    castNotices: 2,
  },
  emergencyNumber: '911',
  support: [
    {
      name: '988 Lifeline',
      number: '988',
      who: 'anybody in distress, by call or text, day and night',
      source: 'SAMHSA, the federal agency that funds it, as the news had it',
      dated: '2026-01-13',
      looked: '2026-11-27',
    },
    {
      name: 'Entertainment Community Fund',
      number: '917 281 5919',
      who: 'anybody who works in theater',
      source: 'Entertainment Community Fund; its page has no date, its name is of this day',
      dated: '2022-05-10',
      looked: '2026-11-27',
    },
  ],
}
