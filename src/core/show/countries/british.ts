// Great Britain: beginners, the DSM on prompt side, A4 and the 24-hour clock.

import { inARow } from '../../kit/in-a-row.ts'
import type { CountryPack } from './pack.ts'

const minute = 60

export const british: CountryPack = {
  country: 'GB',
  name: 'Great Britain',
  calls: {
    country: 'GB',
    lastCall: 'beginners',
    firstAct: [
      { id: 'half', words: 'The half', secondsBeforeUp: 35 * minute },
      { id: 'quarter', words: 'The quarter', secondsBeforeUp: 20 * minute },
      { id: 'five', words: 'The five', secondsBeforeUp: 10 * minute },
      { id: 'beginners', words: 'Beginners', secondsBeforeUp: 5 * minute },
    ],
    // Counted to beginners, as before the first act: the ten is ten minutes before beginners. (SHOW-10)
    laterActs: [
      { id: 'fifteen', words: 'Fifteen minutes', secondsBeforeUp: 20 * minute },
      { id: 'ten', words: 'Ten minutes', secondsBeforeUp: 15 * minute },
      { id: 'five', words: 'Five minutes', secondsBeforeUp: 10 * minute },
      { id: 'beginners', words: 'Beginners', secondsBeforeUp: 5 * minute },
    ],
  },
  houseCalls: [
    { id: 'five', words: 'Five-minute bell', secondsBeforeUp: 5 * minute },
    { id: 'three', words: 'Three-minute bell', secondsBeforeUp: 3 * minute },
    { id: 'one', words: 'One-minute bell', secondsBeforeUp: 1 * minute },
  ],
  caller: { short: 'DSM', title: 'deputy stage manager' },
  promptSide: 'stage left',
  paper: 'A4',
  clock: '24 h',
  monthFirst: false,
  language: 'en-GB',
  trade: {
    interval: 'interval',
    houseGiven: (act) => `Front of house is clear for act ${act} already.`,
    houseNotGiven: (act) => `Front of house has not given clearance for act ${act}.`,
    castChange: (parts, people) =>
      `At this performance the ${parts.length > 1 ? 'parts' : 'part'} of ${inARow(parts)} will be played by ${inARow(people)}.`,
    castNotices: 0,
  },
  emergencyNumber: '999',
  support: [
    {
      name: 'Samaritans',
      number: '116 123',
      who: 'anybody in distress, day and night, free',
      source: 'University of Sunderland in London, on the Samaritans’ day',
      dated: '2021-07-16',
      looked: '2026-11-27',
    },
    {
      name: 'Theatre Helpline',
      number: '0800 915 4617',
      who: 'anybody who works in theatre, day and night',
      source:
        'Society of London Theatre and UK Theatre, at its opening; UK Theatre’s own page has it without a date',
      dated: '2018-06-14',
      looked: '2026-11-27',
    },
  ],
}
