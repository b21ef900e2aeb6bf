// The second and third pairs of hands of Slack Water: deck, dressers, the third spot, the deputy in the pit. All invented.

import type { PersonRow } from '../kit/notation.ts'

type Row = readonly [id: string, name: string, call: string, pronouns: string, title: string, track: string]

const hand =
  (kind: PersonRow['kind'], department?: string) =>
  ([id, name, call, pronouns, title, track]: Row): PersonRow => ({
    id,
    name,
    call,
    pronouns,
    kind,
    title,
    track,
    ...(department ? { department } : {}),
  })

const deck: readonly Row[] = [
  ['marek', 'Marek Thistlewood', 'Marek', 'he/him', 'Deck, stage left 2', 'dkl2'],
  ['adaeze', 'Adaeze Pryor', 'Adaeze', 'she/her', 'Deck, stage left 3', 'dkl3'],
  ['finlay', 'Finlay Okafor-Hume', 'Finlay', 'he/they', 'Deck, stage left 4; props', 'dkl4'],
  ['shanthi', 'Shanthi Goodall', 'Shanthi', 'she/her', 'Deck, stage right 2', 'dkr2'],
  ['desmond', 'Desmond Viklund', 'Desmond', 'he/him', 'Deck, stage right 3', 'dkr3'],
  ['carys', 'Carys Abara', 'Carys', 'she/her', 'Deck, stage right 4; props', 'dkr4'],
]

const wardrobe: readonly Row[] = [
  ['philippa', 'Philippa Nandakumar', 'Philippa', 'she/her', 'Dresser, left 2; the Mayor', 'drl2'],
  ['winston', 'Winston Earnshaw', 'Winston', 'he/him', 'Dresser, left 3; chorus', 'drl3'],
  ['agnieszka', 'Agnieszka Bright', 'Agnieszka', 'she/her', 'Dresser, right 2; chorus', 'drr2'],
  ['solomon', 'Solomon Teague', 'Solomon', 'he/him', 'Dresser, right 3; chorus', 'drr3'],
]

export const moreHands: readonly PersonRow[] = [
  ...deck.map(hand('crew', 'deck')),
  ...wardrobe.map(hand('dresser', 'wdb')),
  ...[['bronagh', 'Bronagh Sutcliffe-Ray', 'Bronagh', 'she/her', 'Follow spot 3', 'fs3'] as const].map(
    hand('operator', 'fs'),
  ),
  ...[
    ['thandi', 'Thandi Rosewarne', 'Thandi', 'she/her', 'Deputy musical director, keys 2', 'mu2'] as const,
  ].map(hand('music')),
]
