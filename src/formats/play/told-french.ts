// How French stage directions say who comes and goes: "Entre Lise", "Il sort", "Ils sortent", "Tous sortent", as sentences.

import type { Clause } from './told.ts'

const joiners =
  /\s*(?:[,.;:()–—]|(?<!\p{L})(?:et|puis|avec|suivie?s? de|accompagnée?s? de|ensuite)(?!\p{L}))\s*/iu
const manner =
  /(?<!\p{L})(?:dans|par|sur|en|à|au|aux|vers|pour|qui|que|seule?|sans|chez|sous|avec)(?!\p{L}).*$/iu
const enters = /(?<!\p{L})(?:r?entrent|r?entre|paraît|paraissent|arrivent?|revient|reviennent)(?!\p{L})/iu
const leaves = /(?<!\p{L})(?:sort|sortent|disparaît|disparaissent|s['’]en va|s['’]en vont)(?!\p{L})/iu

const piecesOf = (list: string): readonly string[] =>
  list
    .split(joiners)
    .map((piece) => piece.replace(manner, '').trim())
    .filter((piece) => /\p{L}/u.test(piece))

export const toldInFrench = (text: string): readonly Clause[] =>
  text.split(/(?<=[.;!?])\s+/).flatMap((sentence) => clausesIn(sentence.replace(/[()]/g, ' ').trim()))

function clausesIn(sentence: string): readonly Clause[] {
  const leaving = leaves.exec(sentence)
  if (leaving) return [exitIn(sentence.slice(0, leaving.index).trim(), leaving[0])]
  const entering = enters.exec(sentence)
  if (!entering || /\bd['’]$|\bpour $/.test(sentence.slice(0, entering.index))) return []
  const before = sentence.slice(0, entering.index).replace(/^(?:ils?|elles?)\s*$/i, '')
  const named = piecesOf(`${before}, ${sentence.slice(entering.index + entering[0].length)}`)
  return named.length === 0 ? [] : [{ way: 'in', named, meant: 'named', staying: [] }]
}

function exitIn(subject: string, verb: string): Clause {
  const out = { way: 'out', named: [], staying: [] } as const
  if (/^tous|^toutes|^tout le monde/i.test(subject)) return { ...out, meant: 'all' }
  if (/^(?:ils|elles)$/i.test(subject)) return { ...out, meant: 'they' }
  if (/^il$/i.test(subject)) return { ...out, meant: 'speaker', sex: 'MALE' }
  if (/^elle$/i.test(subject)) return { ...out, meant: 'speaker', sex: 'FEMALE' }
  const named = piecesOf(subject)
  if (named.length > 0) return { ...out, named, meant: 'named' }
  return { ...out, meant: /ent$|vont$/i.test(verb) ? 'they' : 'speaker' }
}
