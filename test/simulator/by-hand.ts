// Another order laid out by hand, apart from core: which item stands where, and what is left out.

import type { Plan } from '../../src/core/night/night.ts'
import type { Change } from '../../src/core/reorder/change.ts'
import type { Moment, Timeline } from '../../src/core/show/timeline.ts'

type Card = { readonly item: string; act: number; out: boolean; wait: number }

export type Laid = {
  readonly items: readonly {
    readonly id: string
    readonly act: number
    readonly kind: string
    readonly out: boolean
  }[]
  readonly moments: readonly Moment[]
  readonly vamps: Timeline['vamps']
  /** Moments that are not played, by name. */
  readonly out: ReadonlySet<string>
}

export function layByHand({ timeline }: Plan, changes: readonly Change[]): Laid {
  let cards: Card[] = timeline.items.map(({ id, act }) => ({ item: id, act, out: false, wait: 0 }))
  for (const change of changes) cards = shuffled(timeline, cards, change)
  const clock = new Map<number, number>()
  const starts = new Map<string, number>()
  for (const [place, card] of cards.entries()) {
    const known = timeline.items.find(({ id }) => id === card.item)
    const played = known?.kind !== 'interval' && !card.out
    starts.set(card.item, clock.get(card.act) ?? 0)
    const next = cards.slice(place + 1).find(({ out }) => !out)
    const wait = next?.act === card.act ? next.wait : 0
    if (played) clock.set(card.act, (clock.get(card.act) ?? 0) + (known?.seconds ?? 0) + wait)
  }
  const point = <At extends { readonly act: number; readonly seconds: number }>(item: string, at: At) => {
    const card = cards.find((one) => one.item === item)
    const was = timeline.items.find(({ id }) => id === item)?.starts.seconds ?? 0
    return { act: card?.act ?? at.act, seconds: (starts.get(item) ?? 0) + at.seconds - was }
  }
  const moments = cards
    .flatMap(({ item }) => timeline.moments.filter((moment) => moment.item === item))
    .map((moment, index) => ({ ...moment, index, at: point(moment.item, moment.at) }))
  const out = new Set(cards.filter((card) => card.out).map(({ item }) => item))
  return {
    items: cards.map(({ item, act, out: isOut }) => ({
      ...{ id: item, act, out: isOut },
      kind: timeline.items.find(({ id }) => id === item)?.kind ?? '',
    })),
    moments,
    vamps: timeline.vamps.map((vamp) => ({ ...vamp, at: point(vamp.anchor.item, vamp.at) })),
    out: new Set(moments.filter(({ item }) => out.has(item)).map(({ id }) => id)),
  }
}

function shuffled({ items }: Timeline, cards: Card[], change: Change): Card[] {
  const isPause = (card: Card | undefined) => items.find(({ id }) => id === card?.item)?.kind === 'interval'
  const at = (item: string) => cards.findIndex((card) => card.item === item && !card.out)
  if (change.kind === 'cut')
    return cards.map((card) => (card.item === change.item ? { ...card, out: true } : card))
  if (change.kind === 'delay')
    return cards.map((card) =>
      card.item === change.item ? { ...card, wait: card.wait + change.seconds } : card,
    )
  if (change.kind === 'skip') {
    const from = at(change.after)
    const act = cards[from]?.act
    const end = cards.findIndex((card, place) => place > from && (card.act !== act || isPause(card)))
    return cards.map((card, place) =>
      place > from && (end === -1 || place < end) ? { ...card, out: true } : card,
    )
  }
  if (change.kind === 'swap') {
    const [one, other] = [cards[at(change.item)], cards[at(change.with)]]
    return cards.map((card) => {
      if (card === one && other) return { ...other, act: card.act, wait: card.wait }
      if (card === other && one) return { ...one, act: card.act, wait: card.wait }
      return card
    })
  }
  if (change.kind !== 'move') throw new Error(`nobody throws a ${change.kind} here`)
  const card = cards[at(change.item)]
  const rest = cards.filter((one) => one !== card)
  const before = rest.findLastIndex((one) => one.item === change.after && !one.out)
  const act = (isPause(rest[before]) ? rest[before + 1] : rest[before])?.act ?? 1
  return card ? rest.toSpliced(before + 1, 0, { ...card, act, wait: 0 }) : cards
}
