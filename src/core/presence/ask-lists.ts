// Names on one list: who is due at one wing within a minute is one question to one person, and one ask of them.

/** So many faces are told at one glance; whoever is due besides stands on somebody else’s list. */
export const NAMES_ON_A_LIST_MAX = 6
/** A list takes in names for so long from its first on. */
export const LIST_OPEN_MS = 60_000

/** What is put to one person about one name. */
export type Put = {
  readonly at: number
  /** The wing at which that name is due; null: it stands by itself. */
  readonly wing: string | null
  /** Nobody has answered it, and nothing else has ended it. */
  readonly stands: boolean
}

/** Also of what is no longer on a screen: how many asks these were. In the order in which they began. */
export function listsOf<One extends Put>(puts: readonly One[]): readonly (readonly One[])[] {
  const lists: One[][] = []
  for (const put of puts.toSorted((a, b) => a.at - b.at)) {
    const last = lists.findLast((list) => list[0]?.wing === put.wing)
    if (last !== undefined && takesIn(last, put)) last.push(put)
    else lists.push([put])
  }
  return lists
}

/** A list that is being looked at takes in who is due beside them: that is no second interruption. */
export const takesInNow = (list: readonly Put[], put: Pick<Put, 'at' | 'wing'>): boolean =>
  takesIn(list, put) && list.some(({ stands }) => stands)

function takesIn(list: readonly Put[], { at, wing }: Pick<Put, 'at' | 'wing'>): boolean {
  const first = list[0]
  if (first === undefined || wing === null || first.wing !== wing) return false
  return at - first.at < LIST_OPEN_MS && list.length < NAMES_ON_A_LIST_MAX
}
