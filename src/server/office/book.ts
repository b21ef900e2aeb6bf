// The show as its editor has it, and whether tonight is played from it.

import { nextNumber } from '../../core/editing/cues.ts'
import { WHOLE_SHOW } from '../../core/editing/order.ts'
import { linesOf } from '../../core/editing/tables/tables.ts'
import { dayOf } from '../../core/kit/day.ts'
import type { Instant } from '../../core/kit/time.ts'
import { noSafety } from '../../core/show/safety.ts'
import { venueChecks } from '../../core/show/safety-checks.ts'
import type { Cue, Show } from '../../core/show/show.ts'
import type { ShowBook, Tonight } from '../../wire/office.ts'
import type { Stage } from '../hub/stage.ts'
import { coverRows, levelsOf } from './cover-rows.ts'
import { isKnownNumber } from './known-number.ts'
import { entranceLines, trackLines } from './plot-lines.ts'

export async function bookOf(show: Show, stage: Stage, now: Instant): Promise<ShowBook> {
  const on = { today: dayOf(now, show.timeZone), known: await isKnownNumber(show) }
  const { title, venue, country, timeZone } = show
  const items = new Map(show.items.map((item) => [item.id, item]))
  const order = show.editions[0]?.items.flatMap((id) => items.get(id) ?? []) ?? show.items
  return {
    ...{ title, venue: venue.name, address: venue.address ?? '', country, timeZone },
    promptSide: venue.promptSide ?? '',
    help: venue.help ?? {},
    safety: venue.safety ?? noSafety,
    checks: venueChecks(venue, on),
    places: venue.places.map(({ code, name }) => ({ code, name })),
    people: show.people.map(({ id, name, callName }) => {
      const engagement = show.engagements.find((one) => one.person === id)
      return { id, name, callName, does: engagement?.title ?? '', kind: engagement?.kind ?? 'ensemble' }
    }),
    items: order
      .filter((item) => item.id !== WHOLE_SHOW)
      .map(({ id, code, title: words, act, seconds, kind }) => ({
        id,
        code,
        title: words,
        act,
        seconds,
        kind,
      })),
    departments: show.departments.map(({ id, short, name }) => ({
      ...{ id, short, name },
      cues: show.cues.filter((cue) => cue.department === id).length,
      nextNumber: nextNumber(show, id),
    })),
    cues: cueLines(show),
    tracks: trackLines(show),
    entrances: entranceLines(show),
    covers: coverRows(show),
    tables: tablesOf(show),
    coverLevels: levelsOf(show),
    tonight: tonightOf(stage),
  }
}

const tablesOf = (show: Show): ShowBook['tables'] => ({
  changes: linesOf(show, 'changes'),
  'hand-offs': linesOf(show, 'hand-offs'),
  presets: linesOf(show, 'presets'),
  mics: linesOf(show, 'mics'),
  calls: linesOf(show, 'calls'),
  company: linesOf(show, 'company'),
})

function cueLines(show: Show): ShowBook['cues'] {
  const order = new Map((show.editions[0]?.items ?? []).map((item, index) => [item, index]))
  const place = (cue: Cue) => order.get(cue.anchor.item) ?? Number.MAX_SAFE_INTEGER
  const sorted = show.cues.toSorted((a, b) => place(a) - place(b) || a.anchor.seconds - b.anchor.seconds)
  return sorted.map(({ id, department, number, title, anchor, group }, index) => ({
    ...{ id, department, number, title },
    words: anchor.line ?? '',
    item: anchor.item === WHOLE_SHOW ? '' : anchor.item,
    together: group !== undefined && sorted[index - 1]?.group === group,
    guessed: anchor.guessed === true,
  }))
}

function tonightOf(stage: Stage): Tonight {
  const night = stage.night()
  const published = stage.installation.state().published
  if (!night) return { state: 'none' }
  const { number, curtainAt, show } = night.performance
  if (show === published?.show) return { state: 'same', number, curtainAt }
  const sentence =
    night.owner.state().calling.closedAt === null
      ? 'Tonight is still played from the version before your last change.'
      : 'Tonight’s performance is closed. The next one is played from what stands here.'
  return { state: 'older', number, curtainAt, sentence }
}
