// Plays such an evening: wings tap those whom they see, every ask is answered at once, and time passes in steps.

import { dice } from '../../src/core/kit/dice.ts'
import { id } from '../../src/core/kit/ids.ts'
import { presenceDue } from '../../src/core/night/concerns.ts'
import { factsOf } from '../../src/core/night/plan-facts.ts'
import { showClock } from '../../src/core/night/show-clock.ts'
import { isOpen } from '../../src/core/presence/concern.ts'
import type { PresenceEvent } from '../../src/core/presence/events.ts'
import { caller, Evening, stageManager } from './concern-evening.ts'
import { aViewer } from './nights.ts'
import { wingEvening } from './wing-evening.ts'

export type WingNight = {
  readonly seed: number
  /** Minutes of the show until which it is played. */
  readonly minutes: number
  readonly tapped?: number
  readonly hold?: { readonly at: number; readonly minutes: number }
  /** From then on nothing is tapped at stage right; `unheard`: and the server hears nothing of its screen. */
  readonly blind?: { readonly from: number; readonly unheard: boolean }
  readonly mode?: 'quiet' | 'full'
}

type Opened = Extract<PresenceEvent, { type: 'concern.opened' }>['body']
export type Doubted = Opened & { readonly clock: number; readonly seq: number }

const STEP_MS = 5_000
const wings = { 'stage right': 'sr1', 'stage left': 'sl1' } as const

/** `opened`: what was asked, by the show clock. */
export function playWings(one: WingNight): { readonly night: Evening; readonly opened: readonly Doubted[] } {
  const night = new Evening(wingEvening(one.seed))
  if (one.mode === 'full') night.do({ name: 'presence.mode', mode: 'full' }, stageManager)
  const opened: Doubted[] = []
  const tapped = new Set<string>()
  for (let clock = 0; clock < one.minutes; clock = showClock(night.plan, night.state, night.now)) {
    holdOn(night, one, clock)
    night.wait(STEP_MS)
    const now = showClock(night.plan, night.state, night.now)
    const { blind } = one
    const isBlind = blind !== undefined && now >= blind.from
    tapAll(night, { one, tapped, now, isBlind })
    const unheard = new Set(isBlind && blind.unheard ? ['stage right'] : [])
    for (const event of presenceDue(night.plan, night.state, night.now, unheard)) {
      const { seq } = night.record('machine', event)
      if (event.type === 'concern.opened') opened.push({ ...event.body, clock: now, seq })
    }
    answerAll(night)
  }
  return { night, opened }
}

function holdOn(night: Evening, { hold }: WingNight, clock: number): void {
  if (hold === undefined || clock < hold.at || night.state.calling.holds.length > 0) return
  night.do({ name: 'clock.hold' }, caller)
  for (let left = hold.minutes * 60_000; left > 0; left -= STEP_MS) {
    night.wait(STEP_MS)
    for (const event of presenceDue(night.plan, night.state, night.now)) night.record('machine', event)
  }
  night.do({ name: 'clock.resume' }, caller)
}

type Tapping = {
  readonly one: WingNight
  readonly tapped: Set<string>
  readonly now: number
  readonly isBlind: boolean
}

/** At the usual moment, in so many of ten. */
function tapAll(night: Evening, { one, tapped, now, isBlind }: Tapping): void {
  for (const usual of factsOf(night.plan, 'GB').usual) {
    if (usual.kind !== 'entrance' || usual.at > now || tapped.has(usual.key)) continue
    tapped.add(usual.key)
    const side = usual.source as keyof typeof wings
    const chance = one.tapped ?? 0.7
    const seed = [...usual.key].reduce((hash, letter) => hash * 31 + letter.charCodeAt(0), one.seed)
    if (!dice(seed).chance(chance) || (isBlind && side === 'stage right')) continue
    const by = aViewer('ASM', { place: wings[side], device: `wing-${side}` })
    night.do({ name: 'people.see', people: [usual.person], how: 'eyes', place: null, by: null }, by)
  }
}

function answerAll(night: Evening): void {
  for (const { concern, version } of night.state.presence.concerns.concerns.filter(isOpen)) {
    const answer = { answer: 'on their way', place: null, by: id<'person'>('sam') } as const
    night.do({ name: 'concern.answer', concern, version, ...answer }, stageManager)
  }
}
