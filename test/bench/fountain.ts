// Reading Fountain: how much longer ten times as much of the same takes, whatever its signs: `npm run bench -- fountain`.

import { readFountain } from '../../src/formats/fountain/read-play.ts'

const SMALL = 4_000
const TIMES_LARGER = 10
/** What the issue asks: ten times as much takes at most so many times as long. */
const RATIO_MAX = 15
const REPEATS = 25
/** Within the bound of a line. */
const ROW = 19_000

const kinds: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'*_[]/()#=.~>@^!: \\AÉ1'].map((sign) => [`“${sign}”`, sign])),
  ...{
    'a note begun': '[[',
    'a part begun': '/*',
    'a mark begun': '*a ',
    'underlined, begun': '_a ',
    'a tag': ' #a',
  },
  ...{ 'a name and blanks': 'JOHN                   ', 'a bracket begun': 'JOHN (', continued: "(CONT'D) " },
  ...{
    'lines with a name': 'JOHN\nhere\n\n',
    'lines of action': 'He goes.\n',
    'empty lines': '\n',
    'two blanks': '  \n',
  },
  ...{ centred: '> here <\n', headings: 'INT. HERE\n\n', sections: '# Here\n', 'title page': 'Key: value\n' },
}

const rows = (text: string): string => (text.match(new RegExp(`[^]{1,${ROW}}`, 'g')) ?? []).join('\n')
const filled = (piece: string, length: number): string =>
  rows(piece.repeat(Math.ceil(length / piece.length)).slice(0, length))

function best(text: string): number {
  const took = Array.from({ length: REPEATS }, () => {
    const began = performance.now()
    readFountain(text)
    return performance.now() - began
  })
  return Math.min(...took)
}

let worst = 0
for (const [name, piece] of Object.entries(kinds)) {
  const spoken = 'JOHN\nHere.\n\n'
  const small = best(spoken + filled(piece, SMALL))
  const large = best(spoken + filled(piece, SMALL * TIMES_LARGER))
  // Below this a clock tells nothing.
  const ratio = large / Math.max(small, 0.02)
  worst = Math.max(worst, ratio)
  process.stdout.write(`${name}: ${small.toFixed(3)} ms, ${large.toFixed(3)} ms, ${ratio.toFixed(1)} times\n`)
}
process.stdout.write(`the worst: ${worst.toFixed(1)} times, allowed ${RATIO_MAX}\n`)
process.exitCode = worst > RATIO_MAX ? 1 : 0
