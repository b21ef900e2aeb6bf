// What the websocket library asks for at a start, once it is part of the built server.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { askingLater } from './unasked.ts'

const asking = /require\('(?:https|tls)'\)/
const code = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('ws')), 'lib', 'websocket.js'),
  'utf8',
)

test('CLI-34: TLS is read when somebody is called, not when a house opens', () => {
  const first = (text: string) => text.slice(0, text.indexOf('class WebSocket extends'))
  expect(first(code)).toMatch(asking)
  const later = askingLater(code)
  expect(first(later)).not.toMatch(asking)
  expect(later).toMatch(asking)
  expect(later).not.toMatch(/\b(?:https|tls)\.(?:request|connect)/)
})

test('CLI-34: a library that asks otherwise is noticed when the server is built', () => {
  expect(() => askingLater(code.replace('https.request', 'https.get'))).toThrow(
    'does not say “https.request :”',
  )
})
