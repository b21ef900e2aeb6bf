// Somebody is being cared for, and it is told: permissions, calls, statements and notices, pressed by name, without server or log.

import type { Viewer } from '../../src/core/disclosure/policy.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant, minutes } from '../../src/core/kit/time.ts'
import type { Asked, Facts, NoticeEvent } from '../../src/core/notice/commands.ts'
import { applyNotice, decideNotice } from '../../src/core/notice/notice.ts'
import { noticeSection } from '../../src/core/notice/section.ts'
import { emptyNotices } from '../../src/core/notice/state.ts'
import type { PersonId } from '../../src/core/show/show.ts'
import { aViewer } from './nights.ts'
import { aPerson } from './shows.ts'

export const person = (name: string) => id<'person'>(name)
const names = ['mia', 'ivo', 'nell', 'dot', 'sal', 'cleo']
const people = names.map((name) => ({
  ...aPerson(name, name),
  name: `${name[0]?.toUpperCase()}${name.slice(1)}`,
}))
export const cm = aViewer('CM', { person: 'cleo' })
export const sm = aViewer('SM', { person: 'sal' })
export const dot = aViewer('perf', { person: 'dot' })
export const nell = aViewer('perf', { person: 'nell' })
export const director = aViewer('dir')

/** As it stands in this test; the clock is the test's to move. */
export const here = {
  state: emptyNotices,
  logged: [] as NoticeEvent[],
  now: instant(0),
  commander: null as PersonId | null,
  family: null as PersonId | null,
}
let count = 0

/** Nothing was said yet, and it is ten in the evening. */
export function begin(): void {
  here.state = emptyNotices
  here.logged = []
  here.now = instant(Date.UTC(2031, 5, 6, 20, 0, 0))
  here.commander = here.family = null
}

export const facts = (text = 'the words'): Facts => ({
  people,
  text,
  commands: (who) => who === here.commander,
  speaksFor: (who) => who === here.family,
})

/** 'done', or the code of why not. A refusal changes nothing. */
export function says(asked: Asked, by: Viewer, text?: string): string {
  const decided = decideNotice(here.state, { ...asked, facts: facts(text) }, { at: here.now, by })
  if (!decided.ok) return decided.refusal.code
  for (const event of decided.value) {
    here.logged.push(event)
    here.state = applyNotice(here.state, { ...event, detail: event.detail ?? null })
  }
  return 'done'
}

export const fresh = (what: string) => {
  count += 1
  return `${what}-${count}-of-a-test`
}
export const MATTER = 'matter-of-a-test'
export const open = (by = cm) => says({ name: 'matter.open', id: MATTER, person: person('mia') }, by)
export type Given = Extract<Asked, { name: 'permission.give' }>
export const permits = (item: Given['item'], parts: Partial<Given> = {}, by = cm) => {
  const given = {
    item,
    audience: 'company',
    words: 'in these words',
    giver: 'themself',
    from: 'Mia',
    how: 'face-to-face',
  }
  return says(
    {
      name: 'permission.give',
      id: fresh('permission'),
      matter: MATTER,
      by: 'Cleo',
      ...given,
      ...parts,
    } as Given,
    by,
  )
}
export const adds = (
  called: string,
  may: 'everything' | 'nothing' | 'please-call' = 'everything',
  by = cm,
) => {
  const contact = fresh('contact')
  const told = says(
    { name: 'contact.add', id: contact, matter: MATTER, called, relation: '', phone: '555', may },
    by,
  )
  return { contact, told }
}
export type Ring = Extract<Asked, { name: 'contact.ring' }>
export const rings = (contact: string, outcome: Ring['outcome'], parts: Partial<Ring> = {}, by = cm) =>
  says(
    {
      name: 'contact.ring',
      id: fresh('call'),
      matter: MATTER,
      contact,
      outcome,
      by: 'Cleo',
      againMinutes: null,
      reason: '',
      ...parts,
    },
    by,
  )
export const settles = (why: 'they-said-so' | 'their-people-asked' = 'they-said-so') =>
  says({ name: 'contacts.settle', matter: MATTER, why, by: 'Cleo' }, cm)
export type Release = Extract<Asked, { name: 'statement.release' }>
export const releases = (said: Release['items'], parts: Partial<Release> = {}, by = cm) =>
  says(
    {
      name: 'statement.release',
      id: fresh('statement'),
      matter: MATTER,
      audience: 'company',
      channel: 'by-mail',
      items: said,
      by: 'Cleo',
      ...parts,
    },
    by,
  )
export type Write = Extract<Asked, { name: 'notice.write' }>
export const writes = (parts: Partial<Write> = {}, by = cm, text?: string) => {
  const notice = fresh('notice')
  const plain = {
    matter: MATTER,
    template: 'cared-for',
    items: ['cared-for'],
    words: '',
    ask: '',
    closest: [],
    privacy: null,
  }
  return { notice, told: says({ name: 'notice.write', id: notice, ...plain, ...parts } as Write, by, text) }
}
export const general = (words: string, parts: Partial<Write> = {}, by: Viewer = sm) =>
  writes({ matter: null, template: 'general', items: [], words, ...parts }, by, words)
type Say = Extract<Asked, { name: 'line.say' }>
export const lines = (kind: Say['kind'], parts: Partial<Say> = {}, by = sm) =>
  says(
    {
      name: 'line.say',
      id: fresh('line'),
      kind,
      what: '',
      from: '',
      cover: null,
      nextMinutes: null,
      ...parts,
    },
    by,
    `the words of ${kind}`,
  )
export const widens = (notice: string, anyway = '', by = cm) =>
  says({ name: 'notice.widen', notice, anyway }, by)
export const tells = (notice: string, whom: string, by = cm) =>
  says({ name: 'notice.tell', notice, people: [person(whom)], by: 'Ivo' }, by)
export const reads = (notice: string, by: Viewer) => says({ name: 'notice.read', notice }, by)

export const sees = (viewer: Viewer) =>
  noticeSection(here.state, viewer, { ...facts(), timeZone: 'Europe/London', now: here.now })
export const pageOf = (viewer: Viewer) => sees(viewer)?.matters[0]
export const passes = (hours: number) => {
  here.now = instant(here.now + minutes(60 * hours))
}
