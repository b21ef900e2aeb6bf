// The one control for curtains: what it would do now, and how far a two-step press has come.

import { between, type Instant } from '../../core/kit/time.ts'
import type { MomentLine, PositionSection } from '../../core/night/sections.ts'
import { isWorked, kindOf } from '../../core/show/kinds.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { words } from '../speech/speech.ts'
import { phaseOf } from '../ui/phase.ts'

export type ActStep = {
  readonly key: 'u' | 'd' | 'e'
  readonly words: string
  readonly command: WireCommand
}

/** At a tech any act is taken, and it ends whenever it is ended; there is no next one by itself. */
const isWorkedOn = ({ number }: PositionSection): boolean => isWorked(kindOf(number))

const close = (said = words().runningOrder.close): ActStep => ({
  key: 'e',
  words: said,
  command: { name: 'performance.close' },
})

/**
 * The end where nobody has come to the end: of a tech between any two stretches of it, of everything else where it is
 * called off, before it or in an interval. Null where `actStep` has it, and while an act is up.
 */
export function endStep(position: PositionSection, next: MomentLine | null): ActStep | null {
  const { kind } = phaseOf(position)
  if (kind === 'running' || kind === 'closed') return null
  if (isWorkedOn(position)) return next !== null || kind !== 'after' ? close() : null
  return kind === 'after' ? null : close(words().runningOrder.callOff)
}

/** Null once the night is closed: nothing is left to do here. `next`: the cue at the now-line. */
export function actStep(position: PositionSection, next: MomentLine | null): ActStep | null {
  const texts = words().runningOrder
  const phase = phaseOf(position)
  if (isWorkedOn(position) && next !== null && phase.kind !== 'running' && phase.kind !== 'closed') {
    const { act } = next.at
    return { key: 'u', words: texts.actUp({ act }), command: { name: 'act.up', act } }
  }
  switch (phase.kind) {
    case 'before': {
      const { act } = position.running.point
      return { key: 'u', words: texts.actUp({ act }), command: { name: 'act.up', act } }
    }
    case 'running':
      return {
        key: 'd',
        words: texts.actDown({ act: phase.act }),
        command: { name: 'act.down', act: phase.act },
      }
    case 'interval':
      return {
        key: 'u',
        words: texts.actUp({ act: phase.next }),
        command: { name: 'act.up', act: phase.next },
      }
    case 'after':
      return close()
    case 'closed':
      return null
    default:
      return phase satisfies never
  }
}

/** A call this long before it is due is meant for another time: it asks to be pressed again. */
const CALL_EARLY_MS = 60_000

export const isEarly = (due: Instant, now: Instant): boolean => between(now, due) > CALL_EARLY_MS
