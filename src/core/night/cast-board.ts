// Who plays which part tonight, in the words for the public: the board, the slip, the announcement; and which of these were used when.

import { type CastChannel, shown } from '../covering/covering.ts'
import type { Instant } from '../kit/time.ts'
import { countryPack } from '../show/countries/packs.ts'
import { isPublic } from '../show/kinds.ts'
import type { PersonId } from '../show/show.ts'
import type { NightState, Plan } from './night.ts'
import { Names } from './seen.ts'

export type CastBoardSection = {
  /** The plan it is of; nought: the book. */
  readonly version: number
  /** As it is read out; nothing of why. */
  readonly lines: readonly string[]
  /** So many of board, slip and announcement are usual in this country; nought where nothing is. */
  readonly usual: number
  readonly used: readonly {
    readonly channel: CastChannel
    readonly by: string | null
    readonly at: Instant
  }[]
}

/** `whole`: with who hung it up, laid it in or read it out. */
export function castBoard(raw: Plan, state: NightState, whole: boolean): CastBoardSection {
  const { covering, calling } = state
  const names = new Names(raw.show)
  const version = shown(covering)?.version ?? 0
  const { castChange, castNotices } = countryPack(calling.opened?.country ?? raw.show.country).trade
  return {
    version,
    lines: partsOf(raw, state).map(({ parts, people }) => castChange(parts, people)),
    usual: castNotices,
    used: whole
      ? covering.announced
          .filter((one) => one.version === version)
          .map(({ channel, by, at }) => ({ channel, by: names.callName(by as PersonId), at }))
      : [],
  }
}

type Part = { readonly parts: readonly string[]; readonly people: readonly string[] }

/** By the plan that screens show, and so by nothing that somebody has still to be told first. */
function partsOf({ show }: Plan, { covering, calling }: NightState): readonly Part[] {
  const doers = new Map((shown(covering)?.changes ?? []).map((one) => [one.obligation, one.person]))
  if (doers.size === 0 || !isPublic(calling.opened?.kind ?? 'show')) return []
  const names = new Map(show.people.map(({ id, name }) => [id, name]))
  return show.tracks.flatMap(({ id, kind, roles = [] }) => {
    if (kind !== 'cast' || roles.length === 0) return []
    const own = show.obligations.filter(({ track, id: one }) => track === id && doers.has(one))
    const people = [...new Set(own.flatMap((one) => doers.get(one.id) ?? []))]
    if (people.length === 0) return []
    const parts = roles.flatMap((role) => show.roles.find((one) => one.id === role)?.name ?? [])
    return [{ parts, people: people.map((person) => names.get(person) ?? '') }]
  })
}
