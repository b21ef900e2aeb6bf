// Puts cues into an imported play, by seeded dice: departments, groups, standbys, visual cues, follow-ons.

import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Cue, Department, ScriptLine, Show, Trigger } from '../../src/core/show/show.ts'

const departments: readonly Department[] = [
  { id: id<'department'>('lx'), name: 'Lights', short: 'LX', kind: 'lights', channel: 'A' },
  { id: id<'department'>('snd'), name: 'Sound', short: 'SND', kind: 'sound', channel: 'A' },
  { id: id<'department'>('fly'), name: 'Fly', short: 'FLY', kind: 'fly', channel: 'B' },
]

/** A cue on about every `everyLines`-th line of the script; the same seed places the same cues. */
export function placeCues(show: Show, seed: number, everyLines: number): Show {
  const chance = dice(seed)
  const spoken = show.script.filter((line) => line.kind !== 'direction' && wordsOf(line).length > 2)
  const numbers = new Map<string, number>()
  const cues: Cue[] = []
  for (const line of spoken) {
    if (!chance.chance(1 / everyLines)) continue
    const first = cueAt(line, chance.pick(departments), numbers, { kind: 'called' })
    const grouped = chance.chance(0.2)
    cues.push(grouped ? { ...first, group: `group-${first.id}` } : first)
    if (grouped) {
      const other = departments.find((one) => one.id !== first.department)
      if (other) cues.push({ ...cueAt(line, other, numbers, { kind: 'called' }), group: `group-${first.id}` })
    } else if (chance.chance(0.15)) cues.push(follower(line, first, numbers, chance))
  }
  return { ...show, departments, cues }
}

const wordsOf = (line: ScriptLine): readonly string[] => line.text.split(/\s+/)

function cueAt(
  line: ScriptLine,
  department: Department,
  numbers: Map<string, number>,
  trigger: Trigger,
): Cue {
  const number = (numbers.get(department.id) ?? 0) + 1
  numbers.set(department.id, number)
  return {
    id: id<'cue'>(`${department.id}-${number}`),
    department: department.id,
    number: String(number),
    title: `state ${number}`,
    anchor: { item: line.item, seconds: line.seconds, line: wordsOf(line).slice(-3).join(' ') },
    trigger,
  }
}

function follower(line: ScriptLine, after: Cue, numbers: Map<string, number>, chance: Dice): Cue {
  const department = departments.find((one) => one.id === after.department) ?? chance.pick(departments)
  const seconds = chance.whole(1, 8)
  return cueAt(line, department, numbers, { kind: 'auto-follow', after: after.id, seconds })
}
