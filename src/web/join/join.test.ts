// Finding the secret in a pasted link, and the screen a device opens.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressedScreens } from '../../core/installation/screens.ts'
import type { ViewerLine } from '../../wire/messages.ts'
import { screenFor, screenOfPath, screenOfViewer } from './routes.ts'
import { tokenOf } from './token.ts'

const secret = 'device-Ab3_x.NyYY1WZrYL6WuI2SqlVU70tF'

test('LINK-18: the secret is found in the link, in its end and alone', () => {
  for (const typed of [
    `http://192.168.1.20:4444/join#${secret}`,
    `  /join#${secret}\n`,
    `#${secret}`,
    secret,
  ]) {
    expect(tokenOf(typed)).toBe(secret)
  }
})

test('LINK-18: in anything else there is none', () => {
  for (const typed of [
    '',
    '#',
    'LX',
    'http://192.168.1.20:4444/join',
    'a b c d e f g h i j',
    `#${'x'.repeat(600)}`,
  ]) {
    expect(tokenOf(typed)).toBeNull()
  }
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(tokenOf(typed) ?? '').toMatch(/^[A-Za-z0-9_.~-]*$/)
    }),
  )
})

const line = (parts: Partial<ViewerLine>): ViewerLine => ({
  device: 'd',
  name: '',
  roles: [],
  person: null,
  department: null,
  place: null,
  sentTo: null,
  ...parts,
})

test('LINK-19: a device opens what its address asks for, else what it was paired for', () => {
  for (const screen of addressedScreens) expect(screenOfPath(`/${screen}`)).toBe(screen)
  expect(screenOfPath('/')).toBeNull()
  expect(screenOfPath('/elsewhere')).toBeNull()
  expect(screenOfViewer(line({ roles: ['caller', 'SM'] }))).toBe('desk')
  expect(screenOfViewer(line({ roles: ['ASM'], person: 'p' }))).toBe('desk')
  expect(screenOfViewer(line({ roles: ['dept'], department: 'lx' }))).toBe('department')
  expect(screenOfViewer(line({ roles: ['MD'], department: 'band', person: 'p' }))).toBe('department')
  expect(screenOfViewer(line({ roles: ['dresser'], person: 'p' }))).toBe('pocket')
  expect(screenOfViewer(line({ roles: ['perf'], person: 'p' }))).toBe('pocket')
  expect(screenOfViewer(line({ roles: ['callboard'] }))).toBe('board')
  expect(screenOfViewer(line({ roles: ['FOH'] }))).toBe('house')
})

test('LINK-19: where the desk sent a device comes before its address, and its address before its post', () => {
  const lights = line({ roles: ['dept'], department: 'lx' })
  expect(screenFor(lights, null)).toBe('department')
  expect(screenFor(lights, 'board')).toBe('board')
  expect(screenFor({ ...lights, sentTo: 'board' }, 'department')).toBe('board')
})

test('LINK-19: whoever calls and asks for the desk has it, wherever the device was sent', () => {
  const caller = line({ roles: ['caller', 'SM'], sentTo: 'board' })
  expect(screenFor(caller, 'desk')).toBe('desk')
  expect(screenFor(caller, 'pocket')).toBe('board')
  expect(screenFor(caller, null)).toBe('board')
  expect(screenFor(line({ roles: ['SM'], sentTo: 'board' }), 'desk')).toBe('board')
})

test('ROOM-4, LINK-19: a tablet that asks for the side or the room by its address has it', () => {
  expect(screenFor(line({ roles: ['ASM'] }), screenOfPath('/wing'))).toBe('wing')
  expect(screenFor(line({ roles: ['callboard'] }), screenOfPath('/room'))).toBe('room')
})

test('ROOM-4: a place’s tablet opens the side or the room it stands in', () => {
  expect(screenOfViewer(line({ roles: ['ASM'], place: 'sl2' }))).toBe('wing')
  expect(screenOfViewer(line({ roles: ['ASM'], place: 'sl2', person: 'p' }))).toBe('wing')
  expect(screenOfViewer(line({ roles: ['callboard'], place: 'dr4' }))).toBe('room')
  expect(screenOfViewer(line({ roles: ['callboard'] }))).toBe('board')
  expect(screenOfViewer(line({ roles: ['caller', 'SM'], place: 'pc' }))).toBe('desk')
})
