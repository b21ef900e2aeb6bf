// The shape of a house's own calls before an act.

import { z } from 'zod'
import type { Call } from '../../core/show/countries/pack.ts'
import { OWN_CALLS_MAX, type OwnCalls } from '../../core/show/own-calls.ts'
import { idOf, noun, oneLine, seconds } from './fields.ts'
import { NAME_LENGTH_MAX } from './limits.ts'

const call = noun<Call>('call', 'A call before an act.', {
  id: idOf('call'),
  words: oneLine(NAME_LENGTH_MAX),
  secondsBeforeUp: seconds,
})

export const ownCalls = noun<OwnCalls>('calls', 'The calls of the house, where they are not its country’s.', {
  country: z.enum(['GB', 'US']),
  first: z.array(call).max(OWN_CALLS_MAX),
  later: z.array(call).max(OWN_CALLS_MAX),
})
