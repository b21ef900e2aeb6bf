// The server's clock as this device knows it: the offset of the quickest of the last exchanges, and how far it may be out.

import { type Instant, instant } from '../../core/kit/time.ts'

/** One exchange: `offset` is server time less device time; the truth lies within `error` of it. */
export type Sample = { readonly offset: number; readonly error: number }

/** At one exchange a second this window is short enough that two clocks do not drift apart within it. */
export const SAMPLES_MAX = 16

/** Four stamps: sent and came back by this device's clock, received and answered by the server's. */
export function sampleOf(stamps: {
  readonly sentAt: number
  readonly backAt: number
  readonly serverReceivedAt: number
  readonly serverSentAt: number
}): Sample {
  const { sentAt, backAt, serverReceivedAt, serverSentAt } = stamps
  const roundTrip = Math.max(0, backAt - sentAt - (serverSentAt - serverReceivedAt))
  return { offset: (serverReceivedAt - sentAt + serverSentAt - backAt) / 2, error: roundTrip / 2 }
}

/** Two samples of the same two clocks differ by no more than their errors and this much of drift and rounding. */
const SLIP_MS = 50

/** A sample that cannot be true together with the new one is from before a clock was set, and is dropped. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const agrees = (one: Sample) => Math.abs(one.offset - sample.offset) <= one.error + sample.error + SLIP_MS
  return [...samples.filter(agrees), sample].slice(-SAMPLES_MAX)
}

/** The sample with the shortest way there and back; the newer of two equals. */
export function bestSample(samples: readonly Sample[]): Sample | null {
  return samples.reduce<Sample | null>(
    (best, sample) => (best === null || sample.error <= best.error ? sample : best),
    null,
  )
}

export const serverTime = (sample: Sample, now: number): Instant => instant(Math.max(0, now + sample.offset))
