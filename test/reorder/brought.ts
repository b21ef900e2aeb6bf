// Two slow evenings side by side: what the second has and the first had not.

import type { Show } from '../../src/core/show/show.ts'
import { TICKS, ticks } from './paces.ts'
import type { Evening, Mishap } from './walk-through.ts'

/** What the second evening has and the first had not, or not so badly; and who and what comes earlier in it. */
export function mishapsBrought(show: Show, before: Evening, after: Evening): Mishap[] {
  const known = new Map<string, number>()
  for (const one of before.mishaps) known.set(one.same, Math.max(known.get(one.same) ?? 0, one.lacks ?? 0))
  const brought = after.mishaps.filter((one) => {
    const was = known.get(one.same)
    return was === undefined || (one.lacks ?? 0) > was
  })
  return [...brought, ...peopleEarlier(before, after), ...setsEarlier(show, before, after)]
}

function peopleEarlier(before: Evening, after: Evening): Mishap[] {
  return [...after.bodies].flatMap(([track, own]) => {
    const was = before.bodies.get(track) ?? []
    for (const { what, begins, in: place } of own) {
      const then = was.find((one) => one.what.id === what.id)
      if (!then || then.begins - begins < ticks(30)) continue
      const lacks = (then.begins - begins) / TICKS
      return [
        {
          ...{ kind: 'due earlier', same: `due earlier ${track}`, who: track, place, about: what.id },
          ...{ with: '', at: begins / TICKS, lacks },
        },
      ]
    }
    return []
  })
}

function setsEarlier(show: Show, before: Evening, after: Evening): Mishap[] {
  return show.presets.flatMap((preset) => {
    const [was, is] = [before.at(preset.before, 0), after.at(preset.before, 0)]
    if (was === null || is === null || was - is < ticks(30)) return []
    const names = (evening: Evening) => evening.scenes.map(({ item }) => item)
    const [old, now] = [names(before), names(after)]
    const passed = old
      .slice(0, old.indexOf(preset.before))
      .some((item) => now.indexOf(item) > now.indexOf(preset.before))
    if (!passed) return []
    return [
      {
        ...{ kind: 'set earlier', same: `set earlier ${preset.id}`, who: preset.department ?? '' },
        ...{ place: preset.place, about: preset.id, with: '', at: is / TICKS, lacks: (was - is) / TICKS },
      },
    ]
  })
}
