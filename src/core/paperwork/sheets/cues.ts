// The cue sheet: the whole book as it is called, or one department's part of it, with what is cut tonight marked as cut.

import type { Cue, Department } from '../../show/show.ts'
import { cueName, DECK, follows, type Moment, partOf } from '../../show/timeline.ts'
import { type Block, intoAct, itemName, pencil, type Sheet, type SheetContext } from './sheet.ts'

/** `only`: the department whose cues these are; null for the whole book. */
export function cueSheet(context: SheetContext, only: Department | null): Sheet {
  const acts = [...new Set(context.plan.items.map(({ act }) => act))]
  const blocks = acts
    .map((act) => actBlock(context, act, only))
    .filter((block) => block.kind === 'table' && block.rows.length > 0)
  return {
    id: only === null ? 'cues' : `cues:${only.id}`,
    name: only === null ? 'Cue sheet' : `Cue sheet · ${only.name}`,
    large: false,
    blocks: blocks.length > 0 ? blocks : [none],
  }
}

const none: Block = {
  kind: 'words',
  heading: '',
  lines: ['There are no cues yet. They are added in the cue list of the show.'],
}

const columns = [
  { head: 'Into act', width: 9, right: true },
  { head: 'Item', width: 16 },
  { head: 'On', width: 28 },
  { head: 'Cue', width: 13 },
  { head: 'What', width: 18 },
  pencil('Pencil', 16),
] as const

function actBlock(context: SheetContext, act: number, only: Department | null): Block {
  const moments = (only === null ? context.plan.moments : context.plan.own[only.id]) ?? []
  return {
    kind: 'table',
    heading: `Act ${act}`,
    columns,
    rows: moments
      .filter(({ at }) => at.act === act)
      .map((moment) => row(context, only === null ? whole(moment) : partOf(moment, only.id))),
    none: '',
  }
}

const whole = (moment: Moment): Moment => ({ ...moment, cues: [...moment.cues, ...moment.followers] })

function row({ show, plan, calling }: SheetContext, moment: Moment): readonly string[] {
  const { cues } = moment
  const item = plan.items.find(({ id }) => id === moment.item)
  const bar = cues.find(({ anchor }) => anchor.bar !== undefined)?.anchor.bar
  const page = cues.find(({ anchor }) => anchor.page !== undefined)?.anchor.page
  const on = [
    page === undefined ? '' : `p. ${page}`,
    bar === undefined ? '' : `bar ${bar}`,
    moment.line === undefined ? '' : `“${moment.line}”`,
    ...cues.map((cue) => watched(cue)),
    moment.playhead === DECK ? '' : `from the list “${moment.playhead}”`,
    clearOf(show, cues),
  ]
  const cut = calling.cut.includes(moment.index)
  return [
    intoAct(moment.at),
    item ? itemName(item) : '',
    joined(on),
    `${cut ? 'CUT TONIGHT ' : ''}${cues.map((cue) => cueName(cue, show.departments)).join(', ')}`,
    joined([...cues.map(({ title }) => title), cues.some(({ safety }) => safety === true) ? 'SAFETY' : '']),
  ]
}

const joined = (words: readonly string[]): string =>
  [...new Set(words)].filter((one) => one !== '').join('; ')

function watched(cue: Cue): string {
  const { trigger } = cue
  switch (trigger.kind) {
    case 'called':
      return ''
    case 'visual':
      return trigger.watch
    case 'timed':
      return `timed, ${trigger.seconds} s`
    case 'follow-on':
    case 'auto-follow':
      return follows(cue) === null ? '' : 'follows by itself'
    default:
      return trigger satisfies never
  }
}

/** Of a department, only those whom its own cues wait for. */
function clearOf(show: SheetContext['show'], cues: readonly Cue[]): string {
  const names = cues.flatMap(({ spotter }) => {
    const track = show.tracks.find((one) => one.id === spotter)
    const person = show.people.find((one) => one.id === track?.owner)
    return track ? [person?.callName ?? track.code] : []
  })
  return names.length === 0 ? '' : `wait for clear: ${[...new Set(names)].join(', ')}`
}
