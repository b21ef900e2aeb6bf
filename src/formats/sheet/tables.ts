// The lists of a show as tables: cues and the running order, with heads that this room reads back.

import type { Cue, Item, Show } from '../../core/show/show.ts'

export type Table = {
  readonly name: string
  /** The first row says what the columns are. */
  readonly rows: readonly (readonly string[])[]
}

const tableNames = ['cues', 'rundown'] as const
export type TableName = (typeof tableNames)[number]

export const tableOf = (show: Show, name: TableName): Table =>
  name === 'cues' ? cuesOf(show) : rundownOf(show)

function cuesOf(show: Show): Table {
  const items = new Map(show.items.map((item) => [item.id, item]))
  const departments = new Map(show.departments.map((one) => [one.id, one]))
  const spoken = (cue: Cue) => `${departments.get(cue.department)?.short ?? ''} ${cue.number}`
  const cues = new Map(show.cues.map((cue) => [cue.id, cue]))
  const follow = ({ trigger }: Cue): string => {
    if (!('after' in trigger)) return ''
    const after = cues.get(trigger.after)
    const late = trigger.kind === 'auto-follow' && trigger.seconds > 0 ? ` ${trigger.seconds} s` : ''
    return `follow${late}${after ? ` after ${spoken(after)}` : ''}`
  }
  const rows = show.cues.map((cue) => [
    departments.get(cue.department)?.short ?? '',
    cue.number,
    cue.title,
    cue.anchor.line ?? '',
    cue.anchor.page ?? '',
    nameOf(items.get(cue.anchor.item), show),
    follow(cue),
  ])
  return {
    name: 'Cues',
    rows: [['Department', 'Number', 'Title', 'Line', 'Page', 'Scene', 'Follow'], ...rows],
  }
}

/** Its title where that is its own, else the number it is called by; the show as one has no name. */
function nameOf(item: Item | undefined, { items }: Show): string {
  if (!item || items.length === 1) return ''
  const isOwn = (name: string) =>
    name !== '' && items.filter((one) => one.title === name || one.code === name).length === 1
  return isOwn(item.title) ? item.title : item.code || item.title
}

function rundownOf(show: Show): Table {
  const rows = show.items.map(({ code, title, act, seconds, kind }) => [
    code,
    title,
    String(act),
    lengthOf(seconds),
    kind,
  ])
  return { name: 'Running order', rows: [['Number', 'Title', 'Act', 'Length', 'Kind'], ...rows] }
}

const two = (number: number): string => String(number).padStart(2, '0')

const lengthOf = (seconds: number): string => {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 3_600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}
