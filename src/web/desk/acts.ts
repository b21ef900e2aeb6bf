// The one control for curtains: what it would do now, and how far a two-step press has come.

import { between, type Instant } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { words } from '../speech/speech.ts'
import { phaseOf } from '../ui/phase.ts'

export type ActStep = {
  readonly key: 'u' | 'd' | 'e'
  readonly words: string
  readonly command: WireCommand
}

/** Null once the night is closed: nothing is left to do here. */
export function actStep(position: PositionSection): ActStep | null {
  const texts = words().runningOrder
  const phase = phaseOf(position)
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
      return { key: 'e', words: texts.close, command: { name: 'performance.close' } }
    case 'closed':
      return null
    default:
      return phase satisfies never
  }
}

/** A call this long before it is due is meant for another time: it asks to be pressed again. */
export const CALL_EARLY_MS = 60_000

export const isEarly = (due: Instant, now: Instant): boolean => between(now, due) > CALL_EARLY_MS
