// Hand-offs as a table: which prop goes from whom to whom, when and where.

import { id } from '../../kit/ids.ts'
import { accepted, type Result } from '../../kit/result.ts'
import type { HandOff, PlaceId, PropId, Show } from '../../show/show.ts'
import { asSeconds } from '../lengths.ts'
import { nextId } from '../next-id.ts'
import { anchorIn, byMoment, namesIn, placeOf, thingCalled, trackIn, usualCells } from './cells.ts'
import type { Said, TableRules, Written } from './table.ts'

export const handOffsTable: TableRules = {
  columns: { prop: 'prop', from: 'from', to: 'to', item: 'item', at: 'when', place: 'where' },
  about: ['prop', 'item', 'at', 'from'],
  lines: (show) => {
    const named = namesIn(show)
    const props = new Map(show.props.map(({ id: one, name }) => [one, name]))
    return byMoment(show, show.handOffs).map((one) => ({
      id: one.id,
      cells: {
        prop: props.get(one.prop) ?? '',
        from: named(one.from),
        to: named(one.to),
        item: named(one.anchor.item),
        at: asSeconds(one.anchor.seconds),
        place: named(one.place),
      },
    }))
  },
  usual: (show, cells) =>
    usualCells(show, cells, { from: 'track', to: 'track', item: 'item', at: 'at', place: 'place' }),
  write,
  remove: (show, row) => accepted({ ...show, handOffs: show.handOffs.filter((one) => one.id !== row) }),
}

function write(before: Show, row: string | null, said: Said): Result<Written> {
  const old = before.handOffs.find((one) => one.id === row)
  if (said.cell('prop') === '') return said.wrong('prop', 'say what is handed over.')
  const from = trackIn(before, said, 'from', old?.from)
  if (!from.ok) return from
  const to = trackIn(before, said, 'to', old?.to)
  if (!to.ok) return to
  if (from.value === to.value) return said.wrong('to', 'nobody hands anything to themselves.')
  const anchor = anchorIn(before, said, old?.anchor)
  if (!anchor.ok) return anchor
  const placed = placeOf(before, said, old?.place)
  if (!placed.ok) return placed
  const { show, prop } = propIn(placed.value.show, said, old?.prop, placed.value.place)
  const made: HandOff = {
    ...old,
    id: old?.id ?? id<'hand-off'>(nextId('h', before.handOffs)),
    ...{ prop, from: from.value, to: to.value, anchor: anchor.value, place: placed.value.place },
  }
  const { handOffs } = show
  return accepted({
    show: {
      ...show,
      handOffs: old ? handOffs.map((one) => (one === old ? made : one)) : [...handOffs, made],
    },
    id: made.id,
  })
}

/** By its name; one that is not there yet is made, and lies where it is first needed. */
export function propIn(show: Show, said: Said, before: PropId | undefined, place: PlaceId) {
  if (before && said.isAsBefore('prop')) return { show, prop: before }
  const known = thingCalled(show.props, said.cell('prop'))
  if (known) return { show, prop: known.id }
  const made = { id: id<'prop'>(nextId('r', show.props)), name: said.cell('prop'), start: place }
  return { show: { ...show, props: [...show.props, made] }, prop: made.id }
}
