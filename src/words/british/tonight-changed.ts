// Texts of what was other than rehearsed, on the report and on paper.

import { counting, listing } from '../plural.ts'

const count = counting('en-GB')
const list = listing('en-GB')

type Told = { readonly name: string; readonly by: string }

const goOn = (many: number) =>
  count(many, { one: '1 person goes on for others', other: `${many} people go on for others` })

export const tonightChanged = {
  plans: 'Who played what',
  planHeads: {
    version: 'Plan',
    at: 'Approved',
    what: 'What',
    by: 'By',
    shown: 'On screens',
    told: 'Told by whom',
  },
  orders: 'Order of the night',
  orderHeads: {
    version: 'Order',
    at: 'Accepted',
    what: 'What',
    by: 'Said yes',
    heard: 'Made known',
    told: 'Told before it, by whom',
  },
  changed: ({ changed, cut }: { readonly changed: number; readonly cut: number }) =>
    cut === 0
      ? `${goOn(changed)}, nothing is cut`
      : `${goOn(changed)}, ${count(cut, { one: '1 thing is cut', other: `${cut} things are cut` })}`,
  walked: ({ items }: { readonly items: readonly string[] }) =>
    `lifts or fights walked through in ${list(items)}`,
  notProved: 'not proved the best',
  unasked: 'nobody of those who say yes to plans was asked',
  drafted: ({ name }: { readonly name: string }) => `drafted by ${name}`,
  announced: ({ channel, clock }: { readonly channel: string; readonly clock: string }) =>
    `${channel} ${clock}`,
  atTheDesk: 'At a shared screen',
  notShown: 'Never: replaced first',
  rehearsed: 'Back to the rehearsed order',
  overridden: 'It could not wait until everybody was told',
  told: ({ name, by, clock }: Told & { readonly clock: string }) => `${name} by ${by}, ${clock}`,
  toldBefore: ({ name, by }: Told) => `${name} by ${by}`,
  read: ({ name, clock }: { readonly name: string; readonly clock: string }) =>
    `${name} read it on their own screen, ${clock}`,
}
