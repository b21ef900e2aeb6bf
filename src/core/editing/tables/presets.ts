// Presets as a table: what stands where before which item, and who sets it.

import { id } from '../../kit/ids.ts'
import { accepted, type Result } from '../../kit/result.ts'
import type { DepartmentId, ItemId, Preset, Show } from '../../show/show.ts'
import { departmentOf } from '../departments.ts'
import { itemCalled } from '../entrances.ts'
import { nextId } from '../next-id.ts'
import { namesIn, placeOf, usualCells } from './cells.ts'
import { propIn } from './hand-offs.ts'
import type { Said, TableRules, Written } from './table.ts'

export const presetsTable: TableRules = {
  columns: {
    ...{ title: 'what', place: 'where', prop: 'prop', department: 'department', before: 'before' },
  },
  about: ['title', 'before', 'place'],
  lines: (show) => {
    const named = namesIn(show)
    const props = new Map(show.props.map(({ id: one, name }) => [one, name]))
    const order = new Map((show.editions[0]?.items ?? []).map((item, index) => [item, index]))
    const at = ({ before }: Preset) => order.get(before) ?? Number.MAX_SAFE_INTEGER
    return show.presets
      .toSorted((one, other) => at(one) - at(other))
      .map(({ id: row, title, place, prop, department, before }) => ({
        id: row,
        cells: {
          ...{ title, place: named(place), prop: (prop && props.get(prop)) ?? '' },
          ...{ department: named(department), before: named(before) },
        },
      }))
  },
  usual: (show, cells) => usualCells(show, cells, { place: 'place', before: 'item' }),
  write,
  remove: (show, row) => accepted({ ...show, presets: show.presets.filter((one) => one.id !== row) }),
}

function write(start: Show, row: string | null, said: Said): Result<Written> {
  const old = start.presets.find((one) => one.id === row)
  if (said.cell('title') === '' && !said.isAsBefore('title')) return said.wrong('title', 'say what is set.')
  const before = itemIn(start, said, old?.before)
  if (!before.ok) return before
  const placed = placeOf(start, said, old?.place)
  if (!placed.ok) return placed
  const department = departmentIn(start, said, old?.department)
  if (!department.ok) return department
  const { show, prop } =
    said.cell('prop') === ''
      ? { show: placed.value.show, prop: null }
      : propIn(placed.value.show, said, old?.prop, placed.value.place)
  const { prop: _prop, department: _department, ...rest } = old ?? {}
  const made: Preset = {
    ...rest,
    id: old?.id ?? id<'preset'>(nextId('b', start.presets)),
    ...{ title: said.isAsBefore('title') && old ? old.title : said.cell('title') },
    ...{ place: placed.value.place, before: before.value },
    ...(prop === null ? {} : { prop }),
    ...(department.value === null ? {} : { department: department.value }),
  }
  const { presets } = show
  return accepted({
    show: { ...show, presets: old ? presets.map((one) => (one === old ? made : one)) : [...presets, made] },
    id: made.id,
  })
}

function itemIn(show: Show, said: Said, before: ItemId | undefined): Result<ItemId> {
  if (before && said.isAsBefore('before')) return accepted(before)
  const item = itemCalled(show, said.cell('before'))
  if (item) return accepted(item.id)
  const sentence =
    said.cell('before') === ''
      ? 'say before which item it must stand there.'
      : `“${said.cell('before')}” is not in the running order, or is there twice.`
  return said.wrong('before', sentence)
}

function departmentIn(show: Show, said: Said, before: DepartmentId | undefined): Result<DepartmentId | null> {
  if (before && said.isAsBefore('department')) return accepted(before)
  if (said.cell('department') === '') return accepted(null)
  const department = departmentOf(show, said.cell('department'))
  if (department) return accepted(department.id)
  return said.wrong(
    'department',
    `“${said.cell('department')}” is no department. They are added under Departments.`,
  )
}
