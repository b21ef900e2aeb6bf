// Calls, clearance, acts and items: what happens around the cues.

import { refused } from '../kit/result.ts'
import { callsBefore } from '../show/call-tables.ts'
import type { CountryPack } from '../show/countries/pack.ts'
import { countryPack } from '../show/countries/packs.ts'
import { isWorked } from '../show/kinds.ts'
import type { Country } from '../show/show.ts'
import type { Timeline } from '../show/timeline.ts'
import { type CallingCommand, EXPECTED_MS_MAX } from './commands.ts'
import { type CallingContext, type Decision, happened } from './decision.ts'
import { houseWord, isJustSaid, saidStands, takenBackStands } from './just-said.ts'
import { actUp, type CallingState } from './state.ts'

export function giveCall(
  state: CallingState,
  { call, act }: { readonly call: string; readonly act: number },
  { show, plan }: CallingContext,
): Decision {
  if (!plan.acts.some((one) => one.act === act))
    return refused('no-such-act', `There is no act ${act} tonight.`)
  const known = callsBefore(state.opened?.country ?? show.country, act, 1, plan.calls).find(
    (one) => one.id === call,
  )
  if (!known) return refused('no-such-call', 'That call is not in tonight’s call table.')
  if (state.acts.some((one) => one.act >= act)) return refused('act-is-up', `Act ${act} is up already.`)
  if (state.calls.some((given) => given.call === call && given.act === act)) {
    return refused('call-given', `${known.words}: already called.`)
  }
  return happened({ type: 'call.given', v: 1, body: { call, act } })
}

export function actGoesUp(state: CallingState, act: number, plan: Timeline): Decision {
  if (!plan.acts.some((one) => one.act === act))
    return refused('no-such-act', `There is no act ${act} tonight.`)
  // At a tech any act is taken, as often as it is wanted.
  const again = isWorked(state.opened?.kind ?? 'show')
  if (!again && state.acts.some((one) => one.act === act))
    return refused('act-was-up', `Act ${act} has been up already.`)
  const up = actUp(state)
  if (up) return refused('act-is-up', `Act ${up.act} is still up: bring it down first.`)
  if (!again && state.acts.some((one) => one.act > act))
    return refused('act-is-past', `A later act than act ${act} has been up.`)
  return happened({ type: 'act.up', v: 1, body: { act } })
}

export function actComesDown(state: CallingState, act: number): Decision {
  const up = actUp(state)
  if (up?.act !== act) return refused('act-not-up', `Act ${act} is not up.`)
  return happened({ type: 'act.down', v: 1, body: { act } })
}

export function startItem(
  state: CallingState,
  { item }: Extract<CallingCommand, { name: 'item.start' }>,
  plan: Timeline,
): Decision {
  const found = plan.items.find((one) => one.id === item)
  if (!found) return refused('no-such-item', 'That item is not in tonight’s running order.')
  if (found.cut) return refused('item-cut', `“${found.title}” is cut tonight.`)
  if (actUp(state)?.act !== found.act) return refused('act-not-up', `Act ${found.act} is not up.`)
  if (state.reached?.item === found.index)
    return refused('item-running', `“${found.title}” is running already.`)
  return happened({ type: 'item.started', v: 1, body: { item } })
}

const countryOf = ({ opened }: CallingState): Country => opened?.country ?? 'GB'

/** What countries do not say alike stands in their packs (WORDS-7). */
const tradeIn = (state: CallingState): CountryPack['trade'] => countryPack(countryOf(state)).trade

/** Front of house gives its clearance: the house is in, the act may go up. It gates nothing; the desk shows it. */
export function clearHouse(state: CallingState, act: number, { plan, at }: CallingContext): Decision {
  if (!plan.acts.some((one) => one.act === act))
    return refused('no-such-act', `There is no act ${act} tonight.`)
  if (state.acts.some((one) => one.act >= act)) return refused('act-is-up', `Act ${act} is up already.`)
  if (state.houseClear.some((one) => one.act === act))
    return refused('cleared', tradeIn(state).houseGiven(act))
  if (isJustSaid(state, houseWord(act), at)) return takenBackStands
  return happened({ type: 'house.cleared', v: 1, body: { act } })
}

export function withdrawHouse(state: CallingState, act: number, { at }: CallingContext): Decision {
  if (!state.houseClear.some((one) => one.act === act))
    return refused('not-cleared', tradeIn(state).houseNotGiven(act))
  if (state.acts.some((one) => one.act >= act)) return refused('act-is-up', `Act ${act} is up already.`)
  if (isJustSaid(state, houseWord(act), at)) return saidStands
  return happened({ type: 'house.withdrawn', v: 1, body: { act } })
}

/** Front of house says when the house is back; the calls of the act count from there, not from the paper. */
export function expectAct(
  state: CallingState,
  { act, upAt }: Extract<CallingCommand, { name: 'act.expect' }>,
  { plan, at }: CallingContext,
): Decision {
  if (actUp(state)) return refused('act-is-up', 'An act is up: the next is expected once it is down.')
  const last = state.acts.at(-1)?.act ?? -1
  const next = plan.acts.find((one) => one.act > last)
  if (next?.act !== act) return refused('no-such-act', `Act ${act} is not the next to go up.`)
  if (upAt < at || upAt - at > EXPECTED_MS_MAX)
    return refused('not-then', 'Say a time from now on, and tonight.')
  return happened({ type: 'act.expected', v: 1, body: { act, upAt } })
}
