// An evening on which time passes in seconds, and everybody who may be asked about somebody has a screen.

import { id } from '../../src/core/kit/ids.ts'
import { presenceDue } from '../../src/core/night/concerns.ts'
import { planOf } from '../../src/core/night/night.ts'
import type { Answer } from '../../src/core/presence/commands.ts'
import { aViewer, TestNight } from './nights.ts'
import { quietEvening } from './quiet-evening.ts'

export const person = (name: string) => id<'person'>(name)
export const caller = aViewer('caller', { person: 'cal' })
export const stageManager = aViewer('SM', { person: 'sam' })
export const phone = (name: string) => aViewer('perf', { person: name })
export const dresser = aViewer('dresser', { person: 'dru', device: 'dru-phone' })
export const wing = aViewer('ASM', { place: 'sr1', device: 'wing-right' })
export const company = aViewer('CM', { person: 'cleo' })

/** A night on which time passes in seconds, and the machine does what that demands. */
export class Evening extends TestNight {
  constructor(show = quietEvening()) {
    super(planOf(show))
    this.open()
    this.do({ name: 'presence.mode', mode: 'quiet' }, stageManager)
    for (const one of this.plan.show.people) this.do({ name: 'sign.in', person: one.id }, stageManager)
    this.wait(30 * 60_000)
    this.do({ name: 'act.up', act: 1 }, caller)
  }

  /** So many seconds, one at a time; screens show what they are asked where `shown`. */
  pass(seconds: number, shown = true): this {
    for (let second = 0; second < seconds; second += 1) {
      this.wait(1000)
      for (const event of presenceDue(this.plan, this.state, this.now)) this.record('machine', event)
      if (shown) this.show()
    }
    return this
  }

  show(): void {
    for (const { concern, asks } of this.state.presence.concerns.concerns)
      for (const { ask, person: whom, shownAt } of asks)
        if (shownAt === null) this.do({ name: 'ask.shown', concern, ask }, phone(whom))
  }

  concern(number = 1) {
    const found = this.state.presence.concerns.concerns[number - 1]
    if (!found) throw new Error('there is a concern')
    return found
  }

  answer(name: string, answer: Answer, number = 1) {
    const { version } = this.concern(number)
    const command = {
      name: 'concern.answer',
      concern: number,
      version,
      answer,
      place: null,
      by: null,
    } as const
    return this.ask(command, phone(name))
  }

  events(type: string) {
    return this.log.filter((event) => event.type === type)
  }
}
