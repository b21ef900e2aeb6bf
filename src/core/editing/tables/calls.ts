// The calls before an act as a table: the country's, until somebody says what this house calls, and when.

import { accepted, type Result, refused } from '../../kit/result.ts'
import { callTable } from '../../show/call-tables.ts'
import type { Call } from '../../show/countries/pack.ts'
import { OWN_CALLS_MAX, type OwnCalls } from '../../show/own-calls.ts'
import type { Show } from '../../show/show.ts'
import { asSeconds, readSeconds } from '../lengths.ts'
import type { Said, TableRules, Written } from './table.ts'

const WORDS_LENGTH_MAX = 60
/** Nobody is called a day before. */
const SECONDS_MAX = 4 * 3_600
const acts = { first: 'first act', later: 'later acts' } as const
type When = keyof typeof acts

export const callsTable: TableRules = {
  columns: { act: 'before which act', words: 'call', before: 'how long before' },
  about: ['act', 'words'],
  lines: (show) => {
    const calls = callsOf(show)
    return (['first', 'later'] as const).flatMap((when) =>
      calls[when].map((call) => ({
        id: `${when} ${call.id}`,
        cells: { act: acts[when], words: call.words, before: asMinutes(call.secondsBeforeUp) },
      })),
    )
  },
  usual: (_show, cells) => {
    const { act, before, ...rest } = cells
    const [when, seconds] = [whenOf(act ?? ''), secondsOf(before ?? '')]
    return {
      ...rest,
      ...(act === undefined ? {} : { act: when ? acts[when] : act.trim() }),
      ...(before === undefined ? {} : { before: seconds === null ? before.trim() : asMinutes(seconds) }),
    }
  },
  write,
  remove: (show, row) => {
    const [when, ...rest] = row.split(' ')
    const calls = callsOf(show)
    return kept(
      show,
      when === 'first'
        ? { ...calls, first: calls.first.filter(({ id }) => id !== rest.join(' ')) }
        : { ...calls, later: calls.later.filter(({ id }) => id !== rest.join(' ')) },
    )
  },
}

const callsOf = ({ country, calls }: Show): OwnCalls => {
  const { firstAct, laterActs } = callTable(country)
  return calls?.country === country ? calls : { country, first: firstAct, later: laterActs }
}

const asMinutes = (seconds: number): string =>
  seconds % 60 === 0 ? `${seconds / 60} min` : asSeconds(seconds)

/** A bare number is minutes here: so calls are spoken of. */
function secondsOf(said: string): number | null {
  const text = said.trim()
  return /^\d{1,3}$/.test(text) ? Number(text) * 60 : text === '' ? null : readSeconds(text)
}

function whenOf(said: string): When | null {
  const word = said.trim().toLowerCase()
  if (/^(?:1|first|first act|act (?:1|one|i))$/.test(word)) return 'first'
  return /^(?:2|later|later acts?|other acts|act (?:2|two|ii))$/.test(word) ? 'later' : null
}

function write(show: Show, row: string | null, said: Said): Result<Written> {
  if (row !== null && said.isAsBefore('act', 'words', 'before')) return accepted({ show, id: row })
  const when = whenOf(said.cell('act'))
  if (when === null) return said.wrong('act', 'say “first act” or “later acts”.')
  const words = said.cell('words')
  if (words === '' || words.length > WORDS_LENGTH_MAX)
    return said.wrong('words', `say what is called, in at most ${WORDS_LENGTH_MAX} characters.`)
  const seconds = secondsOf(said.cell('before'))
  if (seconds === null || seconds > SECONDS_MAX)
    return said.wrong('before', `“${said.cell('before')}” is no time: write 35, for minutes, or 7:30.`)
  const calls = callsOf(show)
  const old = row === null ? undefined : row.slice(row.indexOf(' ') + 1)
  // Called as it is in the country it is that call, whatever its time: the half stays the half.
  const { firstAct, laterActs } = callTable(show.country)
  const known = when === 'first' ? firstAct : laterActs
  const usual = known.find((call) => spoken(call.words) === spoken(words))
  const id = old ?? usual?.id ?? idOf(words)
  const others = (list: readonly Call[], of: When) => list.filter((call) => `${of} ${call.id}` !== row)
  const lists = { first: others(calls.first, 'first'), later: others(calls.later, 'later') }
  if (lists[when].some((call) => call.id === id || spoken(call.words) === spoken(words)))
    return said.wrong('words', `${words} is there already.`)
  const made = [...lists[when], { id, words, secondsBeforeUp: seconds }]
  const sorted = made.toSorted((one, other) => other.secondsBeforeUp - one.secondsBeforeUp)
  const done = kept(show, { ...calls, ...lists, [when]: sorted })
  return done.ok ? accepted({ show: done.value, id: `${when} ${id}` }) : done
}

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s+/g, ' ').trim()

const idOf = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'call'

/** What the plan counts on stays: the call at which everybody is to be in the house, and the one that brings people to the stage. */
function kept(show: Show, calls: OwnCalls): Result<Show> {
  const { firstAct, laterActs } = callTable(show.country)
  const half = firstAct[0]
  if (half && !calls.first.some(({ id }) => id === half.id))
    return refused('counted-on', `${half.words} stays in the table: whoever is not in by then is looked for.`)
  for (const [list, usual] of [
    [calls.first, firstAct.at(-1)],
    [calls.later, laterActs.at(-1)],
  ] as const)
    if (usual && list.at(-1)?.id !== usual.id)
      return refused('counted-on', `${usual.words} is the last call: it brings those who begin to the stage.`)
  if ([calls.first, calls.later].some((list) => list.length > OWN_CALLS_MAX))
    return refused('many', `At most ${OWN_CALLS_MAX} calls before an act.`)
  return accepted({ ...show, calls })
}
