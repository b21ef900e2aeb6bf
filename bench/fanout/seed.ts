// Makes the bench's installation: a show of as many moments as asked, an act that is up, and paired devices.

import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RoleName } from '../../src/core/disclosure/policy.ts'
import { type Post, theMachine } from '../../src/core/installation/installation.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import type { Cue, Item } from '../../src/core/show/show.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { openStage, type Stage } from '../../src/server/hub/stage.ts'
import { DATABASE_NAME } from '../../src/server/keep/names.ts'
import { openSqliteLog } from '../../src/server/log/sqlite.ts'

const [, , dir = '', moments = '500', devices = '2001'] = process.argv
const NIGHT_EVENTS = Number(process.env['GHOSTLIGHT_BENCH_EVENTS'] ?? 0)
const MOMENT_SECONDS = 20
const ITEM_MOMENTS = 10

const itemOf = (moment: number) => `item${Math.floor(moment / ITEM_MOMENTS)}`

function cuesOf(moment: number): readonly Cue[] {
  const cue = (department: string): Cue => ({
    id: id<'cue'>(`${department}-${moment}`),
    department: id<'department'>(department),
    number: String(moment * 2 + 1),
    title: `State ${moment} with a usual title, stand by deck crew, check the hand-off stage left`,
    anchor: {
      item: id<'item'>(itemOf(moment)),
      seconds: (moment % ITEM_MOMENTS) * MOMENT_SECONDS,
      line: `the words that moment ${moment} is called on`,
    },
    trigger: { kind: 'called' },
    group: `m${moment}`,
  })
  return [cue('lx'), cue('snd'), cue('fly')]
}

function showText(count: number): string {
  const items: Item[] = []
  for (let item = 0; item < count / ITEM_MOMENTS; item += 1) {
    const seconds = ITEM_MOMENTS * MOMENT_SECONDS
    items.push({
      id: id<'item'>(`item${item}`),
      code: String(item + 1),
      title: `Number ${item + 1}`,
      kind: 'number',
      act: 1,
      seconds,
    })
  }
  const departments = [
    { id: 'lx', name: 'Lights', short: 'LX', kind: 'lights' },
    { id: 'snd', name: 'Sound', short: 'SND', kind: 'sound' },
    { id: 'fly', name: 'Fly', short: 'FLY', kind: 'fly' },
  ]
  const cues = Array.from({ length: count }, (_, moment) => cuesOf(moment)).flat()
  const people = [{ id: 'noor', name: 'Noor Haddad', callName: 'Noor' }]
  return JSON.stringify({
    format: 'ghostlight-show',
    formatVersion: 1,
    title: 'Bench',
    items,
    departments,
    cues,
    people,
  })
}

const kinds: readonly Omit<Post, 'name'>[] = [
  post('caller'),
  post('dept', { department: id<'department'>('lx') }),
  post('perf', { person: id<'person'>('noor') }),
  post('callboard'),
]

function post(role: RoleName, more: Partial<Post> = {}): Omit<Post, 'name'> {
  return { roles: [role], person: null, department: null, place: null, ...more }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function pairAll(stage: Stage, count: number): Promise<void> {
  const submit = (command: Parameters<typeof stage.installation.submit>[0]['command'], name: string) =>
    stage.installation.submit({ id: name, by: theMachine, madeAt: systemClock.now(), command })
  for (let from = 0; from < count; from += 100) {
    const batch = Array.from({ length: Math.min(100, count - from) }, (_, offset) => from + offset)
    const link = (i: number) => ({ device: id<'device'>(`bench-${i}`), linkHash: sha256(`link-${i}`) })
    await Promise.all(
      batch.map((i) => {
        const kind = kinds[i % kinds.length]
        if (!kind) throw new Error('there are kinds of screen')
        return submit(
          { name: 'device.invite', ...link(i), post: { ...kind, name: `Screen ${i}` } },
          `invite-${i}`,
        )
      }),
    )
    await Promise.all(
      batch.map((i) =>
        submit({ name: 'device.pair', ...link(i), secretHash: sha256(`secret-${i}`) }, `pair-${i}`),
      ),
    )
  }
}

/** A record as long as a night with much in it: calls by day, acknowledged and noted. */
async function callNight(stage: Stage, events: number): Promise<void> {
  const night = stage.night()
  if (!night) throw new Error('the bench performance is open')
  const by = { ...theMachine, roles: ['caller', 'SM'] as const }
  for (let count = 0; count < events; count += 1) {
    const { move, next } = night.owner.state().calling.desk
    const moment = night.plan.timeline.moments[next % night.plan.timeline.moments.length]
    if (!moment) throw new Error('the bench show has moments')
    const command =
      count % 6 === 5
        ? ({ name: 'item.start', item: id<'item'>(itemOf((count * 7) % 500)) } as const)
        : ({
            name: 'cue.go',
            moment: moment.id,
            move,
            jump: next >= night.plan.timeline.moments.length,
          } as const)
    await night.owner.submit({ id: `night-${count}`, by, madeAt: systemClock.now(), command })
  }
}

mkdirSync(dir, { recursive: true })
const log = await openSqliteLog({ file: join(dir, DATABASE_NAME) })
const readShow = (text: string) => {
  const read = readShowFile(text)
  return read.ok ? read.show : null
}
let fresh = 0
const stage = await openStage({
  log,
  clock: systemClock,
  readShow,
  goIntervalMs: 0,
  freshId: () => `bench${fresh++}`,
})
const text = showText(Number(moments))
const show = readShow(text)
if (!show) throw new Error('the bench show is well formed')
await stage.plan(text, show, instant(Date.now()), theMachine)
await pairAll(stage, Number(devices))
const night = stage.night()
await night?.owner.submit({
  id: 'act-1-up',
  by: { ...theMachine, roles: ['caller'] },
  madeAt: systemClock.now(),
  command: { name: 'act.up', act: 1 },
})
if (NIGHT_EVENTS > 0) await callNight(stage, NIGHT_EVENTS)
await stage.close()
await log.close()
