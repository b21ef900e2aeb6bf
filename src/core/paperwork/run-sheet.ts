// The run sheet of a department: everything it does tonight, in the order of the night, as far as the show file has it.

import type { Instant } from '../kit/time.ts'
import type { Anchor, Department, DepartmentId, Show, Track, TrackId } from '../show/show.ts'
import { follows, type PlanPoint, type Timeline } from '../show/timeline.ts'

export type RunRow = {
  readonly at: PlanPoint
  readonly item: string
  /** "LX 24", or nothing where the sheet's line is not a cue. */
  readonly cue: string
  /** The words, the bar or what to watch. */
  readonly line: string
  readonly what: string
  readonly from: string
  readonly to: string
  readonly who: string
  readonly side: string
  readonly notes: string
  /** When it is expected, as the night stands. */
  readonly expected: Instant | null
}

export type RunSheet = {
  readonly title: string
  readonly number: number | null
  readonly timeZone: string
  readonly department: string
  /** What must stand ready before the show. */
  readonly presets: readonly { readonly what: string; readonly place: string; readonly before: string }[]
  readonly rows: readonly RunRow[]
}

type Sheet = {
  readonly show: Show
  readonly plan: Timeline
  readonly department: Department
  readonly expected: (point: PlanPoint) => Instant | null
}
type Line = Omit<RunRow, 'at' | 'item' | 'line' | 'expected'> & {
  readonly anchor: Anchor
  readonly watch?: string
}

/** Null for a department that is not in the show. */
export function runSheet(
  show: Show,
  plan: Timeline,
  department: DepartmentId,
  opened: { readonly number: number; readonly expected: Sheet['expected'] } | null,
): RunSheet | null {
  const found = show.departments.find((one) => one.id === department)
  if (!found) return null
  const sheet: Sheet = { show, plan, department: found, expected: opened?.expected ?? (() => null) }
  const lines = [...cues(sheet), ...tasks(sheet), ...changes(sheet), ...handOffs(sheet)]
  return {
    title: show.title,
    number: opened?.number ?? null,
    timeZone: show.timeZone,
    department: found.name,
    presets: presets(sheet),
    rows: lines
      .flatMap((line) => row(sheet, line))
      .sort((a, b) => a.at.act - b.at.act || a.at.seconds - b.at.seconds),
  }
}

/** What is cut from tonight's edition is not on the sheet. */
function row({ plan, expected }: Sheet, { anchor, watch, ...line }: Line): readonly RunRow[] {
  const item = plan.items.find((one) => one.id === anchor.item)
  if (!item) return []
  const at = { act: item.act, seconds: item.starts.seconds + anchor.seconds }
  const bar = anchor.bar === undefined ? '' : `bar ${anchor.bar}`
  const words = anchor.line === undefined ? '' : `“${anchor.line}”`
  return [
    {
      ...line,
      at,
      item: `${item.act} · ${item.code === '' ? item.title : `${item.code} ${item.title}`}`,
      line: [watch ?? '', words, bar].filter((one) => one !== '').join(', '),
      expected: expected(at),
    },
  ]
}

const blank = { cue: '', from: '', to: '', who: '', side: '', notes: '' }

function cues({ show, department }: Sheet): readonly Line[] {
  return show.cues
    .filter((cue) => cue.department === department.id)
    .map((cue) => {
      const after = follows(cue)
      const leader = after === null ? undefined : show.cues.find((one) => one.id === after)
      const of = show.departments.find((one) => one.id === leader?.department)?.short ?? ''
      const { trigger } = cue
      return {
        ...blank,
        cue: `${department.short} ${cue.number}`,
        what: cue.title,
        anchor: cue.anchor,
        watch:
          trigger.kind === 'visual'
            ? trigger.watch
            : leader
              ? `follows ${of} ${leader.number}`
              : trigger.kind === 'timed'
                ? `timed, ${trigger.seconds} s`
                : '',
        who: cue.spotter === undefined ? '' : `clear: ${nameOf(show, cue.spotter)}`,
        notes: cue.safety ? 'SAFETY' : '',
      }
    })
}

/** What its people do: the tracks of those who are engaged in it. */
function tasks({ show, department }: Sheet): readonly Line[] {
  const mine = new Set(tracksOf(show, department).map(({ id }) => id))
  return show.obligations
    .filter((one) => mine.has(one.track))
    .map((one) => ({
      ...blank,
      what: [one.title, ...(one.props ?? []).map((prop) => propName(show, prop))].join(' · '),
      anchor: one.anchor,
      from: placeCode(show, one.placeIn),
      to: placeCode(show, one.placeOut),
      who: nameOf(show, one.track),
      side: sideOf(show, one.placeIn ?? one.placeOut),
      notes: [
        one.mic === undefined ? '' : `mic ${show.mics.find((mic) => mic.id === one.mic)?.pack ?? one.mic}`,
        one.safety ? 'SAFETY' : '',
      ]
        .filter((note) => note !== '')
        .join(', '),
    }))
}

function tracksOf({ tracks, engagements }: Show, department: Department): readonly Track[] {
  const people = engagements.filter((one) => one.department === department.id).map((one) => one.person)
  return tracks.filter((track) => track.owner !== undefined && people.includes(track.owner))
}

/** Changes are wardrobe's; who dresses is their track. */
function changes({ show, department }: Sheet): readonly Line[] {
  if (department.kind !== 'wardrobe') return []
  const costume = (id: string | undefined) => show.costumes.find((one) => one.id === id)?.name ?? ''
  return show.changes.map((one) => ({
    ...blank,
    what: `${nameOf(show, one.track)}: ${costume(one.from)} → ${costume(one.to)}`,
    anchor: one.anchor,
    to: placeCode(show, one.place),
    who: one.dressers.map((dresser) => nameOf(show, dresser)).join(', '),
    side: sideOf(show, one.place),
    notes: [`${one.seconds} s`, one.underdressed ? 'underdressed' : '', one.notes ?? '']
      .filter((note) => note !== '')
      .join(', '),
  }))
}

function handOffs({ show, department }: Sheet): readonly Line[] {
  if (department.kind !== 'props' && department.kind !== 'deck') return []
  return show.handOffs.map((one) => ({
    ...blank,
    what: `${propName(show, one.prop)} handed on`,
    anchor: one.anchor,
    from: nameOf(show, one.from),
    to: nameOf(show, one.to),
    side: sideOf(show, one.place),
    notes: placeCode(show, one.place),
  }))
}

function presets({ show, plan, department }: Sheet): RunSheet['presets'] {
  return show.presets
    .filter((one) => one.department === department.id)
    .flatMap((one) => {
      const before = plan.items.find((item) => item.id === one.before)
      if (!before) return []
      const name = before.code === '' ? before.title : `${before.code} ${before.title}`
      return [{ what: one.title, place: placeCode(show, one.place), before: name }]
    })
}

function nameOf({ tracks, people }: Show, id: TrackId): string {
  const track = tracks.find((one) => one.id === id)
  return people.find((one) => one.id === track?.owner)?.callName ?? track?.code ?? ''
}
const propName = (show: Show, id: string): string => show.props.find((one) => one.id === id)?.name ?? id
const placeCode = (show: Show, id: string | undefined): string =>
  show.venue.places.find((one) => one.id === id)?.code ?? ''
const sideOf = (show: Show, id: string | undefined): string =>
  show.venue.places.find((one) => one.id === id)?.side ?? ''
