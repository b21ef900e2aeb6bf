// Who answers at the house's address, told by what comes back.

import { expect, test } from 'vitest'
import { whoAnswers } from './portal.ts'

const WORD = '0badcafe'
const asked = (answer: () => Response | Promise<Response>) =>
  whoAnswers((async () => answer()) as typeof fetch, WORD)

test('NETWORK-22: the house says back what it was asked; a page, an old answer, a refusal and a way elsewhere are somebody else’s', async () => {
  expect(await asked(() => new Response(JSON.stringify({ ghostlight: WORD })))).toBe('house')
  const sent = { type: 'opaqueredirect', text: async () => '' } as Response
  for (const other of [
    new Response('<title>Welcome to the Wi-Fi</title>'),
    new Response(JSON.stringify({ ghostlight: 'yesterday' })),
    new Response('', { status: 511 }),
    sent,
  ])
    expect(await asked(() => other)).toBe('another')
  expect(await asked(() => Promise.reject(new TypeError('no route')))).toBe('nobody')
})
