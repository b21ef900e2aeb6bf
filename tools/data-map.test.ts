// The data map against the source: whatever is stored has one row, and the page that is handed out is the current one.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { keptKinds, keptWords, retentionClocks } from '../src/core/retention/clocks.ts'
import { dataRows } from './data-rows.ts'
import { DATA_MAP, dataMap } from './print-data-map.ts'
import { storedEvents } from './stored-events.ts'

const stored = storedEvents('.')

test('PRIVACY-1: every kind of event that is stored has exactly one row, and every row stands for one that is', () => {
  const rows = dataRows.flatMap(({ events }) => events)
  expect(rows.toSorted()).toEqual(stored.map(({ type }) => type))
  expect(stored.length).toBeGreaterThan(100)
})

test('PRIVACY-1: every kind that the policy lets anybody see has a row', () => {
  const policy = readFileSync('src/core/disclosure/policy.ts', 'utf8')
  const [, list = ''] = /export type Kind =([\s\S]*?)\n\n/.exec(policy) ?? []
  const kinds = [...list.matchAll(/'([^']+)'/g)].map(([, kind = '']) => kind)
  expect(kinds.length).toBeGreaterThan(30)
  const seen = new Set(dataRows.flatMap(({ seenAs }) => seenAs))
  expect([...seen].toSorted()).toEqual(kinds.toSorted())
})

test('PRIVACY-1: the page is what the source says now, field by field; print it anew and read what changed', () => {
  expect(readFileSync(DATA_MAP, 'utf8')).toBe(dataMap(stored))
})

test('PRIVACY-1: a field that comes new changes the page', () => {
  const more = stored.map((one) =>
    one.type === 'act.up' ? { ...one, fields: [...one.fields, 'mood'] } : one,
  )
  expect(dataMap(more)).not.toBe(dataMap(stored))
})

/** Typed by hand: what no clock ends, for it names somebody by a number at most; what was played is what the performance was. */
const withoutClock = [
  ...['act.down', 'act.expected', 'act.up', 'audience.counted', 'bell.given', 'call.given', 'cans.checked'],
  ...['clear.said', 'clear.withdrawn', 'clock.held', 'clock.resumed', 'clock.set', 'cue.called', 'cue.cut'],
  ...[
    'cue.reported',
    'cue.restored',
    'cue.skipped',
    'damage.read',
    'desk.jumped',
    'desk.taken',
    'device.given',
  ],
  ...['device.identified', 'device.paired', 'device.redirected', 'device.revoked', 'group.joined'],
  ...['group.renewed', 'group.revoked', 'head.signed', 'house.answered', 'house.cleared', 'house.opened'],
  ...[
    'house.returned',
    'house.shut',
    'house.unasked',
    'house.withdrawn',
    'item.started',
    'key.copied',
    'key.kept',
  ],
  ...[
    'key.settled',
    'key.turned',
    'latecomers.held',
    'latecomers.released',
    'line-note.settled',
    'matter.closed',
  ],
  ...[
    'order.changed',
    'order.left',
    'order.proposed',
    'passkey.counted',
    'passkey.dropped',
    'performance.closed',
  ],
  ...['performance.opened', 'performance.planned', 'performance.revised', 'person.invited', 'person.left'],
  ...[
    'plan.announced',
    'plan.approved',
    'plan.unannounced',
    'presence.counted',
    'record.damaged',
    'rule.changed',
  ],
  ...[
    'sheets.printed',
    'show.published',
    'show.taken',
    'source.blind',
    'standby.acknowledged',
    'standby.given',
  ],
  ...[
    'task.done',
    'task.dropped',
    'task.given',
    'task.reopened',
    'times.learned',
    'vamp.begun',
    'vamp.ended',
  ],
]

test('PRIVACY-13: every kind of event that is stored has a time after which it is erased, or stands here as naming nobody', () => {
  const timed = new Set(keptKinds.flatMap((kind): readonly string[] => retentionClocks[kind].types))
  const rest = stored.map(({ type }) => type).filter((type) => !timed.has(type))
  expect(rest).toEqual(withoutClock.toSorted())
})

test('PRIVACY-12: each kind stands on the page of where its time comes from, with a day on which that was read', () => {
  const page = readFileSync('docs/privacy/periods.md', 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| '))
  for (const kind of keptKinds) {
    const [long = ''] = keptWords(kind).split(/,| \(/)
    const row = rows.find((one) => one.startsWith(`| ${retentionClocks[kind].title}`)) ?? ''
    expect([kind, row.split(' | ')[1]]).toEqual([kind, expect.stringContaining(long)])
  }
  expect(page).toMatch(/Read on \d+ \w+ \d{4}/)
})

test('CARE-10: nothing that is stored has a mood, a feeling, a score or a health of anybody', () => {
  const ofSomebody = /mood|feel|wellbeing|stress|score|rating|health|sick|illness|punctual|lateness/i
  const found = stored.flatMap(({ type, fields }) =>
    fields.filter((field) => ofSomebody.test(field)).map((field) => `${type} ${field}`),
  )
  expect(found).toEqual([])
})
