// When something of one’s own lay sealed, as far as this phone knows: the house cannot say whether there was anything to open.

import { LEASE_MS } from '../../core/vault/note.ts'

/** `until`: null while it lies there. By this phone's clock. */
export type Span = { readonly from: number; readonly until: number | null }

/** The oldest make way. */
export const SPANS_MAX = 50
/** So far a phone's clock and the house's may be apart. */
const CLOCKS_APART_MS = 10 * 60_000

export const sealedSince = (spans: readonly Span[], now: number): readonly Span[] =>
  spans.some(({ until }) => until === null) ? spans : [...spans, { from: now, until: null }].slice(-SPANS_MAX)

export const takenBack = (spans: readonly Span[], now: number): readonly Span[] =>
  spans.map((one) => (one.until === null ? { ...one, until: now } : one))

/** A duty device that is out of touch may hold for a while what was taken back. */
export const wasSealed = (spans: readonly Span[], at: number): boolean =>
  spans.some(
    ({ from, until }) =>
      at >= from - CLOCKS_APART_MS && (until === null || at <= until + LEASE_MS + CLOCKS_APART_MS),
  )
