// An answer that breaks: at once, or when half of it is written.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type Answers, answering, type Way } from './answering.ts'

/** Nothing of the way in is asked for by what breaks. */
const noWay = {} as Way

async function served(answers: Answers): Promise<string> {
  const answer = answering({ seen: () => undefined }, async () => answers)
  const server = createServer((request, response) => answer(noWay, request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  // `as`: it listens on a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('DOOR-20: an answer that breaks is a refusal; one that breaks half way ends, and the next is answered', async () => {
  const house = await served(async (_way, request, response) => {
    if (request.url === '/half') {
      response.writeHead(200, { 'Content-Length': '9' })
      response.write('half')
    }
    throw new Error('a mistake of ours')
  })
  await expect(fetch(`${house}/half`).then((reply) => reply.text())).rejects.toThrow()
  const whole = await fetch(`${house}/other`)
  expect([whole.status, await whole.json()]).toMatchObject([500, { refusal: { code: 'server' } }])
  expect((await fetch(`${house}/api/health`)).status).toBe(200)
})
