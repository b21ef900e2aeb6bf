// Ways of spoiling a file as text, as disks, mail programs and editors do.

import type { Dice } from '../../src/core/kit/dice.ts'
import type { Mutation } from './mutate.ts'

const at = (text: string, throws: Dice) => throws.whole(0, text.length - 1)

const replaced = (text: string, from: number, length: number, by: string) =>
  text.slice(0, from) + by + text.slice(from + length)

/** Something done at one of the places where the pattern stands. */
function atOne(text: string, throws: Dice, pattern: RegExp, by: (found: string) => string): string {
  const places = [...text.matchAll(pattern)]
  const place = throws.pick(places)
  return replaced(text, place.index, place[0].length, by(place[0]))
}

const numbers = /(?<=: )-?\d+(?:\.\d+)?/g
const members = /"[^"\n]*": (?=["\d])/g

/** For a file of any kind. */
export const plainKinds: Readonly<Record<string, Mutation>> = {
  truncated: (text, throws) => text.slice(0, at(text, throws)),
  'beginning lost': (text, throws) => text.slice(at(text, throws) + 1),
  'character changed': (text, throws) =>
    replaced(text, at(text, throws), 1, String.fromCharCode(throws.whole(0, 0x17f))),
  'bit flipped': (text, throws) => {
    const place = at(text, throws)
    return replaced(text, place, 1, String.fromCharCode(text.charCodeAt(place) ^ (1 << throws.whole(0, 7))))
  },
  'piece lost': (text, throws) => replaced(text, at(text, throws), throws.whole(1, 40), ''),
  'piece doubled': (text, throws) => {
    const place = at(text, throws)
    const piece = text.slice(place, place + throws.whole(1, 40))
    return replaced(text, place, 0, piece)
  },
  'line lost': (text, throws) => atOne(text, throws, /\n[^\n]*(?=\n)/g, () => ''),
  'lines swapped': (text, throws) => {
    const lines = text.split('\n')
    const [one, other] = [throws.whole(0, lines.length - 1), throws.whole(0, lines.length - 1)]
    ;[lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? '']
    return lines.join('\n')
  },
  'quotation mark lost': (text, throws) => atOne(text, throws, /"/g, () => ''),
  'byte order mark': (text) => `\uFEFF${text}`,
  'lines of another system': (text) => text.replaceAll('\n', '\r\n'),
}

/** For JSON. */
export const textKinds: Readonly<Record<string, Mutation>> = {
  ...plainKinds,
  'curly quotation mark': (text, throws) => atOne(text, throws, /"/g, () => '“'),
  'comma lost': (text, throws) => atOne(text, throws, /,/g, () => ''),
  'comma too many': (text, throws) => atOne(text, throws, /[}\]]/g, (brace) => `,${brace}`),
  'comment added': (text, throws) => atOne(text, throws, /,\n/g, (end) => `, // check this${end.slice(1)}`),
  'field doubled': (text, throws) => atOne(text, throws, members, (member) => `${member}"twice", ${member}`),
  '__proto__ added': (text, throws) =>
    atOne(text, throws, /\{ ?(?=")/g, (brace) => `${brace}"__proto__": { "minor": true }, `),
  'number as word': (text, throws) =>
    atOne(text, throws, numbers, () =>
      throws.pick(['NaN', 'Infinity', '-Infinity', 'undefined', '0x10', '1_000']),
    ),
  'number too large': (text, throws) =>
    atOne(text, throws, numbers, () => throws.pick(['1e999', '-1e400', '1e21'])),
  'number misspelt': (text, throws) =>
    atOne(text, throws, numbers, (number) =>
      throws.pick([`0${number}`, `${number}.`, `+${number}`, `--${number}`]),
    ),
  'too deep': (text, throws) => {
    const depth = throws.whole(65, 20_000)
    return atOne(text, throws, numbers, () => '['.repeat(depth) + ']'.repeat(depth))
  },
  'text far too long': (text, throws) =>
    atOne(
      text,
      throws,
      members,
      (member) => `${member}"${'x'.repeat(throws.whole(5_000, 200_000))}", "rest": `,
    ),
  'file far too large': (text, throws) => `${text}${' '.repeat(throws.whole(8, 9) * 1024 * 1024)}`,
  'control character': (text, throws) =>
    atOne(
      text,
      throws,
      members,
      (member) => `"${String.fromCharCode(throws.whole(0, 31))}${member.slice(1)}`,
    ),
  'blanks added': (text, throws) => atOne(text, throws, /\n/g, () => ' \n\t\n   '),
}
