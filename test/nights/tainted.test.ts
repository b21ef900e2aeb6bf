// Whole nights by seeded dice with a taint in everything sealed and private: found nowhere but where the written matrix has it.

import { expect, test } from 'vitest'
import { formsOf, playTainted, type Taint, type Tainted, taintOf, taints } from '../kit/tainted-night.ts'

/** In a run; `npm run soak taint` plays more, `GHOSTLIGHT_SEED` plays one. */
const NIGHTS = 3
const asked = (name: string): number | null =>
  process.env[name] === undefined ? null : Number(process.env[name])
const only = asked('GHOSTLIGHT_SEED')
const first = only ?? asked('GHOSTLIGHT_FROM') ?? 1
const nights = only === null ? (asked('GHOSTLIGHT_NIGHTS') ?? NIGHTS) : 1

/** Typed by hand from the matrix of roles. A copy and the record hold what is private until it is closed; an export of a performance holds none. */
const mayHear: Readonly<Record<Taint, readonly string[]>> = {
  sealed: [],
  // The page is about the performer, who reads what is theirs of it (RELEASE-15).
  contact: ['CM', 'perf'],
  permitted: ['SM', 'CM', 'perf'],
  accident: ['SM', 'CM', 'dept'],
  'near-miss': ['SM', 'CM', 'perf'],
  incident: ['caller', 'SM', 'CM'],
  ask: ['perf', 'ASM'],
}
/** The record and copies elsewhere; nothing that lies beside the record. */
const RECORD = /^data\/ghostlight\.db|^kept-elsewhere\/(?:copy-|at-the-end)/
const mayLie: Readonly<Record<Taint, RegExp | null>> = {
  sealed: null,
  // Closed at the end, so no more in the record then; in copies that were made before.
  contact: /^kept-elsewhere\/copy-/,
  permitted: RECORD,
  accident: RECORD,
  'near-miss': RECORD,
  incident: RECORD,
  ask: RECORD,
}

/** Every place where it stands and may not, named. */
function astray({ seed, heard, printed, files, inIncidents }: Tainted): readonly string[] {
  return taints.flatMap((what) => {
    const forms = formsOf(taintOf(seed, what))
    const holds = (text: string) => forms.some((form) => text.includes(form))
    // The copy that stage management is sent is the record itself.
    const isIn = (role: string) => inIncidents.has(`mark-person-${role}`)
    const isCopy = (role: string) => role === 'SM' && what !== 'sealed'
    return [
      ...[...heard].flatMap(([role, text]) =>
        holds(text) && !mayHear[what].includes(role) && !isCopy(role) && !(what === 'incident' && isIn(role))
          ? [`${what} heard by ${role}`]
          : [],
      ),
      ...(holds(printed) ? [`${what} printed`] : []),
      ...[...files].flatMap(([name, text]) =>
        holds(text) && mayLie[what]?.test(name) !== true ? [`${what} in ${name}`] : [],
      ),
    ]
  })
}

test('DISCLOSURE-15: on whole nights what is sealed is nowhere at all, and what is private where the matrix has it', async () => {
  const wrong: string[] = []
  let deeds = 0
  for (let seed = first; seed < first + nights; seed += 1) {
    const night = await playTainted(seed)
    deeds += night.deeds
    expect([seed, [...night.found].toSorted()]).toEqual([seed, [...taints].toSorted()])
    for (const one of astray(night))
      wrong.push(
        `Night ${seed}: ${one}. Again: GHOSTLIGHT_SEED=${seed} npx vitest run --project nights tainted`,
      )
  }
  console.log(`${nights} nights from seed ${first}, ${deeds} deeds in them: ${wrong.length} astray`)
  expect(wrong).toEqual([])
})

test('DISCLOSURE-15: the search finds what is there, in each of its forms', () => {
  const text = taintOf(7, 'sealed')
  for (const before of ['', 'a', 'ab'])
    for (const coding of ['base64', 'hex', 'utf16le', 'latin1'] as const) {
      const bytes =
        coding === 'utf16le'
          ? Buffer.from(`${before}${text}.`, 'utf16le').toString('latin1')
          : Buffer.from(`${before}${text}.`).toString(coding)
      expect([coding, before, formsOf(text).some((form) => bytes.includes(form))]).toEqual([
        coding,
        before,
        true,
      ])
    }
})
