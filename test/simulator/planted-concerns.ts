// Faults that are planted in presence: an end nobody else saw, rungs that go back or stand still, asks to whoever has no part.

import type { Append, NewEvent } from '../../src/server/log/log.ts'
import type { FromServer } from '../../src/wire/messages.ts'
import { isPhone, type Planted } from './planted.ts'
import type { Plant } from './plants.ts'

type Body = Readonly<Record<string, unknown>>

/** Changes every event of this type as it is written down; null leaves it as it is. */
const eachOf =
  (type: string, change: (body: Body, append: Append) => NewEvent['body'] | null) =>
  (strikes: () => void): Plant => {
    const changed = (append: Append, event: NewEvent): NewEvent => {
      if (event.type !== type) return event
      // `as`: of people it is written down in two parts, of which one can be erased; rungs are in the other alone.
      const kept = (event.detail ?? null) as { readonly fields: Body; readonly author: string } | null
      const fields = kept?.fields ?? {}
      const other = change({ ...(event.body as Body), ...fields }, append) as Body | null
      if (other === null) return event
      strikes()
      const part = (isKept: boolean) =>
        json(
          Object.fromEntries(
            Object.entries(other).filter(([name]) => Object.hasOwn(fields, name) === isKept),
          ),
        )
      const detail = kept === null ? {} : { detail: { author: kept.author, fields: part(true) } }
      return { ...event, body: part(false), ...detail }
    }
    return {
      asked: (appends) =>
        appends.map((append) => ({ ...append, events: append.events.map((one) => changed(append, one)) })),
    }
  }

const json = (body: object): NewEvent['body'] => body as NewEvent['body']

export const plantedConcerns: readonly Planted[] = [
  {
    what: 'a concern is ended by their own phone',
    rule: 'SIM-19',
    only: [],
    kind: 'evening',
    plant: (strikes) => {
      // Whoever is asked about is named as the one who saw them.
      const ownEyes = eachOf('person.seen', (body, { events }) =>
        events.some(({ type }) => type === 'concern.ended') && Array.isArray(body['people'])
          ? json({ ...body, by: (body['people'] as readonly string[])[0] ?? null })
          : null,
      )
      return ownEyes(strikes)
    },
  },
  {
    what: 'a rung goes back',
    rule: 'SIM-19',
    only: [],
    kind: 'evening',
    plant: eachOf('concern.climbed', (body) => json({ ...body, rung: 1 })),
  },
  {
    what: 'a rung comes before its time',
    rule: 'SIM-19',
    only: [],
    kind: 'evening',
    mayPass: true,
    plant: eachOf('concern.climbed', (body) =>
      body['because'] === 'time' && Number(body['rung']) < 5
        ? json({ ...body, rung: Number(body['rung']) + 1 })
        : null,
    ),
  },
  {
    what: 'somebody is asked who has no part in it',
    rule: 'SIM-19',
    only: [],
    kind: 'evening',
    plant: eachOf('concern.asked', (body, { by }) => {
      const asked = body['asked'] as readonly { readonly how: string }[]
      return by === 'machine' && asked.length > 0
        ? json({ ...body, asked: asked.map((one) => ({ ...one, person: 'cover' })) })
        : null
    }),
  },
  {
    what: 'nobody looks at the time for presence any more',
    rule: 'SIM-20',
    only: [],
    kind: 'evening',
    mayPass: true,
    plant: (strikes) => ({
      watches: () => {
        strikes()
        return false
      },
    }),
  },
  {
    what: 'an ask is sent to the phone of somebody outside',
    rule: 'SIM-21',
    only: [],
    plant: (strikes) => ({
      sent: (viewer, text) => {
        if (!isPhone(viewer) || !text.startsWith('{"t":"frame"')) return [text]
        // `as`: our own server, which builds its messages from the same type.
        const frame = JSON.parse(text) as Extract<FromServer, { t: 'frame' }>
        strikes()
        const line = {
          concern: 1,
          version: 1,
          ask: 1,
          name: 'P1',
          place: null,
          duePlace: null,
          dueAt: null,
          look: false,
        }
        const asks = { asks: [{ ...line, lookingUntil: null, inTwos: false, ownNextDue: null }] }
        return [JSON.stringify({ ...frame, sections: { ...frame.sections, asks } })]
      },
    }),
  },
]
