// Who can do what besides their own, in whatever columns a dance captain's spreadsheet has them.

import type { CoverRow } from '../../core/editing/edit.ts'
import { type PasteSaid, type Plot, type PlotReading, readPlot } from './plot.ts'

type Column = Extract<keyof CoverRow, string> | 'nothing'

export const readCovers = (
  text: string,
  chosen: readonly Column[] | null,
  said: PasteSaid = {},
): PlotReading<Column, CoverRow> => readPlot<Column, CoverRow>(text, chosen, plot, said)

const plot: Plot<Column, CoverRow> = {
  heads: [
    ['who', /^(who|name|person|performer|swing|cover|understudy)$/i],
    ['what', /^(what|kind|type)$/i],
    ['track', /^(track|covers|for|code|spot|part|role)$/i],
    ['item', /^(number|item|scene|song|no\.?|in)$/i],
    ['entrance', /^(entrance|moment|does)$/i],
    ['level', /^(level|how well|knows|competence|status)$/i],
    ['other', /^(with|partner|and)$/i],
    ['words', /^(which|what exactly|certificate|detail|skill)$/i],
    ['on', /^(last|last done|last on|performed|date|on)$/i],
    ['until', /^(until|expires|expiry|good until|valid until)$/i],
    ['number', /^(preference|order|rank|at most|figure|priority)$/i],
  ],
  usual: ['who', 'track', 'item', 'level', 'on', 'until'],
  nothing: 'nothing',
  read: (cell) => ({
    what: kindOf(cell('what')),
    who: cell('who'),
    track: cell('track'),
    item: cell('item'),
    entrance: cell('entrance'),
    other: cell('other'),
    level: levelOf(cell('level')),
    words: cell('words'),
    on: cell('on'),
    until: cell('until'),
    number: cell('number'),
  }),
}

const kinds: readonly (readonly [CoverRow['what'], RegExp])[] = [
  ['certificate', /certif|licen[cs]e|trained|induct/i],
  ['cleared', /clear|lift|fight|pair/i],
  ['last-resort', /last/i],
  ['at-most', /most|load|cap|max/i],
  ['does-not', /not|ban|never/i],
  ['goes-on', /lock|goes on|always/i],
  ['split', /split/i],
  ['says-yes', /approve|says yes/i],
]

const kindOf = (said: string): CoverRow['what'] => kinds.find(([, words]) => words.test(said))?.[0] ?? 'knows'

/** In the words of the trade for it; what is none of them is told by the show. */
const levels: readonly (readonly [string, RegExp])[] = [
  ['performed', /^(performed|been on|done|gone on|has been on)$/i],
  ['put-in', /^(put[- ]?in|had a put[- ]?in)$/i],
  ['rehearsed', /^(rehearsed|learned|learnt|knows|yes|y|x|✓)$/i],
  ['words', /^(words|knows words|lines|vocals only|voice)$/i],
  ['never', /^(never|no|n)$/i],
]

const levelOf = (said: string): string =>
  levels.find(([, words]) => words.test(said.trim()))?.[0] ?? said.trim()
