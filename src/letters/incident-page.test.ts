// The card as text: what is on it before any script, and what never is.

import { expect, test } from 'vitest'
import { drillTable } from '../core/incident/drills.ts'
import { id } from '../core/kit/ids.ts'
import type { IncidentSection } from '../core/night/incident-section.ts'
import { nearestPhone } from '../core/show/safety.ts'
import { wordsIn } from '../words/words.ts'
import { type CardIn, incidentPage } from './incident-page.ts'

const help = {
  ...{ number: '999', confirmedBy: 'Ruth Amari', confirmedOn: '2026-11-01', outsideLine: '9' },
  ...{ aedPlace: 'Box office', aedCode: 'C123', entrance: 'Scene dock', codedCall: 'Mr Lamp to the left' },
} as const
const house: IncidentSection = {
  ...{ country: 'GB', timeZone: 'Europe/London', venue: 'Corn Hall', address: '4 Tannery Lane' },
  ...{
    noSignal: ['Trap (T)'],
    help,
    invented: false,
    route: null,
    hospital: null,
    points: [],
    kits: [],
    phones: [],
  },
  trainer: null,
  aeds: [{ place: 'Box office', code: 'C123' }],
}
const page = (card: IncidentSection | null, parts: Partial<CardIn> = {}): string =>
  incidentPage({
    card,
    words: wordsIn('en-GB'),
    locale: 'en-GB',
    today: '2026-11-26',
    drill: false,
    ...parts,
  })
const dialled = (text: string) => [...text.matchAll(/tel:([^"]*)/g)].map(([, number]) => number)

test('INCIDENT-20: no bundle, no font, no picture is needed, and no field stands before any of the four', () => {
  const text = page(house)
  const loads = [...text.matchAll(/(?:src|href)="([^"#]*)"/g)].map(([, address]) => address)
  expect(loads).toEqual([
    '/icon.svg',
    'tel:999',
    '/roll-call',
    '/sealed',
    '/accident-book',
    '/',
    '/incident.js',
  ])
  expect(text).not.toMatch(/type="module"|@import|url\(|<img|on(?:click|load)=/)
  const four = text.indexOf('SEND SOMEONE TO THE DOOR')
  expect(four).toBeGreaterThan(0)
  expect(text.slice(0, four)).not.toMatch(/<input|<form|<select|<button/)
  expect(text.length).toBeLessThan(30_000)
})

test('INCIDENT-20: what stands below the four is laid out a frame after them, by the style alone', () => {
  const text = page(house)
  const below = text.indexOf('<div class="rest">')
  expect(text.slice(0, below).match(/<section/g)).toHaveLength(1)
  expect(text.slice(below).match(/<section/g)?.length).toBeGreaterThan(8)
  // From nothing to what it is anyway: a browser that knows no such step shows all of it at once.
  expect(text).toContain('@keyframes after{from{display:none}}')
  expect(text).not.toMatch(/\.rest\{[^}]*(?:display|visibility|opacity)/)
  expect(text).toContain('@media print{.incident .rest{animation:none}')
})

test('INCIDENT-21: the address only by a named person’s word; demo and drill hold no link that dials', () => {
  expect(page(house)).toContain('Corn Hall, 4 Tannery Lane')
  expect(dialled(page(house))).toEqual(['999'])
  const unconfirmed = page({ ...house, help: { number: '999' } })
  expect(unconfirmed).toContain('ADDRESS NOT SET')
  expect(unconfirmed).not.toContain('4 Tannery Lane')
  expect(unconfirmed).toContain('to be confirmed')
  const demo = page({ ...house, invented: true })
  expect(demo).toContain('DEMO, NOT THIS BUILDING')
  expect(demo).not.toMatch(/4 Tannery Lane|Box office|999|Trap/)
  const drill = page(house, { drill: true })
  expect(drill).toContain('DRILL.')
  const nothing = page(null)
  expect(nothing).toContain('CALL the emergency number')
  expect([demo, drill, nothing].map(dialled)).toEqual([[], [], []])
  // A year later the word is old, and says so.
  expect(page(house, { today: '2028-01-01' })).toContain('to be confirmed')
})

test('INCIDENT-22: the call first, then what is asked, then the beat, then danger; coded call on the first screen', () => {
  const text = page(house)
  const places = [
    ...['Corn Hall', 'Mr Lamp to the left', 'CALL 999', 'START CPR', 'SEND FOR THE AED', 'SEND SOMEONE'],
    ...['What they ask', 'Are they breathing?', 'How old are they?', 'cm deep', 'Danger first', 'Scene dock'],
  ].map((words) => text.indexOf(words))
  expect(places.every((one) => one > 0)).toBe(true)
  expect(places.slice(0, 11)).toEqual(places.slice(0, 11).toSorted((one, other) => one - other))
  expect(text).toContain('9, then 999')
  expect(text).toContain('Resuscitation Council UK')
  expect(page({ ...house, country: 'US' })).toContain('American Heart Association')
  expect(text).toContain('Not yet approved by your first-aid lead.')
})

test('INCIDENT-22: what a house wrote is text and never HTML', () => {
  const nasty = '<script>alert(1)</script>"><b a=\'&'
  const text = page({ ...house, venue: nasty, help: { ...help, aedPlace: nasty, codedCall: nasty } })
  expect(text).not.toContain('<script>alert')
  // Its own words as data, and the one that writes down what is touched.
  expect(text.match(/<script/g)).toHaveLength(2)
  expect(text).toContain('&lt;script&gt;')
})

test('INCIDENT-69: who does what while the show stands still, words without a cause, and checks; nothing on it holds or stops', () => {
  const text = page(house)
  const stage = text.slice(text.indexOf('id="stage"'), text.indexOf('id="record"'))
  const { stage: said, audience, deeds } = wordsIn('en-GB').card
  for (const step of Object.values(said.steps)) expect(stage).toContain(step)
  // No cause, nobody named, and two gaps at most.
  for (const words of Object.values(audience)) {
    expect(words).not.toMatch(/\bill\b|injur|medical|emergenc|accident|incident|collaps|colleague is/i)
    expect([...words.matchAll(/\{(\w+)\}/g)].every(([, gap]) => gap === 'minutes' || gap === 'place')).toBe(
      true,
    )
  }
  expect(stage.indexOf(said.say)).toBeGreaterThan(stage.indexOf(said.steps.producer))
  for (const check of [
    'stage-safe',
    'heads-checked',
    'company-ready',
    'house-ready',
    'restart-said',
  ] as const) {
    expect(stage).toContain(`data-deed="${check}"`)
    expect(stage).toContain(deeds[check])
  }
  expect([...stage.matchAll(/data-stage="([^"]*)"/g)].map(([, what]) => what)).toEqual(['asked-to-hold'])
})

test('INCIDENT-22: danger, cans and the emergency stop come before the call on the first screen', () => {
  const text = page(house)
  const danger = text.indexOf(wordsIn('en-GB').card.clear.firstOfAll)
  expect(danger).toBeGreaterThan(0)
  expect(danger).toBeLessThan(text.indexOf('CALL 999'))
})

test('SAFETY-2, SAFETY-3: first-aiders in date are named, every AED stands there with its dates, out of date in words', () => {
  const aeds = [
    { place: 'Box office', code: 'C123', checked: '2026-11-01', until: '2027-05-01' },
    { place: 'Dock', until: '2026-11-25' },
  ]
  const text = page(
    { ...house, aeds, points: ['Tannery Yard'], hospital: 'St Osyth', route: 'Dock, then left' },
    {
      aiders: ['Ruth Amari'],
    },
  )
  expect(text).toContain('Box office, code C123 (1 November 2026) pads and battery until 1 May 2027')
  expect(text).toContain('Dock PADS OR BATTERY OUT OF DATE since 25 November 2026')
  for (const one of ['Ruth Amari', 'Tannery Yard', 'St Osyth', 'Dock, then left']) expect(text).toContain(one)
  const demo = page({ ...house, aeds, points: ['Tannery Yard'], invented: true }, { aiders: ['Ruth Amari'] })
  expect(demo).not.toMatch(/Ruth Amari|Tannery Yard|Dock PADS/)
})

test('INCIDENT-40: earlier drills stand on the drill’s page for who may read them, and on no other', () => {
  const drills = drillTable([])
  expect(page(house, { drill: true, drills })).toContain('No drill is written down yet.')
  expect(page(house, { drill: false, drills })).not.toContain('Drills so far')
  expect(page(house, { drill: true })).not.toContain('Drills so far')
})

test('INCIDENT-84: a device whose place is known says which telephone is the nearest from there; elsewhere it says to take the nearest', () => {
  const phones = [{ place: id<'place'>('sl1'), nearest: 'Prompt corner' }]
  const at = (here: string | null) => page({ ...house, phones }, { here })
  expect(at('sl1')).toContain('the nearest telephone from here is Prompt corner')
  for (const here of ['sr1', null]) expect(at(here)).toContain('take the nearest telephone')
  expect(page({ ...house, phones, invented: true }, { here: 'sl1' })).not.toContain('Prompt corner')
  const safety = { phones: [{ place: 'Prompt corner', near: 'SL1, SL2' }, { place: 'Dock' }] }
  expect(['sl1', 'SL2', 'SL', 'DR4'].map((code) => nearestPhone(safety, code))).toEqual([
    ...['Prompt corner', 'Prompt corner'],
    ...[null, null],
  ])
})
