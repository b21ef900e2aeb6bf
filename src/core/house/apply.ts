// What each word of the house makes of its state. Total: an event that was accepted once is accepted for ever.

import type { Instant } from '../kit/time.ts'
import type { HouseEvent, HouseRequest, HouseState } from './house.ts'

/** Folds one recorded event in. `detail` may be gone: retention erases personal parts. */
export function applyHouse(state: HouseState, event: HouseEvent, at: Instant): HouseState {
  switch (event.type) {
    case 'house.opened':
      return said(state, { openedAt: at })
    case 'house.shut':
      return said(state, { openedAt: null })
    case 'audience.counted':
      return said(state, { audience: { count: event.body.count, at } })
    case 'latecomers.held':
      return said(state, { waiting: waiting(state, event.body.count, at) })
    case 'latecomers.released':
      return { ...state, waiting: null, released: [...state.released, { count: event.body.count, at }] }
    case 'bell.given':
      return { ...state, bells: [...state.bells, { ...event.body, at }] }
    case 'house.returned':
      return { ...state, back: [...state.back, { act: event.body.act, at }] }
    case 'house.asked':
      return { ...state, requests: [...state.requests, asked(event, at)] }
    case 'house.unasked':
      return change(state, event.body.request, { takenBackAt: at })
    case 'house.answered':
      return change(state, event.body.request, { answer: { yes: event.body.yes, at } })
    default:
      return event satisfies never
  }
}

const said = (state: HouseState, changes: Partial<HouseState>): HouseState => ({
  ...state,
  ...changes,
  words: (state.words ?? 0) + 1,
})

/** More or fewer wait; they wait since the first of them did. */
const waiting = (state: HouseState, count: number, at: Instant): HouseState['waiting'] =>
  count === 0 ? null : { count, since: state.waiting?.since ?? at }

function asked({ body, detail }: Extract<HouseEvent, { type: 'house.asked' }>, at: Instant): HouseRequest {
  const why = typeof detail?.why === 'string' ? detail.why : null
  return { ...body, why, at, answer: null, takenBackAt: null }
}

const change = (state: HouseState, request: number, to: Partial<HouseRequest>): HouseState => ({
  ...state,
  requests: state.requests.map((one) => (one.request === request ? { ...one, ...to } : one)),
})
