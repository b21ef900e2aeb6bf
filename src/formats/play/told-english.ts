// How English stage directions say who comes and goes: "Enter …", "They exit", "All but Brutus exit", "Manet Hamlet".

import { type Clause, piecesOf } from './told.ts'

const enter =
  /\b(?:re-?)?ent(?:ers?|ereth|ring)\b|\b(?:comes?|came) (?:in|forth|forward with)\b|\bis (?:led|brought|carried|borne) in\b|\b(?:follows|appears?|arrives?)\b/i
const exit =
  /\b(?:exits?|exeunt|leaves?|departs?|vanish(?:es)?|(?:go|goes|run|runs|rush|rushes|steal|steals) (?:off|out|away|in)|(?:is|are) (?:led|carried|taken|borne|dragged) (?:off|out|away)|ex)\b|\bgoes(?=\s*(?:[.,;]|$))/i
const notYet = /\b(?:begin|offer|about|start|turn|attempt|prepare|go|move)\w*\s+to\s+(?:exit|leave|go|enter)/i
const allBut =
  /\b(?:all|everyone|everybody|the rest|exeunt) (?:but|except|save)\b|\bexcept\b|\b(?:exeunt|exit) (?:all )?but\b/i
const stays = /\b(?:manet|manent|remains?|stays?|remaining)\b/i

/** Every coming and going of one direction, in order. */
export function toldInEnglish(text: string): readonly Clause[] {
  if (/^\W*dumb show/i.test(text) || /\bover the stage\b[^.]*\bexit/i.test(text)) return []
  const sentences = text
    .replaceAll(/[[\]]/g, ' ')
    .replaceAll(/\b(?:aloft|above|below|beneath|again|severally)\b/gi, ' ')
    .replaceAll(
      /\b(?:at|by|from) (?:one|another|an?other|the other\b|several|opposite|different|either|the)(?: (?:doors?|sides?|directions?|ends?|ways?))?\b/gi,
      ',',
    )
    .split(/(?<=[.!?])\s+|\s*;\s*(?=[^;]*\b(?:exits?|exeunt|enters?|manet|manent)\b)/i)
    .flatMap((sentence) => sentence.split(/\b(?:and|then|,)\s+(?=(?:exits?|exeunt|then enters?|enter)\b)/i))
  const clauses = sentences.flatMap((sentence) => clausesIn(sentence))
  return withThoseWhoStay(clauses, sentences)
}

function clausesIn(sentence: string): readonly Clause[] {
  if (notYet.test(sentence)) return []
  const entering = enter.exec(sentence)
  const leaving = exit.exec(sentence)
  if (entering && !(leaving && leaving.index < entering.index)) return entrance(sentence, entering)
  return leaving ? exitIn(sentence, leaving) : []
}

function entrance(sentence: string, verb: RegExpExecArray): readonly Clause[] {
  const before = sentence.slice(0, verb.index)
  const after = sentence.slice(verb.index + verb[0].length)
  const isFirst = /^re-?enter$|^enter$/i.test(verb[0])
  const following = isFirst && !/^\W*(?:they|he|she)\b/i.test(before) ? piecesOf(after) : []
  const named = following.length > 0 ? following : piecesOf(`${before}, ${companions(after)}`)
  return named.length === 0 ? [] : [{ way: 'in', named, meant: 'named', staying: [] }]
}

/** "… with Hamlet", "… followed by lords": whoever goes along; anything else after the verb tells how. */
const companions = (after: string): string =>
  [
    ...after.matchAll(
      /(?:\b(?:with|followed by|attended by|accompanied by|carrying|bearing|bringing|leading|dragging|led by|carried by)\b|,)(?<who>.*)$/gi,
    ),
  ]
    .map((found) => found.groups?.['who'] ?? '')
    .join(', ')

function exitIn(sentence: string, verb: RegExpExecArray): readonly Clause[] {
  const before = sentence.slice(0, verb.index).trim()
  const after = sentence.slice(verb.index + verb[0].length)
  const verbFirst =
    /^(?:exit|exeunt|ex)$/i.test(verb[0]) &&
    !/\p{L}/u.test(before.replace(/^(?:flourish|sennet|alarum|then)\b/i, ''))
  const subjects = verbFirst ? after : before
  if (allBut.test(sentence)) {
    const staying = piecesOf(
      sentence
        .replace(/^.*?\b(?:but|except|save)(?: for)?\b/i, '')
        .replace(exit, '')
        .replace(stays, ''),
    )
    return [{ way: 'out', named: [], meant: 'all', staying }]
  }
  const remaining = /\bbut (?<who>[^,.]*?)\s+(?:remains?|stays?)/i.exec(sentence)?.groups?.['who']
  const staying = remaining === undefined ? [] : piecesOf(remaining)
  const going = verbFirst ? '' : companions(after.replace(/\bbut\b.*$/i, ''))
  return [{ way: 'out', ...meantBy(subjects, verb[0], going), staying }]
}

function meantBy(subjects: string, verb: string, going: string): Pick<Clause, 'named' | 'meant' | 'sex'> {
  const along = piecesOf(going)
  if (
    /\b(?:all|omnes|the rest|the others|everyone)\b(?!\s+the\b)/i.test(subjects) &&
    !/\ball \p{Lu}/u.test(subjects)
  )
    return { named: [], meant: 'all' }
  if (/\b(?:they|both|these|the two)\b/i.test(subjects)) return { named: along, meant: 'they' }
  const pronoun = /^\W*(he|she)\b/i.exec(subjects)?.[1]?.toLowerCase()
  if (pronoun !== undefined)
    return { named: along, meant: 'speaker', sex: pronoun === 'he' ? 'MALE' : 'FEMALE' }
  const named = [...piecesOf(subjects), ...along]
  if (named.length > 0) return { named, meant: 'named' }
  return { named: [], meant: /^exeunt$/i.test(verb) ? 'they' : 'speaker' }
}

/** "Exeunt. Manet Hamlet." */
function withThoseWhoStay(clauses: readonly Clause[], sentences: readonly string[]): readonly Clause[] {
  const staying = sentences
    .filter((sentence) => /\b(?:manet|manent)\b/i.test(sentence))
    .flatMap((sentence) => piecesOf(sentence.replace(/\b(?:manet|manent)\b/i, '')))
  if (staying.length === 0) return clauses
  return clauses.map((clause) =>
    clause.way === 'out' && clause.meant !== 'named' ? { ...clause, meant: 'all', staying } : clause,
  )
}
