// Texts of the sheet that says who covered what over the run, and who to put in.

import { counting, listing } from '../plural.ts'

const count = counting('en-GB')
const list = listing('en-GB')

export const covered = {
  what: 'Cover over the run',
  title: ({ title }: { readonly title: string }) => `${title}: cover over the run`,
  fetching: 'Fetching who covered what…',
  over: ({ nights }: { readonly nights: number }) =>
    nights === 0
      ? 'No performance is over yet: who covers what is counted from the first one on.'
      : count(nights, {
          one: 'One performance that is over.',
          other: `${nights} performances that are over.`,
        }),
  how: ({ clock }: { readonly clock: string }) =>
    `Counted from the plans that were on the screens at the end of each night, as of ${clock}. Of equal plans the one is proposed that asks those who took less.`,
  load: 'Who took how much',
  nights: 'Night by night',
  none: 'Nobody has covered anything yet.',
  nobodyToPutIn:
    'Nobody needs a put-in. What each can cover, and until when, is written under Who can cover.',
  edit: 'Who can cover',
  heads: {
    who: 'Who',
    nights: 'Nights',
    tracks: 'Tracks',
    number: 'Number',
    day: 'Day',
    took: 'Who took what',
  },
  track: ({ code, times, when }: { readonly code: string; readonly times: number; readonly when: string }) =>
    `${code} ${times} ×, last ${when}`,
  took: ({
    name,
    code,
    items,
  }: {
    readonly name: string | null
    readonly code: string
    readonly items: number
  }) =>
    `${name ?? 'somebody who has left'} ${code} in ${count(items, { one: '1 number', other: `${items} numbers` })}`,
  list: ({ of }: { readonly of: readonly string[] }) => list(of),
  putIns: 'To put in at the next rehearsal',
  putInHeads: { who: 'Who', track: 'Track', why: 'Because' },
  ownPace: 'all of theirs',
  reason: {
    back: () => 'they are back: at their own pace',
    'ran out': ({ until }: { readonly until: string }) => `it was good until ${until}`,
    'runs out': ({ until }: { readonly until: string }) => `it is good until ${until}`,
    'nobody else': () => 'nobody else can go on in it, and they never have',
    'never on': () => 'learned, never gone on in it',
  },
}
