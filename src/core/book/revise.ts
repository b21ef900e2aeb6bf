// A new version of the script under the show that is there: its lines, its scenes, and everything that hung on the old ones.

import { accepted, type Result, refused } from '../kit/result.ts'
import {
  anchorAt,
  lengthOf,
  lineIdOf,
  lineIndexAt,
  lineIndexes,
  linesOfItems,
  secondsOf,
  wordsOf,
} from '../show/script.ts'
import type { Anchor, Cue, Item, ItemId, Obligation, Role, RoleId, ScriptLine, Show } from '../show/show.ts'
import { type Reanchoring, reanchoring, SURE_ENOUGH } from './reanchor.ts'

/** What became of the text and of what hung on it. */
export type Revision = {
  readonly lines: {
    readonly same: number
    readonly edited: number
    readonly cut: number
    readonly new: number
  }
  /** Codes of scenes that came, and of those that have no words any more and stay until somebody removes them. */
  readonly scenes: { readonly new: readonly string[]; readonly without: readonly string[] }
  readonly characters: readonly string[]
  readonly cues: { readonly sure: number; readonly doubtful: number }
  /** Entrances, changes and the like whose line is gone: they lie behind the line before. */
  readonly moved: number
}

export type Revised = { readonly show: Show; readonly revision: Revision }

export function revise(show: Show, play: Show): Result<Revised> {
  if (play.script.length === 0) return refused('no-words', 'There is not a word in the new version.')
  const finding = reanchoring(show.script, play.script)
  const roles = rolesOf(show, play)
  const items = itemsOf(show, play)
  const script = scriptOf(show, play, {
    finding,
    roles: roles.known,
    items: items.known,
    factors: items.factors,
  })
  const text: Show = {
    ...show,
    script,
    items: items.all,
    roles: roles.all,
    editions: editionsOf(show, items.order),
  }
  const hung = new Hung(show, text, finding)
  const cues = together(show.cues.map((cue) => hung.cue(cue)))
  const revised: Show = {
    ...text,
    cues: inOrder(text, cues),
    obligations: show.obligations.map((one) => hung.obligation(one)),
    vamps: show.vamps.map((one) => ({ ...one, anchor: hung.byTime(one.anchor) })),
    changes: show.changes.map((one) => ({ ...one, anchor: hung.byTime(one.anchor) })),
    handOffs: show.handOffs.map((one) => ({ ...one, anchor: hung.byTime(one.anchor) })),
    ...(show.questions
      ? { questions: show.questions.map((one) => ({ ...one, line: hung.line(one.line) })) }
      : {}),
  }
  const doubtful = cues.filter(isDoubtful).length
  const matched = finding.matches.filter((match) => match !== null)
  const same = matched.filter(({ sure }) => sure === 1).length
  return accepted({
    show: revised,
    revision: {
      lines: {
        same,
        edited: matched.length - same,
        cut: show.script.length - matched.length,
        new: play.script.length - matched.length,
      },
      scenes: { new: items.new, without: items.without },
      characters: roles.new,
      cues: { sure: cues.length - doubtful, doubtful },
      moved: hung.moved,
    },
  })
}

/** A person has not said yet that it lies where it should. */
export const isDoubtful = ({ anchor, warn, standby }: Pick<Cue, 'anchor' | 'warn' | 'standby'>): boolean =>
  [anchor, warn, standby].some((one) => one?.at?.sure !== undefined)

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s+/g, ' ').trim()

/** By id, else by name; what is there stays, played or not. */
function rolesOf({ roles }: Show, play: Show) {
  const known = new Map<RoleId, RoleId>()
  const added: Role[] = []
  for (const role of play.roles) {
    const own =
      roles.find(({ name }) => spoken(name) === spoken(role.name)) ?? roles.find(({ id }) => id === role.id)
    known.set(role.id, own?.id ?? role.id)
    if (!own) added.push(role)
  }
  return { known, all: [...roles, ...added], new: added.map(({ name }) => name) }
}

/** By code: a scene keeps its place in everything that names it, and is as much longer or shorter as its words are. */
function itemsOf(show: Show, play: Show) {
  const order = show.editions[0]?.items ?? []
  const byCode = new Map(
    show.items.filter(({ code }) => code !== '').map((item) => [spoken(item.code), item]),
  )
  const [wordsWas, wordsIs] = [wordsIn(show.script), wordsIn(play.script)]
  const known = new Map<ItemId, ItemId>()
  const factors = new Map<ItemId, number>()
  const changed = new Map<ItemId, Item>()
  const added: Item[] = []
  const taken = new Set<string>(show.items.map(({ id }) => id))
  for (const item of play.items) {
    const own = byCode.get(spoken(item.code))
    if (!own) {
      const fresh = taken.has(item.id) ? { ...item, id: freeId(item.id, taken) } : item
      taken.add(fresh.id)
      known.set(item.id, fresh.id)
      added.push(fresh)
      continue
    }
    const [was, is] = [wordsWas.get(own.id) ?? 0, wordsIs.get(item.id) ?? 0]
    const seconds = was === 0 ? item.seconds : Math.max(1, Math.ceil((own.seconds * is) / was))
    known.set(item.id, own.id)
    factors.set(item.id, item.seconds === 0 ? 1 : seconds / item.seconds)
    changed.set(own.id, longer(own, seconds))
  }
  const played = new Set([...known.values()])
  const without = show.items.filter(({ id }) => wordsWas.has(id) && !played.has(id))
  return {
    ...{ known, factors },
    all: [...show.items.map((item) => changed.get(item.id) ?? item), ...added],
    order: merged(
      order,
      play.items.flatMap(({ id }) => known.get(id) ?? []),
    ),
    new: added.map(({ code }) => code),
    without: without.map(({ code }) => code),
  }
}

/** What nine in ten nights stay under grows with it; what is left out of it stays inside. */
function longer({ secondsLate, shorter, ...item }: Item, seconds: number): Item {
  const factor = item.seconds === 0 ? 1 : seconds / item.seconds
  return {
    ...item,
    seconds,
    ...(secondsLate === undefined ? {} : { secondsLate: Math.round(secondsLate * factor) }),
    ...(shorter === undefined
      ? {}
      : { shorter: shorter.map((cut) => ({ ...cut, from: cut.from * factor, to: cut.to * factor })) }),
  }
}

function wordsIn(script: readonly ScriptLine[]): ReadonlyMap<ItemId, number> {
  const counts = new Map<ItemId, number>()
  for (const { item, text } of script) counts.set(item, (counts.get(item) ?? 0) + wordsOf(text).length)
  return counts
}

// `as`: an id made longer is still one of an item.
function freeId(id: ItemId, taken: ReadonlySet<string>): ItemId {
  for (let count = 2; ; count += 1) if (!taken.has(`${id}-${count}`)) return `${id}-${count}` as ItemId
}

/** The new order; what the text does not know (an interval, a scene without words) stays behind what it stood behind. */
function merged(was: readonly ItemId[], is: readonly ItemId[]): readonly ItemId[] {
  const order = [...is]
  for (const [index, item] of was.entries()) {
    if (order.includes(item)) continue
    const before = was.slice(0, index).findLast((one) => order.includes(one))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, item)
  }
  return order
}

const editionsOf = ({ editions }: Show, order: readonly ItemId[]): Show['editions'] =>
  editions.map((edition, index) => (index === 0 ? { ...edition, items: order } : edition))

type Parts = {
  readonly finding: Reanchoring
  readonly roles: ReadonlyMap<RoleId, RoleId>
  readonly items: ReadonlyMap<ItemId, ItemId>
  readonly factors: ReadonlyMap<ItemId, number>
}

/** Every line with an id: that of the old one it is, else one that no line ever had. */
function scriptOf(show: Show, play: Show, { finding, roles, items, factors }: Parts): readonly ScriptLine[] {
  const names = show.script.map(lineIdOf)
  const kept = new Map(
    finding.matches.flatMap((match, old) => (match ? [[match.index, names[old] ?? ''] as const] : [])),
  )
  let highest = names.reduce((most, name) => Math.max(most, Number(/^l(\d{1,9})$/.exec(name)?.[1] ?? 0)), 0)
  return play.script.map(({ id: _id, role, ...line }, index) => {
    const name = kept.get(index)
    if (name === undefined) highest += 1
    const own = role && roles.get(role)
    const factor = factors.get(line.item) ?? 1
    return {
      id: name ?? `l${highest}`,
      ...line,
      item: items.get(line.item) ?? line.item,
      seconds: Math.round(line.seconds * factor * 10) / 10,
      ...(own ? { role: own } : {}),
    }
  })
}

/** What hung on the old lines, hung on the new ones. */
class Hung {
  moved = 0
  readonly #was: Show
  readonly #is: Show
  readonly #finding: Reanchoring
  readonly #indexes: ReadonlyMap<string, number>
  readonly #ranges: ReturnType<typeof linesOfItems>

  constructor(was: Show, is: Show, finding: Reanchoring) {
    this.#was = was
    this.#is = is
    this.#finding = finding
    this.#indexes = lineIndexes(was.script)
    this.#ranges = linesOfItems(was.script)
  }

  cue(cue: Cue): Cue {
    const anchor = this.#anchor(cue.anchor)
    const { warn, standby, ...rest } = cue
    const early = (one: Anchor | undefined) => one && this.#before(this.#anchor(one), anchor)
    const [warned, ready] = [early(warn), early(standby)]
    return { ...rest, anchor, ...(warned ? { warn: warned } : {}), ...(ready ? { standby: ready } : {}) }
  }

  /** A standby that would come after its cue lies where the cue is, in doubt. */
  #before(one: Anchor, cue: Anchor): Anchor {
    const order = this.#is.editions[0]?.items ?? []
    const [a, b] = [order.indexOf(one.item), order.indexOf(cue.item)]
    if (a < b || (a === b && one.seconds <= cue.seconds)) return one
    return cue.at ? { ...cue, at: { ...cue.at, words: one.at?.words ?? '', sure: 0 } } : cue
  }

  #anchor(anchor: Anchor): Anchor {
    // What lies on a page of one’s own is where it was, whatever the text says by now.
    if (anchor.point) return anchor
    const index = anchor.at && this.#indexes.get(anchor.at.line)
    if (anchor.at === undefined || index === undefined) return this.byTime(anchor)
    const found = this.#finding.find(index, anchor.at)
    const now = found && anchorAt(this.#is, found.index, found.word)
    if (!found || !now?.at) return anchor
    const before = anchor.at.sure
    if (found.sure >= SURE_ENOUGH && before === undefined) return { ...kept(anchor), ...now }
    // In doubt it keeps the words it was placed on, until somebody has looked.
    const sure = Math.min(before ?? 1, found.sure)
    return { ...kept(anchor), ...now, at: { ...now.at, words: anchor.at.words, sure } }
  }

  /** By the line that was said at that moment, and as far into it. */
  byTime(anchor: Anchor): Anchor {
    const found = this.#atTime(anchor)
    if (!found) return anchor
    if (found.sure === 0) this.moved += 1
    return { ...anchor, item: found.item, seconds: found.seconds }
  }

  obligation(one: Obligation): Obligation {
    const anchor = this.byTime(one.anchor)
    const item = this.#is.items.find(({ id }) => id === anchor.item)
    const end = this.#atTime({ ...one.anchor, seconds: one.anchor.seconds + one.seconds })
    const until = end?.item === anchor.item ? end.seconds : item?.seconds
    const seconds =
      Math.round(Math.max(0, (until ?? anchor.seconds + one.seconds) - anchor.seconds) * 10) / 10
    return { ...one, anchor, seconds: one.seconds === 0 ? 0 : seconds }
  }

  line(id: string): string {
    const index = this.#indexes.get(id)
    const found = index === undefined ? null : this.#finding.find(index, { word: 0, words: '' })
    const line = found && this.#is.script[found.index]
    return line ? lineIdOf(line, found.index) : id
  }

  #atTime(anchor: Anchor): (Pick<Anchor, 'item' | 'seconds'> & { readonly sure: number }) | null {
    const index = lineIndexAt(this.#was.script, this.#ranges, anchor)
    const line = index === null ? undefined : this.#was.script[index]
    if (index === null || !line) return null
    const [into, length] = [Math.max(0, anchor.seconds - line.seconds), lengthOf(this.#was, index)]
    const count = wordsOf(line.text).length
    const share = length === 0 ? 0 : Math.min(1, into / length)
    const word = Math.min(Math.max(0, count - 1), Math.floor(share * count))
    const found = this.#finding.find(index, { word, words: '' })
    const now = found && this.#is.script[found.index]
    if (!found || !now) return null
    if (found.sure < 1)
      return { item: now.item, seconds: secondsOf(this.#is, found.index, found.word), sure: found.sure }
    // The same line, longer or shorter by its scene; a pause after it is as long as it was.
    const is = lengthOf(this.#is, found.index)
    const stretched = length === 0 || is === 0 ? into : (into * is) / length
    const end = this.#is.items.find(({ id }) => id === now.item)?.seconds ?? now.seconds
    const seconds = Math.min(Math.max(end, now.seconds), now.seconds + stretched)
    return { item: now.item, seconds: Math.round(seconds * 10) / 10, sure: 1 }
  }
}

/** One GO cannot be in two items: whoever would be parted from the first of a group stays with it, in doubt. */
function together(cues: readonly Cue[]): readonly Cue[] {
  return cues.map((cue) => {
    const first = cue.group === undefined ? cue : (cues.find(({ group }) => group === cue.group) ?? cue)
    if (first.anchor.item === cue.anchor.item) return cue
    const { warn: _warn, standby: _standby, ...rest } = cue
    const at = first.anchor.at && { ...first.anchor.at, words: cue.anchor.at?.words ?? '', sure: 0 }
    return { ...rest, anchor: { ...first.anchor, ...(at ? { at } : {}) } }
  })
}

const kept = ({ at: _at, line: _line, ...anchor }: Anchor): Anchor => anchor

/** Those with a time of their own by it; the others stay behind what they stood behind. */
function inOrder({ editions }: Show, cues: readonly Cue[]): readonly Cue[] {
  const items = new Map((editions[0]?.items ?? []).map((item, index) => [item, index]))
  const place = ({ anchor }: Cue) => items.get(anchor.item) ?? Number.MAX_SAFE_INTEGER
  return cues.toSorted((a, b) => place(a) - place(b) || a.anchor.seconds - b.anchor.seconds)
}
