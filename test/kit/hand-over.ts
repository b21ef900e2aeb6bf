// The records of one incident for its sheet: as a crew is handed it, with names in seven alphabets, and the longest there may be.

import { RECORDS_MAX, WORDS_MAX } from '../../src/core/incident/incident.ts'
import {
  type About,
  abouts,
  type Bound,
  bounds,
  type DeedName,
  type IncidentRecord,
  type What,
} from '../../src/core/incident/record.ts'
import { NOON, only, said, tell, told } from './incidents.ts'

export const namesAbroad = [
  ...['Łucja Żółkiewska', 'Ελένη Καλογήρου', 'Юрий Щербаков', 'Nguyễn Thị Phượng'],
  ...['فاطمة الزهراء', '王小明'],
] as const
const [polish, greek, cyrillic, vietnamese, arabic, chinese] = namesAbroad

const minute = (count: number) => NOON + count * 60_000
const at = (count: number) => ({ happened: { from: minute(count), to: minute(count) } })
const words = (about: About, text: string, witness: string): What => ({ kind: 'words', about, text, witness })
const known = (bound: Bound, witness: string, doing: string): What => ({
  kind: 'known',
  bound,
  witness,
  doing,
})
const done = (deed: DeedName): What => ({ kind: 'done', deed })

/** A crew member and a cardiac arrest, without cause or manner. */
export function theRecord(): readonly IncidentRecord[] {
  const all: readonly (readonly [number, What])[] = [
    [0, { kind: 'opened', place: 'Dock door', how: 'hold' }],
    [-21, known('last-seen', polish, 'carrying a case to the dock')],
    [-24, known('last-spoken-with', greek, '“see you at the get-out”')],
    [-1, known('found', vietnamese, 'going to the dock for the next case')],
    [0, done('call-made')],
    [1, done('connected')],
    [1, done('cpr-started')],
    [3, done('aed-on')],
    [4, done('shock')],
    [9, done('crew-at-patient')],
    [1, words('who-they-are', `${chinese}, crew`, cyrillic)],
    [1, words('age', 'about 40', cyrillic)],
    [1, words('what-happened', 'found on the floor, nobody saw it begin', vietnamese)],
    [2, words('signs', 'not awake, not breathing normally', vietnamese)],
    [4, words('treatment', 'CPR from 12:01, one shock at 12:04', polish)],
    [6, words('found-beside', 'مكتوب على العلبة: Lisinopril 10 mg', arabic)],
    [8, words('goes-with-them', `${arabic} goes along, bag and keys with her`, greek)],
  ]
  return only(told(all.map(([count, what]) => said(what, minute(count), at(count))))).records
}

/** Everything that may be written, and as long as it may be: the sheet is one page all the same. */
export function longestRecord(): readonly IncidentRecord[] {
  const long = (sign: string) => sign.repeat(WORDS_MAX / sign.length).slice(0, WORDS_MAX)
  const texts = [long('a long word and another '), long(`${arabic} `), long('很长的话')]
  const kinds: readonly ((index: number) => What)[] = [
    ...abouts.map(
      (about) => (index: number) => words(about, texts[index % 3] ?? '', texts[(index + 1) % 3] ?? ''),
    ),
    ...bounds.map(
      (bound) => (index: number) => known(bound, texts[index % 3] ?? '', texts[(index + 2) % 3] ?? ''),
    ),
    () => done('shock'),
    () => ({ kind: 'handed-over', to: texts[0] ?? '' }),
  ]
  const all = Array.from({ length: RECORDS_MAX }, (_, index) =>
    said(kinds[index % kinds.length]?.(index) ?? done('shock'), NOON + index * 1_000),
  )
  let state = told(all.slice(0, 100))
  for (let from = 100; from < all.length; from += 100) state = tell(state, all.slice(from, from + 100))
  return only(state).records
}
