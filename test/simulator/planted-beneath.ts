// Faults that are planted in the record and beneath it: numbers, owners, durability, time, and what a screen pairs.

import { instant, later, minutes } from '../../src/core/kit/time.ts'
import type { Append, AppendOutcome, StoredEvent } from '../../src/server/log/log.ts'
import type { FromServer } from '../../src/wire/messages.ts'
import { atThe, frameIn, isDesk, isPhone, type Planted } from './planted.ts'
import type { Plant } from './plants.ts'

/** Changes the events of one append, at the `count`-th time that `fits`. */
const once =
  (
    count: number,
    fits: (events: readonly StoredEvent[]) => boolean,
    change: (events: readonly StoredEvent[]) => readonly StoredEvent[],
  ) =>
  (strikes: () => void): Plant => {
    const now = atThe(count)
    const did = (outcome: AppendOutcome): AppendOutcome => {
      if (outcome.done !== 'appended' || !fits(outcome.events) || !now()) return outcome
      strikes()
      return { ...outcome, events: change(outcome.events) }
    }
    return { did: (outcomes) => outcomes.map(did) }
  }

const some = (events: readonly StoredEvent[]): boolean =>
  events.length > 0 && events[0]?.stream !== 'installation'

export const plantedBeneath: readonly Planted[] = [
  {
    what: 'a number is left out',
    rule: 'SIM-2',
    only: [],
    plant: once(9, some, (events) => events.map((event) => ({ ...event, seq: event.seq + 1 }))),
  },
  {
    what: 'half of a command is kept',
    rule: 'SIM-2',
    only: [],
    plant: once(
      1,
      (events) => some(events) && events.length > 1,
      (events) => events.slice(0, 1),
    ),
  },
  {
    what: 'recorded time goes back',
    rule: 'SIM-2',
    only: [],
    plant: once(9, some, (events) =>
      events.map((event) => ({ ...event, at: instant(later(event.at, minutes(-30))) })),
    ),
  },
  {
    what: 'whoever was replaced writes on under the new one’s name',
    rule: 'SIM-16',
    only: ['replaced'],
    mayPass: true,
    plant: (strikes) => ({
      asked: (appends, shelf) =>
        appends.map((append): Append => {
          const stream = shelf.streams.get(append.stream)
          if (stream === undefined || stream.epoch === append.epoch) return append
          strikes()
          return { ...append, epoch: stream.epoch, expectSeq: stream.rows.length }
        }),
    }),
  },
  {
    what: 'what is not in the record is told as done',
    rule: 'SIM-6',
    only: [],
    plant: (strikes) => {
      const now = atThe(6)
      let forged: { readonly append: Append; readonly command: string } | null = null
      return {
        asked: (appends) =>
          appends.map((append) => {
            if (append.events[0]?.type !== 'cue.called' || !now()) return append
            strikes()
            const command = `${append.command}-not`
            forged = { append, command }
            return { ...append, command, events: [] }
          }),
        told: (outcomes) => {
          const [append] = forged === null ? [] : [forged.append]
          forged = null
          if (append === undefined) return outcomes
          return outcomes.map((outcome) =>
            outcome.done === 'appended' && outcome.events.length === 0 ? asIfKept(append) : outcome,
          )
        },
      }
    },
  },
  {
    what: 'what was done is told as refused',
    rule: 'SIM-4',
    only: [],
    plant: (strikes) => {
      const now = atThe(7)
      return {
        sent: (viewer, text) => {
          if (!isDesk(viewer) || !text.startsWith('{"t":"answer"') || !text.includes('"ok":true'))
            return [text]
          if (!now()) return [text]
          strikes()
          const { id } = JSON.parse(text) as Extract<FromServer, { t: 'answer' }>
          const refusal = { code: 'no', sentence: 'No.' }
          return [JSON.stringify({ t: 'answer', id, answer: { ok: false, refusal } })]
        },
      }
    },
  },
  {
    what: 'the log forgets what it answered, and a press is done again',
    rule: 'SIM-3',
    only: ['crash', 'repeated', 'message-lost'],
    mayPass: true,
    plant: (strikes) => ({
      died: (shelf) => {
        strikes()
        for (const { answers } of shelf.streams.values()) answers.clear()
      },
    }),
  },
  {
    what: 'a desk keeps the words of the version before',
    rule: 'SIM-8',
    only: [],
    mayPass: true,
    plant: (strikes) => ({
      sent: (viewer, text) => {
        if (!isDesk(viewer) || !text.startsWith('{"t":"snapshot"') || !text.includes(', version 2"'))
          return [text]
        strikes()
        return [text.replaceAll(', version 2"', '"')]
      },
    }),
  },
  {
    what: 'now stays behind while next goes on',
    rule: 'SIM-15',
    only: [],
    mayPass: true,
    plant: (strikes) => {
      let last: string | null = null
      return {
        sent: (viewer, text) => {
          const frame = isDesk(viewer) && viewer.device.endsWith('1') ? frameIn(text) : null
          const calling = frame?.sections.calling
          if (frame === null || calling === undefined) return [text]
          const before = last
          last = JSON.stringify(calling.now)
          if (before === null || before === last) return [text]
          strikes()
          const torn = { ...calling, now: JSON.parse(before) as typeof calling.now }
          return [JSON.stringify({ ...frame, sections: { ...frame.sections, calling: torn } })]
        },
      }
    },
  },
  {
    what: 'a phone is told that an act is up which is down',
    rule: 'SIM-15',
    only: [],
    mayPass: true,
    plant: (strikes) => ({
      sent: (viewer, text) => {
        const frame = isPhone(viewer) ? frameIn(text) : null
        const position = frame?.sections.position
        if (frame === null || position == null || position.acts.length < 2) return [text]
        strikes()
        const acts = position.acts.map((act, index) => (index === 0 ? { ...act, downAt: null } : act))
        return [
          JSON.stringify({ ...frame, sections: { ...frame.sections, position: { ...position, acts } } }),
        ]
      },
    }),
  },
  {
    what: 'a frame is skipped, and its gap is hidden',
    rule: 'SIM-8',
    only: [],
    mayPass: true,
    plant: (strikes) => {
      let skipped: number | null = null
      const now = atThe(4)
      return {
        sent: (viewer, text) => {
          const frame = isDesk(viewer) && viewer.device.endsWith('1') ? frameIn(text) : null
          if (frame === null) return [text]
          if (skipped !== null) {
            const prev = skipped
            skipped = null
            return [JSON.stringify({ ...frame, prev })]
          }
          if (frame.sections.position === undefined || !now()) return [text]
          strikes()
          skipped = frame.prev
          return []
        },
      }
    },
  },
  {
    what: 'an old frame comes again under a new number',
    rule: 'SIM-8',
    only: [],
    plant: (strikes) => {
      let kept: string | null = null
      const now = atThe(12)
      return {
        sent: (viewer, text) => {
          const frame = isDesk(viewer) && viewer.device.endsWith('1') ? frameIn(text) : null
          if (frame?.sections.calling === undefined || frame.sections.position === undefined) return [text]
          kept ??= text
          if (!now()) return [text]
          strikes()
          const old = JSON.parse(kept) as typeof frame
          return [text, JSON.stringify({ ...old, prev: frame.seq, seq: frame.seq + 0.5 })]
        },
      }
    },
  },
  {
    what: 'a device takes the time to be five seconds out',
    rule: 'SIM-17',
    only: [],
    plant: (strikes) => ({
      believed: (state) => {
        if (state.samples.length === 0) return state
        strikes()
        return { ...state, samples: state.samples.map(({ error }) => ({ offset: 0, error })) }
      },
    }),
  },
]

/** What the log would have said. */
function asIfKept({ stream, expectSeq, at, by, command, events }: Append): AppendOutcome {
  const kept = events.map(({ type, v, body }, index): StoredEvent => {
    const place = { stream, seq: expectSeq + 1 + index, at, by, command }
    return { ...place, type, v, body, detail: { state: 'none' }, hash: '' }
  })
  return { done: 'appended', events: kept, level: 'local' }
}
