// Things that are other for a department by a plan: what somebody leaves for somebody else, what is to be brought, what stands ready elsewhere.

import type { Department, Preset } from '../show/show.ts'
import type { Plan } from './night.ts'
import { PlanWords } from './owed-lines.ts'
import { type PassedOn, passedOn } from './passed-on.ts'
import type { Change, TellLine } from './told.ts'

/** Of props whoever keeps them is told; where nobody does, whoever works the stage. */
export function departmentThings(change: Change, department: Department): readonly TellLine[] {
  return [
    ...(keepsProps(change.before, department) ? passedLines(change) : []),
    ...presetLines(change, department),
  ]
}

function keepsProps({ show: { departments } }: Plan, { kind }: Department): boolean {
  return kind === (departments.some((one) => one.kind === 'props') ? 'props' : 'deck')
}

function passedLines({ before, after }: Change): readonly TellLine[] {
  const [was, is] = [passedOn(before), passedOn(after)]
  const known = new Set(was.map((one) => asSaid(before, one)))
  const now = new Set(is.map((one) => asSaid(after, one)))
  return [
    ...is.filter((one) => !known.has(asSaid(after, one))).flatMap((one) => passedLine(after, 'take', one)),
    ...was.filter((one) => !now.has(asSaid(before, one))).flatMap((one) => passedLine(before, 'leave', one)),
  ]
}

/** The same, whatever its tracks are called by now. */
function asSaid(plan: Plan, { key, from, to, left, place }: PassedOn): string {
  const words = new PlanWords(plan)
  return JSON.stringify([key, words.person(from)?.id, words.person(to)?.id, left, place])
}

function passedLine(plan: Plan, what: 'take' | 'leave', one: PassedOn): readonly TellLine[] {
  const words = new PlanWords(plan)
  const at = words.point(one.for.anchor)
  const [name] = words.props([one.prop])
  if (!at || name === undefined) return []
  const left = words.place(one.left)
  return [
    {
      ...nothing,
      ...{ what, id: `found-${one.key}`, item: words.item(one.for.anchor.item), at },
      ...{ track: words.code(one.to), title: name, place: words.place(one.place) },
      ...{ with: words.callNames([one.to]), before: words.callNames([one.from])[0] ?? null },
      thing: { how: 'found', name, from: one.brought ? left : null },
    },
  ]
}

function presetLines({ before, after }: Change, department: Department): readonly TellLine[] {
  const [was, is] = [new PlanWords(before), new PlanWords(after)]
  const old = new Map(before.show.presets.map((one) => [one.id, one.place]))
  const isTheirs = (one: Preset) =>
    one.department === undefined ? keepsProps(before, department) : one.department === department.id
  return after.show.presets.filter(isTheirs).flatMap((one): readonly TellLine[] => {
    const at = is.point({ item: one.before, seconds: 0 })
    const stood = old.get(one.id)
    if (!at || stood === undefined || stood === one.place) return []
    return [
      {
        ...nothing,
        ...{ what: 'other', id: `preset-${one.id}`, item: is.item(one.before), at, title: one.title },
        ...{ place: is.place(one.place), thing: { how: 'set', name: one.title, from: was.place(stood) } },
      },
    ]
  })
}

const nothing = {
  ...{ track: '', with: [], carries: [], costume: null, before: null, handOff: null, part: false },
} as const
