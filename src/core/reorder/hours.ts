// What comes earlier than it did, and what the house or the law wants kept: by when, how far apart, what before what.

import type { ItemId, TrackId } from '../show/show.ts'
import type { OrderRule } from '../show/standing.ts'
import type { Consequence } from './consequence.ts'
import type { Laid, Stay } from './laid.ts'

/** Less than this earlier is within what an evening varies by. */
export const EARLIER_SECONDS = 30
const DAY_SECONDS = 86_400

/** For everybody the first thing that they are due for earlier than they were. */
export function dueEarlier(before: Laid, after: Laid): Consequence[] {
  return after.tracks().flatMap((track) => {
    const was = new Map(before.stays(track).map(({ of, start }) => [of.id, start]))
    const first = after
      .stays(track)
      .map((stay) => ({ stay, earlier: (was.get(stay.of.id) ?? Number.NEGATIVE_INFINITY) - stay.start }))
      .find(({ earlier }) => earlier >= EARLIER_SECONDS)
    if (!first) return []
    const { stay, earlier } = first
    return [
      after.told('due earlier', track, {
        ...{ at: stay.start, track, place: stay.from, about: stay.of.id, lacks: earlier },
      }),
    ]
  })
}

/** What must stand ready before an item that has overtaken another. */
export function setEarlier(before: Laid, after: Laid): Consequence[] {
  return after.show.presets.flatMap((preset) => {
    const was = before.item(preset.before)
    const is = after.item(preset.before)
    if (!was || !is || was.start - is.start < EARLIER_SECONDS) return []
    if (!overtakes(before, after, preset.before)) return []
    return [
      after.told('set earlier', preset.id, {
        ...{ at: is.start, department: preset.department ?? null, place: preset.place },
        ...{ about: preset.id, lacks: was.start - is.start },
      }),
    ]
  })
}

/** Something that was played before it is played after it now. */
const overtakes = (before: Laid, after: Laid, item: ItemId): boolean =>
  before.items.some(
    (other) =>
      other.start < (before.item(item)?.start ?? 0) &&
      (after.item(other.id)?.start ?? Number.NEGATIVE_INFINITY) > (after.item(item)?.start ?? 0),
  )

/** `curtain`: where the venue's wall stands when the first act goes up, in seconds of the day; null where nobody knows. */
export const ruled = (laid: Laid, curtain: number | null): Consequence[] =>
  (laid.show.rules ?? []).flatMap((rule) => {
    switch (rule.kind) {
      case 'off by':
        return curtain === null ? [] : offBy(laid, rule, curtain)
      case 'rest':
        return rests(laid, rule)
      case 'before':
        return story(laid, rule)
      default:
        return rule satisfies never
    }
  })

type Rule<Kind extends OrderRule['kind']> = Extract<OrderRule, { kind: Kind }>

function offBy(laid: Laid, rule: Rule<'off by'>, curtain: number): Consequence[] {
  const [hours = 0, minutes = 0] = rule.by.split(':').map(Number)
  const by = hours * 3600 + minutes * 60
  // A time of day that is over when the curtain goes up is tomorrow's.
  const limit = (by < curtain ? by + DAY_SECONDS : by) - curtain
  return tracksOf(laid, rule).flatMap((track) => {
    const last = laid
      .stays(track)
      .reduce<Stay | null>((end, one) => (one.end > (end?.end ?? 0) ? one : end), null)
    if (!last || last.end <= limit) return []
    return [
      laid.told('off by', `${rule.id} ${track}`, {
        ...{ at: last.end, track, place: last.to, about: rule.id, other: rule.by, lacks: last.end - limit },
      }),
    ]
  })
}

const tracksOf = ({ show }: Laid, { people }: Rule<'off by'>): readonly TrackId[] =>
  show.tracks.flatMap(({ id, owner }) => (owner !== undefined && people.includes(owner) ? [id] : []))

function rests(laid: Laid, rule: Rule<'rest'>): Consequence[] {
  return laid.show.tracks.flatMap(({ id: track }) => {
    const done = laid.show.obligations
      .filter((one) => one.track === track && one.needs?.includes(rule.needs))
      .flatMap((one) => {
        const start = laid.clock(one.anchor)
        return start === null ? [] : [{ one, start, end: start + one.seconds }]
      })
      .toSorted((a, b) => a.start - b.start)
    return done.slice(1).flatMap((next, index) => {
      const before = done[index]
      const lacks = before ? before.end + rule.seconds - next.start : 0
      if (!before || lacks <= 0) return []
      return [
        laid.told('rest', `${rule.id} ${next.one.id}`, {
          ...{ at: next.start, track, place: next.one.placeIn ?? null, about: rule.id, other: before.one.id },
          lacks,
        }),
      ]
    })
  })
}

function story(laid: Laid, rule: Rule<'before'>): Consequence[] {
  const next = laid.item(rule.next)
  const first = laid.item(rule.first)
  if (!next || (first && first.start < next.start)) return []
  return [laid.told('story', rule.id, { at: next.start, about: rule.id, other: rule.first })]
}
