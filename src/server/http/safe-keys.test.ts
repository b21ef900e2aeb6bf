// Which keys may have been read on their way.

import { expect, test } from 'vitest'
import { instant } from '../../core/kit/time.ts'
import { sha256 } from './cookies.ts'
import { EARLY_AGAIN_MS, openSafeKeys, SAFE_KEYS_MAX } from './safe-keys.ts'

const by = (socket: object, cookie: string) => ({ headers: { cookie }, socket }) as never
const at = instant(EARLY_AGAIN_MS)
const plain = { remoteAddress: '192.168.1.9' }

test('KEY-6: what was given by https is safe until it is shown by plain HTTP from elsewhere, by whichever of several cookies', () => {
  const safe = openSafeKeys()
  const [one, other] = [sha256('one'), sha256('other')]
  expect(safe.has(one)).toBe(false)
  for (const hash of [one, other]) safe.given('d', hash, at)
  safe.shown(by({ ...plain, encrypted: true }, 'c=d.one'), 'c')
  safe.shown(by({ remoteAddress: '127.0.0.1' }, 'c=d.one'), 'c')
  safe.shown(by(plain, 'another=d.one'), 'c')
  expect([safe.has(one), safe.has(other)]).toEqual([true, true])
  safe.shown(by(plain, 'c=x.y; c=d.one'), 'c')
  expect([safe.has(one), safe.has(other)]).toEqual([false, true])
})

test('KEY-6: of so many it is remembered, and the oldest is forgotten', () => {
  const safe = openSafeKeys()
  for (let key = 0; key <= SAFE_KEYS_MAX; key += 1) safe.given('d', `key ${key}`, at)
  expect([safe.has('key 0'), safe.has('key 1'), safe.has(`key ${SAFE_KEYS_MAX}`)]).toEqual([
    false,
    true,
    true,
  ])
})

test('KEY-6: a device that was given one a moment ago is given no other sooner than may be', () => {
  const safe = openSafeKeys()
  const due = (after: number) => safe.isDue('d', 'old', instant(at + after))
  expect(due(0)).toBe(true)
  safe.given('d', 'new', at)
  expect([due(EARLY_AGAIN_MS - 1), due(EARLY_AGAIN_MS)]).toEqual([false, true])
  expect([safe.isDue('e', 'old', at), safe.isDue('e', 'new', at)]).toEqual([true, false])
})
