// How German stage directions say who comes and goes: "Es treten auf …", "Macbeth tritt auf", "Er geht ab", "Alle ab".

import type { Clause } from './told.ts'

const joiners =
  /\s*(?:[,.;:()–—]|(?<!\p{L})(?:und|u\.|nebst|sowie|mit|begleitet von|gefolgt von|dann|später|dazu|darauf|zuletzt|es)(?!\p{L}))\s*/iu
const manner =
  /(?<!\p{L})(?:von|aus|im|in|ins|am|an|auf|zu|zum|zur|nach|hinter|vor|über|durch|während|als|wie|allein|ohne|außer|ausser|welche[rs]?|der|die|das)(?!\p{L})(?=\s+\p{L}).*$/iu
const article = /^(?:der|die|das|den|dem|ein|eine|einen|einer)\s+/i

const piecesOf = (list: string): readonly string[] =>
  list
    .split(joiners)
    .map((piece) => piece.trim().replace(article, '').replace(manner, '').trim())
    .filter((piece) => /\p{L}/u.test(piece))

const enters =
  /(?<!\p{L})(?:tritt|treten|k[oö]mm(?:t|en)|erschein(?:t|en)|eil(?:t|en)|stürz(?:t|en))(?!\p{L})(?:[^.]*?(?<!\p{L})(?:auf|ein|herein|hinzu|heraus|herauf|herab|dazu|zurück)(?!\p{L}))?/iu
const leaves =
  /(?<!\p{L})(?:(?:geh(?:t|n|en)|eil(?:t|en)|läuft|laufen|stürz(?:t|en))(?=[^.]*(?<!\p{L})(?:ab|fort|hinaus|weg)(?!\p{L}))|verschwind(?:et|en)|entfern(?:t|en) sich|ab(?=\s*(?:[.,;)]|$|außer|ausser|bis auf)))/iu

export function toldInGerman(text: string): readonly Clause[] {
  // What follows a semicolon and has no verb of its own goes on with the list before it.
  return text
    .split(
      /(?<=[.!?])\s+|;\s*(?=[^;]*(?:tritt|treten|komm|erschein|geh|eil|stürz|verschwind|(?<!\p{L})ab(?!\p{L})))/u,
    )
    .flatMap((sentence) => clausesIn(sentence.replace(/[()]/g, ' ').trim()))
}

function clausesIn(sentence: string): readonly Clause[] {
  const leaving = leaves.exec(sentence)
  if (leaving) return [exitIn(sentence, leaving)]
  const entering = enters.exec(sentence)
  if (!entering) return []
  const before = sentence.slice(0, entering.index)
  const named = piecesOf(`${before}, ${sentence.slice(entering.index + entering[0].length)}`)
  return named.length === 0 ? [] : [{ way: 'in', named, meant: 'named', staying: [] }]
}

function exitIn(sentence: string, verb: RegExpExecArray): Clause {
  const before = sentence.slice(0, verb.index).trim()
  const rest = /(?<!\p{L})(?:außer|ausser|bis auf|ohne)\s+(?<who>.*)$/iu.exec(sentence)?.groups?.['who']
  const staying = rest === undefined ? [] : piecesOf(rest.replace(leaves, ''))
  if (staying.length > 0 || /(?<!\p{L})(?:alle|die übrigen)(?!\p{L})/iu.test(before))
    return { way: 'out', named: [], meant: 'all', staying }
  if (/^sie$/i.test(before) && /en$|gehn$/i.test(verb[0]))
    return { way: 'out', named: [], meant: 'they', staying: [] }
  if (/^er$/i.test(before)) return { way: 'out', named: [], meant: 'speaker', staying: [], sex: 'MALE' }
  if (/^sie$/i.test(before)) return { way: 'out', named: [], meant: 'speaker', staying: [], sex: 'FEMALE' }
  if (/^beide/i.test(before)) return { way: 'out', named: [], meant: 'they', staying: [] }
  const named = piecesOf(before)
  return { way: 'out', named, meant: named.length > 0 ? 'named' : 'speaker', staying: [] }
}
