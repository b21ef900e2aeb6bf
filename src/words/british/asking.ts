// What asking was worth: on the report, and at the desk when the show is down.

import { counting } from '../plural.ts'

const count = counting('en-GB')

type Count = { readonly count: number }

export const asking = {
  title: 'What asking was worth',
  heads: { what: 'What', count: 'Tonight' },
  about: 'Asked about',
  people: ({ count: people }: Count) => count(people, { one: '1 time', other: `${people} times` }),
  logged: 'Only written down',
  asks: 'Asks',
  answered: ({ asks, answered }: { readonly asks: number; readonly answered: number }) =>
    `${asks}, ${answered} answered`,
  answeredAfter: ({
    asks,
    answered,
    after,
  }: {
    readonly asks: number
    readonly answered: number
    readonly after: string
  }) => `${asks}, ${answered} answered, half of them within ${after}`,
  searches: 'Somebody went and looked',
  searched: ({ searches, well }: { readonly searches: number; readonly well: number }) =>
    count(searches, {
      one: `1 time, ${well} for somebody who was well`,
      other: `${searches} times, ${well} for somebody who was well`,
    }),
  judged: 'Said of it afterwards',
  worth: ({
    useful,
    known,
    wrong,
    notSaid,
  }: {
    readonly useful: number
    readonly known: number
    readonly wrong: number
    readonly notSaid: number
  }) => `useful ${useful} · known already ${known} · wrong ${wrong} · nothing said ${notSaid}`,
  blind: 'Nothing was heard for a time from',
}
