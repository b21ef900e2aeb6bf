// What is said in multicast DNS and understood of others.

import { expect, test } from 'vitest'
import { ghostlightsIn, holderOf, isAsked, recordsOf, SERVICE } from './records.ts'

const said = { name: 'ghostlight-2', port: 4444, run: 'abc', addresses: ['192.0.2.7', '198.51.100.7'] }
const answers = recordsOf(said)

test('NETWORK-1: the name, its second name and the service lead to every address and to the port', () => {
  const leads = answers.flatMap((one) => (one.type === 'A' ? [`${one.name} ${one.data}`] : []))
  expect(leads).toEqual([
    'ghostlight-2.local 192.0.2.7',
    'ghostlight-2.local 198.51.100.7',
    'ghostlight-2-again.local 192.0.2.7',
    'ghostlight-2-again.local 198.51.100.7',
  ])
  expect(answers).toContainEqual(
    expect.objectContaining({ type: 'SRV', data: { port: 4444, target: 'ghostlight-2.local' } }),
  )
})

test('NETWORK-2: who holds a name is read out of what they say, however it is spelt; taken back, nobody does', () => {
  expect(holderOf({ answers }, 'ghostlight-2')).toEqual({ addresses: said.addresses, run: 'abc' })
  expect(holderOf({ answers }, 'ghostlight')).toBeNull()
  expect(holderOf({ answers: recordsOf(said, true) }, 'ghostlight-2')).toBeNull()
  const other = [{ name: 'GhostLight.local', type: 'A', ttl: 120, data: '192.0.2.9' } as const]
  expect(holderOf({ answers: other }, 'ghostlight')).toEqual({ addresses: ['192.0.2.9'], run: null })
  expect(holderOf({}, 'ghostlight')).toBeNull()
})

test('NETWORK-2: a question for the name, the second name or the service is for us; others are not', () => {
  const asks = (name: string) => isAsked({ questions: [{ name, type: 'A' }] }, 'ghostlight')
  expect(['ghostlight.local', 'Ghostlight.local', 'ghostlight-again.local', SERVICE].map(asks)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['ghostlight-2.local', '_http._tcp.local', 'local'].map(asks)).toEqual([false, false, false])
  expect(isAsked({}, 'ghostlight')).toBe(false)
})

test('NETWORK-2: other Ghostlights are found in what they say', () => {
  expect(ghostlightsIn({ answers })).toEqual([
    { name: 'ghostlight-2', gone: false, addresses: said.addresses, run: 'abc' },
  ])
  expect(ghostlightsIn({ answers: recordsOf(said, true) })[0]?.gone).toBe(true)
})
