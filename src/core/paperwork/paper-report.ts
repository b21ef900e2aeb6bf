// Reads what a paper report says, a fact on each line, in the words that people write it in.

import { callsBefore } from '../show/call-tables.ts'
import type { Country } from '../show/show.ts'

/** Seconds after midnight; to the minute where no seconds were written. */
export type PaperTime = { readonly seconds: number; readonly toTheMinute: boolean }

export type PaperFact =
  | { readonly kind: 'act'; readonly act: number; readonly end: 'up' | 'down'; readonly at: PaperTime }
  | { readonly kind: 'call'; readonly act: number; readonly call: string; readonly at: PaperTime }
  | { readonly kind: 'cue'; readonly cue: string; readonly outcome: 'late' | 'missed' | 'early' }

export type PaperReading = {
  readonly facts: readonly PaperFact[]
  readonly wrong: readonly { readonly line: number; readonly text: string }[]
}

export const PAPER_TEXT_MAX = 8_000
export const PAPER_LINES_MAX = 300

/** Lines that say nothing yet ("Act 1 up") are passed over; what is not understood is told by its line. */
export function readPaper(text: string, country: Country): PaperReading {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const read = lines.map((line) => ({ line, fact: isBlank(line) ? null : factOf(line, country) }))
  return {
    facts: read.flatMap(({ fact }) => (fact === null || fact === 'wrong' || fact === 'open' ? [] : [fact])),
    wrong: read.flatMap(({ line, fact }, index) =>
      fact === 'wrong' ? [{ line: index + 1, text: line.slice(0, 60) }] : [],
    ),
  }
}

const isBlank = (line: string): boolean => line === '' || line.startsWith('#')

function factOf(line: string, country: Country): PaperFact | 'wrong' | 'open' {
  const at = timeIn(line)
  const act = Number(/\bact\s*(\d{1,2})\b/i.exec(line)?.[1] ?? 1)
  const end = /\b(up|down)\b/i.exec(line)?.[1]?.toLowerCase()
  if (end === 'up' || end === 'down') return at === null ? open(line) : { kind: 'act', act, end, at }
  const call = callIn(line, country, act)
  if (call !== null) return at === null ? open(line) : { kind: 'call', act, call, at }
  const outcome = /\b(late|missed|early)\b/i.exec(line)?.[1]?.toLowerCase()
  // "LX 24", "LX24", and numbers that begin with a letter.
  const rest = line.replace(/\b(?:late|missed|early)\b/gi, ' ')
  const cue = /\b([A-Za-z]{1,12})(?:\s*|\s+(?=[A-Za-z]{1,4}\d))([A-Za-z]{0,4}\d[\w.]*)\b/.exec(rest)
  if (cue && (outcome === 'late' || outcome === 'missed' || outcome === 'early'))
    return { kind: 'cue', cue: `${cue[1]?.toUpperCase()} ${cue[2]?.toUpperCase()}`, outcome }
  return 'wrong'
}

/** "Act 1 up" without a time is a line that waits to be filled in; "Act 1 up 25:99" is a slip. */
const open = (line: string): 'open' | 'wrong' => (/\d[:.]\d|\d{3,}/.test(line) ? 'wrong' : 'open')

function callIn(line: string, country: Country, act: number): string | null {
  const said = line.toLowerCase()
  const named = callsBefore(country, act).find(({ id, words }) =>
    [id, words.toLowerCase(), words.toLowerCase().replace(/^the /, '')].some((name) =>
      new RegExp(`\\b${name}\\b`).test(said),
    ),
  )
  return named?.id ?? null
}

/** "19:32", "19.32", "7:32 pm", "19:32:05". */
function timeIn(line: string): PaperTime | null {
  const found = /\b(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap])?\.?m?\b/i.exec(line)
  if (!found) return null
  const [, hour = '', minute = '', second, half] = found
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null
  return {
    seconds: hours * 3600 + Number(minute) * 60 + Number(second ?? 0),
    toTheMinute: second === undefined,
  }
}
