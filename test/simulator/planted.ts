// The faults that are planted: each with the rule that must find it, and a count of how often it was there to be found.

import type { Viewer } from '../../src/core/disclosure/policy.ts'
import type { AppendOutcome } from '../../src/server/log/log.ts'
import type { FromServer } from '../../src/wire/messages.ts'
import type { FaultKind } from './faults.ts'
import type { NightKind } from './kinds.ts'
import { marked } from './little-show.ts'
import type { Plant } from './plants.ts'

export type Planted = {
  readonly what: string
  readonly rule: string
  /** The faults that must be on for it to show. */
  readonly only: readonly FaultKind[]
  /** On which kind of night it shows; a short one of everything where it is not said. */
  readonly kind?: NightKind
  /** It may also do no harm, and is then not found. */
  readonly mayPass?: true
  readonly plant: (strikes: () => void) => Plant
}

type Frame = Extract<FromServer, { t: 'frame' }>

export const frameIn = (text: string): Frame | null =>
  // `as`: our own server, which builds its messages from the same type.
  text.startsWith('{"t":"frame"') ? (JSON.parse(text) as Frame) : null

export const isPhone = (viewer: Viewer): boolean => viewer.roles.includes('perf')
export const isDesk = (viewer: Viewer): boolean => viewer.roles.includes('caller')

/** True once, at the `count`-th time of asking. */
export const atThe = (count: number): (() => boolean) => {
  let asked = 0
  return () => {
    asked += 1
    return asked === count
  }
}

export const planted: readonly Planted[] = [
  {
    what: 'an event is not folded in',
    rule: 'SIM-5',
    only: [],
    plant: (strikes) => {
      const now = atThe(8)
      const told = (outcome: AppendOutcome): AppendOutcome => {
        if (outcome.done !== 'appended' || outcome.events[0]?.type !== 'cue.called' || !now()) return outcome
        strikes()
        return { ...outcome, events: outcome.events.map((event) => ({ ...event, type: 'cue.forgotten' })) }
      }
      return { told: (outcomes) => outcomes.map(told) }
    },
  },
  {
    what: 'a cue is called twice by one press',
    rule: 'SIM-7',
    only: [],
    plant: (strikes) => {
      const now = atThe(4)
      return {
        asked: (appends) =>
          appends.map((append) => {
            if (append.events[0]?.type !== 'cue.called' || !now()) return append
            strikes()
            return { ...append, events: [...append.events, ...append.events] }
          }),
      }
    },
  },
  {
    what: 'a press counts from when it arrived, not from when it was made',
    rule: 'SIM-7',
    only: [],
    mayPass: true,
    plant: (strikes) => ({
      dawdles: (text) => (text.includes('"cue.go"') ? 3_000 : 0),
      heard: (text, now) => {
        if (!text.includes('"cue.go"')) return text
        const message = JSON.parse(text) as { madeAt: number }
        strikes()
        return JSON.stringify({ ...message, madeAt: now })
      },
    }),
  },
  {
    what: 'two frames change places',
    rule: 'SIM-8',
    only: [],
    plant: (strikes) => {
      let held: Frame | null = null
      const now = atThe(3)
      return {
        sent: (viewer, text) => {
          const frame = isPhone(viewer) && viewer.device.endsWith('1') ? frameIn(text) : null
          if (frame === null) return [text]
          if (held === null) {
            if (!now()) return [text]
            held = frame
            return []
          }
          const [first, second] = [held, frame]
          if (first.seq === 0) return [text]
          held = { ...first, seq: 0 }
          strikes()
          return [
            { ...first, sections: second.sections },
            { ...second, sections: first.sections },
          ].map((one) => JSON.stringify(one))
        },
      }
    },
  },
  {
    what: 'a section of a frame stays behind',
    rule: 'SIM-8',
    only: [],
    plant: (strikes) => ({
      sent: (viewer, text) => {
        const frame = isDesk(viewer) ? frameIn(text) : null
        if (frame?.sections.position === undefined || frame.sections.calling === undefined) return [text]
        strikes()
        const { position: _position, ...sections } = frame.sections
        return [JSON.stringify({ ...frame, sections })]
      },
    }),
  },
  {
    what: 'a device is sent nothing new any more, and told that nothing is',
    rule: 'SIM-11',
    only: [],
    plant: (strikes) => ({
      sent: (viewer, text) => {
        if (!isPhone(viewer) || frameIn(text) === null) return [text]
        strikes()
        return []
      },
    }),
  },
  {
    what: 'a device is left behind for good',
    rule: 'SIM-12',
    only: [],
    mayPass: true,
    plant: (strikes) => ({
      sent: (viewer, text) => {
        const frame = isPhone(viewer) ? frameIn(text) : null
        if (frame === null) return [text]
        strikes()
        return []
      },
    }),
  },
  {
    what: 'an acknowledged event is gone after a crash',
    rule: 'SIM-6',
    only: ['crash'],
    plant: (strikes) => ({
      died: (shelf) => {
        for (const [name, { rows, answers }] of shelf.streams) {
          const last = name === 'installation' ? undefined : rows.pop()
          if (last === undefined) continue
          strikes()
          answers.delete(last.command)
        }
      },
    }),
  },
  {
    what: 'a refusal is told as done',
    rule: 'SIM-6',
    only: [],
    plant: (strikes) => ({
      sent: (_viewer, text) => {
        if (!text.includes('"refusal"')) return [text]
        strikes()
        const answer = JSON.parse(text) as { id: string }
        return [JSON.stringify({ ...answer, answer: { ok: true, seq: 1 } })]
      },
    }),
  },
  {
    what: 'the same command again is told something else',
    rule: 'SIM-3',
    only: ['repeated'],
    plant: (strikes) => {
      const told = new Set<string>()
      return {
        sent: (_viewer, text) => {
          if (!text.startsWith('{"t":"answer"')) return [text]
          const { id, answer } = JSON.parse(text) as Extract<FromServer, { t: 'answer' }>
          if (!told.has(id)) {
            told.add(id)
            return [text]
          }
          strikes()
          const other = answer.ok ? { ...answer, seq: answer.seq + 1 } : { ok: true, seq: 1 }
          return [JSON.stringify({ t: 'answer', id, answer: other })]
        },
      }
    },
  },
  {
    what: 'a phone is sent a section of the desk',
    rule: 'SIM-9',
    only: [],
    plant: (strikes) => ({
      sent: (viewer, text) => {
        const frame = isPhone(viewer) ? frameIn(text) : null
        if (frame === null) return [text]
        strikes()
        return [JSON.stringify({ ...frame, sections: { ...frame.sections, notes: { notes: [] } } })]
      },
    }),
  },
  {
    what: 'a department reads another one’s cues in a sentence',
    rule: 'SIM-9',
    only: [],
    plant: (strikes) => ({
      sent: (viewer, text) => {
        if (viewer.department === null || !text.includes('"refusal"')) return [text]
        strikes()
        const other = viewer.department === 'LX' ? 'SND' : 'LX'
        return [text.replace('"sentence":"', `"sentence":"${marked(`cues:${other}`)} `)]
      },
    }),
  },
  {
    what: 'a device that is cut off does not say so',
    rule: 'SIM-10',
    only: ['half-open', 'cut'],
    plant: (strikes) => ({
      believed: (state) => {
        if (!state.stale || state.currentAt === null) return state
        strikes()
        return { ...state, stale: false }
      },
    }),
  },
  {
    what: 'an event is written that nobody asked for',
    rule: 'SIM-4',
    only: [],
    plant: (strikes) => {
      const now = atThe(5)
      return {
        asked: (appends) =>
          appends.map((append) => {
            if (append.events.length === 0 || append.stream === 'installation' || !now()) return append
            strikes()
            return { ...append, command: `${append.command}-again` }
          }),
      }
    },
  },
]
