// An event in two parts: what names somebody lies apart from the rest, so that it can be erased and the rest stays true.

import type { Json } from './json.ts'

export type Fields = { readonly [field: string]: Json }

/** Who pressed lies in the personal part too; in its place, where nothing is ever erased, stands this. */
export const SOMEBODY = 'somebody'
/** Stands for whoever it was, once that is erased. */
export const FORGOTTEN_PERSON = 'forgotten'

/** In the record in two parts from this version on; before, all of it was one that is never erased. */
const PARTED = 2

export type Decided = {
  readonly type: string
  readonly v: number
  readonly body: Json
  readonly detail?: Json | undefined
}
export type Recorded = {
  readonly type: string
  readonly v: number
  readonly by: string
  readonly body: Json
  readonly detail: Json | null
}

/** What such an event had for its own personal part goes in beside the author and the fields. */
type Kept = { readonly author: string; readonly fields: Fields; readonly own?: Json }

export type Parting = {
  readonly isParted: (type: string) => boolean
  /** As it is written down; what is of another kind is left as it is. */
  readonly parted: (event: Decided, author: string) => Decided
  /** As it was decided, of whichever version; what was erased reads as nobody’s. */
  readonly whole: <Event extends Recorded>(event: Event) => Event
}

/**
 * `kinds`: of each kind of event the fields that are personal, as they read once they are erased. `stays`: what in such a
 * field says nothing of anybody, and stays where it is.
 */
export function parting(
  kinds: Readonly<Record<string, Fields>>,
  stays: (value: Json) => boolean = () => false,
): Parting {
  const fieldsOf = (type: string): Fields | undefined =>
    Object.hasOwn(kinds, type) ? kinds[type] : undefined
  return {
    isParted: (type) => fieldsOf(type) !== undefined,
    parted: (event, author) => {
      const fields = fieldsOf(event.type)
      if (fields === undefined || event.v !== 1) return event
      const isApart = ([field, value]: readonly [string, Json]) =>
        Object.hasOwn(fields, field) && !stays(value)
      const all = Object.entries(event.body as Fields)
      const apart = Object.fromEntries(all.filter(isApart))
      const body = Object.fromEntries(all.filter((one) => !isApart(one)))
      const own = event.detail === undefined ? {} : { own: event.detail }
      return { type: event.type, v: PARTED, body, detail: { author, fields: apart, ...own } }
    },
    whole: (event) => {
      const fields = fieldsOf(event.type)
      if (fields === undefined || event.v !== PARTED) return event
      // Only `parted` writes this version.
      const kept = event.detail as Kept | null
      const body = { ...(kept?.fields ?? fields), ...(event.body as Fields) }
      return { ...event, v: 1, by: kept?.author ?? event.by, body, detail: kept?.own ?? null }
    },
  }
}
