// Ways of spoiling what a show file says, as a tired hand or another program does.

import type { Dice } from '../../src/core/kit/dice.ts'
import type { Mutation } from './mutate.ts'

type Slot = { readonly parent: Record<string, unknown>; readonly field: string; readonly value: unknown }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Every place of the tree that holds a value, with the entry or list it lies in. */
function slotsOf(tree: unknown): Slot[] {
  if (!isRecord(tree)) return []
  return Object.entries(tree).flatMap(([field, value]) => [{ parent: tree, field, value }, ...slotsOf(value)])
}

/** Does something at one slot of those the test lets through. */
const atSlot =
  (
    fits: (slot: Slot) => boolean,
    act: (slot: Slot, throws: Dice, slots: readonly Slot[]) => void,
  ): Mutation =>
  (text, throws) => {
    const tree: unknown = JSON.parse(text)
    const slots = slotsOf(tree)
    act(throws.pick(slots.filter(fits)), throws, slots)
    return JSON.stringify(tree, null, 2)
  }

const put = (slot: Slot, value: unknown) => {
  slot.parent[slot.field] = value
}

const takeOut = ({ parent, field }: Slot) => {
  if (Array.isArray(parent)) parent.splice(Number(field), 1)
  else delete parent[field]
}

const inList = ({ parent }: Slot) => Array.isArray(parent)
const isEntity = (slot: Slot) => inList(slot) && isRecord(slot.value)
const isText = ({ value }: Slot) => typeof value === 'string'
const isNumber = ({ value }: Slot) => typeof value === 'number'
const isField = (slot: Slot) => !inList(slot)
const called =
  (...names: readonly string[]) =>
  ({ field }: Slot) =>
    names.includes(field)

const isCueAnchor = ({ parent, field }: Slot) => field === 'anchor' && 'number' in parent

const references = called(
  'item',
  'track',
  'person',
  'from',
  'to',
  'place',
  'prop',
  'department',
  'before',
  'after',
)

export const valueKinds: Readonly<Record<string, Mutation>> = {
  'field removed': atSlot(isField, takeOut),
  'needed field removed': atSlot(called('id', 'seconds', 'number', 'anchor', 'to', 'item', 'code'), takeOut),
  'value of another kind': atSlot(isField, (slot, throws) => {
    put(slot, throws.pick<unknown>([null, 7, 'seven', true, [], {}, [[1]], { a: { b: 2 } }]))
  }),
  'number out of range': atSlot(isNumber, (slot, throws) => {
    put(slot, throws.pick([-1, -0.5, 86_401, 1e15, 1e300, Number.MAX_SAFE_INTEGER]))
  }),
  'number as text': atSlot(isNumber, (slot) => put(slot, String(slot.value))),
  'word unknown': atSlot(called('kind', 'side', 'droppable', 'country', 'timeZone'), (slot) => {
    put(slot, `${slot.value}s`)
  }),
  'id taken': atSlot(called('id'), (slot, throws, slots) => {
    put(slot, throws.pick(slots.filter(called('id'))).value)
  }),
  'id misspelt': atSlot(called('id'), (slot, throws) => {
    put(
      slot,
      throws.pick(['', ' ', 'a b', '-', 'constructor', `${slot.value}/`, `${slot.value}\u0000`, '👻']),
    )
  }),
  'reference broken': atSlot(references, (slot) => put(slot, 'nowhere')),
  'reference to another noun': atSlot(references, (slot, throws, slots) => {
    put(slot, throws.pick(slots.filter(called('id'))).value)
  }),
  'entity doubled': atSlot(isEntity, ({ parent, value }) => {
    parent[String(Object.keys(parent).length)] = structuredClone(value)
  }),
  'entity lost': atSlot(isEntity, takeOut),
  'list emptied': atSlot(
    ({ value }) => Array.isArray(value),
    (slot) => put(slot, []),
  ),
  // Only lists of the show itself: a list put into one of its own entries could not be written.
  'lists swapped': atSlot(
    (slot) => Array.isArray(slot.value) && 'title' in slot.parent && 'venue' in slot.parent,
    (slot, throws, [first]) => {
      const lists = slotsOf(first?.parent).filter(
        ({ parent, value }) => parent === slot.parent && Array.isArray(value) && value !== slot.value,
      )
      const other = throws.pick(lists)
      put(other, slot.value)
      put(slot, other.value)
    },
  ),
  'cue follows in a circle': atSlot(called('trigger'), (slot, throws) => {
    put(slot, {
      kind: throws.pick(['follow-on', 'auto-follow']),
      seconds: 1,
      after: Reflect.get(slot.parent, 'id'),
    })
  }),
  'number called twice': atSlot(called('number'), (slot) => put(slot, '2')),
  'group torn apart': atSlot(isCueAnchor, ({ parent }) => {
    Object.assign(parent, { group: 'lamp' })
  }),
  'standby too late': atSlot(isCueAnchor, ({ parent, value }) => {
    Object.assign(parent, { standby: { ...(isRecord(value) ? value : {}), seconds: 80_000 } })
  }),
  'text emptied': atSlot(isText, (slot) => put(slot, '')),
  'text over two lines': atSlot(isText, (slot) => put(slot, `${slot.value}\nand on`)),
  'half a character': atSlot(isText, (slot) => put(slot, `${slot.value}\ud83d`)),
  'text in another script': atSlot(called('title', 'name', 'text', 'line'), (slot) =>
    put(slot, 'Zoë – 夜 – Ночь 🎭'),
  ),
  'version raised': atSlot(called('formatVersion'), (slot, throws) => put(slot, throws.whole(2, 99))),
  'unknown field added': atSlot(isEntity, ({ value }) => {
    if (isRecord(value)) value['house note'] = { colour: 'blue', since: [1, 2, 3] }
  }),
  'minor without chaperone': atSlot(called('callName'), ({ parent }) => {
    Object.assign(parent, { minor: true })
    Reflect.deleteProperty(parent, 'chaperone')
  }),
}
