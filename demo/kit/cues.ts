// Turns rows of cues into cues with anchors, standbys and triggers, and into what their operators and spotters do.

import { id } from '../../src/core/kit/ids.ts'
import type { Anchor, Cue, Trigger } from '../../src/core/show/show.ts'
import type { CueRow, Duties, Duty, Production } from './notation.ts'
import type { Pages } from './pages.ts'
import { Misprint } from './pages.ts'

const STANDBY_SECONDS = 12
const WARN_SECONDS = 45

const cueId = (name: string): Cue['id'] => id<'cue'>(name.toLowerCase().replace(' ', '-'))

type Placed = { readonly row: CueRow; readonly anchor: Anchor }

/** Every row with its anchor; what follows stands where it will happen. */
function placeCues(rows: readonly CueRow[], pages: Pages): Placed[] {
  const placed = new Map<string, Placed>()
  for (const row of rows) {
    if (placed.has(row.cue)) throw new Misprint(`${row.cue} stands here twice`)
    const before = row.after === undefined ? undefined : placed.get(row.after)
    if (row.after !== undefined && !before)
      throw new Misprint(`${row.cue} follows ${row.after}, which comes later`)
    if (before) {
      const seconds = Math.min(before.anchor.seconds + (row.wait ?? 0), pages.lengthOf(row.item))
      placed.set(row.cue, { row, anchor: { item: id(row.item), seconds } })
      continue
    }
    const { seconds, line } = pages.at(row.item, row.on, 'on')
    const page = pages.pageAt(row.item, seconds)
    placed.set(row.cue, { row, anchor: { item: id(row.item), seconds, ...(line ? { line } : {}), page } })
  }
  return [...placed.values()]
}

export function compileCues(production: Production, pages: Pages): Cue[] {
  const placed = placeCues(production.cues, pages)
  return placed.map(({ row, anchor }) => {
    const [short = '', number = ''] = row.cue.split(' ')
    const department = production.departments.find((one) => one.short === short)
    if (!department) throw new Misprint(`no department says ${short}`)
    const called = row.after === undefined
    const standby = called ? earlier(production, pages, anchor, standbyOf(row, placed)) : undefined
    const warn =
      called && row.safety ? earlier(production, pages, anchor, row.warn ?? WARN_SECONDS) : undefined
    return {
      id: cueId(row.cue),
      department: id(department.id),
      number,
      title: row.title,
      anchor,
      ...(warn ? { warn } : {}),
      ...(standby ? { standby } : {}),
      trigger: triggerOf(row, anchor),
      ...(row.group ? { group: row.group } : {}),
      ...(row.safety ? { safety: true } : {}),
      ...(row.spotter ? { spotter: id<'track'>(spotterOf(row).track) } : {}),
    }
  })
}

/** Cues of one group are stood by together, as early as the one that needs it longest. */
function standbyOf(row: CueRow, placed: readonly Placed[]): number {
  const together = placed.filter((other) => row.group !== undefined && other.row.group === row.group)
  return Math.max(
    row.standby ?? STANDBY_SECONDS,
    ...together.map((other) => other.row.standby ?? STANDBY_SECONDS),
  )
}

function triggerOf(row: CueRow, anchor: Anchor): Trigger {
  if (row.after !== undefined && row.wait !== undefined) {
    return { kind: 'auto-follow', after: cueId(row.after), seconds: row.wait }
  }
  if (row.after !== undefined) return { kind: 'follow-on', after: cueId(row.after) }
  if (row.sees !== undefined) return { kind: 'visual', watch: row.sees }
  if (row.timed) return { kind: 'timed', seconds: anchor.seconds }
  return { kind: 'called' }
}

/** So many seconds before, if need be in the item before; at the top of the show, at its top. */
function earlier(production: Production, pages: Pages, anchor: Anchor, by: number): Anchor {
  const index = production.items.findIndex((item) => item.id === anchor.item)
  const before = production.items[index - 1]
  const item = anchor.seconds < by && before ? before.id : anchor.item
  const seconds =
    item === anchor.item
      ? Math.max(0, anchor.seconds - by)
      : Math.max(0, pages.lengthOf(item) + anchor.seconds - by)
  const line = pages.wordsAt(item, seconds)
  return { item: id(item), seconds, ...(line ? { line } : {}) }
}

function spotterOf(row: CueRow): { track: string; place: string } {
  const [track = '', place = ''] = (row.spotter ?? '').toLowerCase().split(' at ')
  return { track, place }
}

/** What operators and spotters do, said by the cues themselves. */
export function cueDuties(production: Production, pages: Pages): Duties {
  const duties = new Map<string, Duty[]>()
  const add = (track: string, duty: Duty) => duties.set(track, [...(duties.get(track) ?? []), duty])
  for (const { row, anchor } of placeCues(production.cues, pages)) {
    const department = production.departments.find((one) => row.cue.startsWith(`${one.short} `))
    const from = Math.max(0, anchor.seconds - 4)
    const to = Math.min(anchor.seconds + (row.runs ?? 6), pages.lengthOf(row.item))
    const busy = {
      item: row.item,
      from,
      to,
      drop: 'essential' as const,
      ...(row.safety ? { safety: true } : {}),
    }
    // Lights, sound and video are one long duty each; deck and wardrobe write their own.
    const own = department && ['fly', 'automation', 'trap', 'follow spot'].includes(department.kind)
    if (department && own) {
      const kind = department.kind === 'follow spot' ? 'spot' : 'task'
      for (const track of row.by ?? department.operators) {
        add(track, {
          ...busy,
          title: `${row.cue}: ${row.title}`,
          kind,
          in: department.at,
          out: department.at,
        })
      }
    }
    if (row.spotter) {
      const { track, place } = spotterOf(row)
      const title = `Say clear for ${row.cue}: ${row.title}`
      add(track, { ...busy, title, kind: 'task', in: place, out: place, safety: true })
    }
  }
  return Object.fromEntries(duties)
}
