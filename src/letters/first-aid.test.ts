// First aid on the card: there before any script, behind the beat, never hidden, with whose word it is.

import { expect, test } from 'vitest'
import { markedShow } from '../../test/kit/marked.ts'
import { packsFor } from '../core/incident/packs.ts'
import { careDeeds } from '../core/incident/record.ts'
import { id } from '../core/kit/ids.ts'
import { incidentCardOf } from '../core/night/incident-section.ts'
import type { Trainer } from '../core/show/trainer.ts'
import { wordsIn } from '../words/words.ts'
import { incidentPage } from './incident-page.ts'

const words = wordsIn('en-GB')
const { firstAid: said } = words
type Parts = { trainer?: Trainer | null; country?: 'GB' | 'US'; invented?: boolean; today?: string }
function page({ today = '2026-11-26', ...parts }: Parts = {}): string {
  const card = { ...incidentCardOf(markedShow), ...{ country: 'GB' as const, trainer: null }, ...parts }
  const locale = card.country === 'US' ? 'en-US' : 'en-GB'
  return incidentPage({ card, words: wordsIn(locale), locale, today, drill: false })
}
const section = (text: string): string =>
  text.slice(text.indexOf('<section id="first-aid"'), text.indexOf('<section id="clear"'))
const count = (text: string, part: string): number => text.split(part).length - 1

test('INCIDENT-75: the packs stand behind the beat and before danger, each opened without a script, in under 30 kB', () => {
  const text = page()
  expect(text.indexOf('id="cpr"')).toBeLessThan(text.indexOf('id="first-aid"'))
  const own = section(text)
  expect(count(own, '<details><summary>')).toBe(packsFor('GB').length)
  expect(own).not.toMatch(/<details open|on(?:click|toggle)=|href=|tel:|<script/)
  expect(new TextEncoder().encode(text).length).toBeLessThan(30_000)
  expect(text).toMatch(/\.incident summary,[^{]*\{[^}]*min-height:72px/)
})

test('INCIDENT-75: all of it stands on the card of a house that said nothing, of a demo and where no show is', () => {
  const none = incidentPage({ card: null, words, locale: 'en-GB', today: null, drill: true })
  for (const text of [page(), page({ invented: true }), none])
    for (const { steps } of packsFor('GB'))
      for (const step of steps) expect(section(text)).toContain(said.steps[step])
})

test('INCIDENT-73: what differs for a child stands in each pack, shown by one touch that needs no script', () => {
  const text = page()
  expect(count(section(text), 'class="of-child"')).toBe(packsFor('GB').length)
  expect(text).toContain('.for-child:not(:checked)~details .of-child{display:none}')
  expect(section(text)).toContain(said.steps.childFirstBreaths)
  const american = section(page({ country: 'US' }))
  expect(american).not.toContain(said.steps.childFirstBreaths)
  expect(american).toContain('for 5 to 20 minutes')
  expect(american).toContain('American Heart Association and American Red Cross, November 14, 2024.')
})

test('INCIDENT-74: under each pack whose word it is: named, old, for other words, or nobody’s; nothing is hidden for it', () => {
  const packs = packsFor('GB').length
  const steps = (text: string) => section(text).match(/<li>[^<]*/g)
  expect(count(section(page()), said.notSigned)).toBe(packs)
  const trainer = { name: 'Ines <b>', on: '2026-11-26' }
  const signed = page({ trainer })
  expect(count(section(signed), 'Signed for by Ines &lt;b&gt;, 26 November 2026.')).toBe(packs)
  expect(section(signed)).not.toContain(said.notSigned)
  const old = section(page({ trainer, today: '2027-11-27' }))
  expect(count(old, 'more than a year ago')).toBe(packs)
  const before = page({ trainer: { ...trainer, on: '2026-11-25' } })
  expect(count(section(before), 'before these words were changed')).toBe(packs)
  // A demo’s trainer is nobody of this building.
  expect(count(section(page({ trainer, invented: true })), said.notSigned)).toBe(packs)
  expect([page(), before].map(steps)).toEqual([steps(signed), steps(signed)])
})

test('INCIDENT-76: one touch in each pack writes down that it was begun, and stands nowhere else', () => {
  const text = page()
  for (const deed of careDeeds) {
    expect(count(text, `data-deed="${deed}"`)).toBe(1)
    expect(section(text)).toContain(`data-deed="${deed}">${words.card.deeds[deed]}<`)
  }
})

test('INCIDENT-72: short sentences; nothing to take, nobody left alone, no vomiting, nothing by mouth, containers to the crew', () => {
  for (const language of ['en-GB', 'en-US'] as const) {
    const all = Object.values(wordsIn(language).firstAid.steps)
    for (const one of all) {
      expect([one, one.length <= 140]).toEqual([one, true])
      expect(one).not.toMatch(/\b(?:aspirin|tablets?|dose|\d+ ?m[gl]|medicine|charcoal|milk|salt)\b/i)
    }
  }
  const { noVomiting, neverAlone, containers, gasping } = said.steps
  expect(noVomiting).toBe('No vomiting. Nothing by mouth.')
  expect(neverAlone).toMatch(/^Never leave them alone/)
  expect(containers).toContain('go with the crew')
  expect(gasping).toMatch(/^Gasping.*not normal breathing/)
})

test('INCIDENT-83: who is in distress and not down is stayed with, in the words of the concern, and nothing of it is written', () => {
  const text = page()
  const own = text.slice(text.indexOf('<details id="stay-with"'), text.indexOf('<section id="clear"'))
  for (const line of Object.values(words.stays.lines)) expect(own).toContain(`<li>${line}`)
  expect(own).toContain(words.stays.notApproved)
  expect(own).not.toMatch(/data-deed|<button|<input|<textarea/)
  expect(section(incidentPage({ card: null, words, locale: 'en-GB', today: null, drill: true }))).toContain(
    words.stays.card,
  )
})

test('INCIDENT-75: a house that said all of itself has a page under 30 kB too, in either country, drill or not', () => {
  const help = {
    ...{ number: '999', confirmedBy: 'Ruth Amari', confirmedOn: '2026-11-01', outsideLine: '9' },
    ...{ entrance: 'Scene dock, door 4, in Mill Street', meets: 'Front of house', keys: 'Stage door' },
    ...{ codedCall: 'Mr Lamp to the left', deadSpots: 'Trap', telephones: 'Stage door, prompt corner' },
    ...{ approvedBy: 'Ned Ash', approvedOn: '2026-11-01' },
  } as const
  for (const country of ['GB', 'US'] as const)
    for (const drill of [false, true]) {
      const full = incidentPage({
        card: {
          ...{ country, timeZone: 'Europe/London', venue: 'Corn Hall', address: '4 Tannery Lane' },
          ...{ noSignal: ['Trap (T)'], help, invented: false, route: 'By Mill Street', hospital: 'Royal' },
          ...{ points: ['Car park', 'Green'], kits: ['Stage left', 'Box office', 'Workshop'], trainer: null },
          phones: [{ place: id<'place'>('sl1'), nearest: 'Stage door, by the board' }],
          aeds: [{ place: 'Box office', code: 'C123', checked: '2026-11-01', until: '2027-11-01' }],
        },
        ...{ words: wordsIn(country === 'GB' ? 'en-GB' : 'en-US'), locale: 'en', today: '2026-11-26', drill },
        here: 'sl1',
        aiders: ['Ann Ash', 'Bo Birch', 'Cy Cole'],
      })
      expect(new TextEncoder().encode(full).length, country).toBeLessThan(30_000)
    }
})
