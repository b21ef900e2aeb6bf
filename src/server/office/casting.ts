// The smallest cast of the show by doubling, as its page has it: by name, with the tracks that would be whose.

import { minimumCast } from '../../core/casting/minimum-cast.ts'
import { shareOut } from '../../core/casting/share-out.ts'
import type { RoleId, Show } from '../../core/show/show.ts'
import { TRACKS_MAX } from '../../formats/show-file/limits.ts'
import type { CastingTold } from '../../wire/casting.ts'
import type { Stage } from '../hub/stage.ts'
import { type OfficeAnswer, type OfficeRequest, refuse, said } from './deeds.ts'
import { whileDown } from './while-down.ts'

/** An hour is no change. */
export const CHANGE_SECONDS_MAX = 3_600

/** `performers`: as many as there are; 0: as few as can. */
export function castingOf(show: Show, changeSeconds: number, performers = 0): CastingTold {
  const { together, doubling, isProved } = minimumCast(show, changeSeconds)
  const names = new Map(show.roles.map(({ id, name }) => [id, name]))
  const people = new Map(show.people.map(({ id, name }) => [id, name]))
  const nameOf = (role: RoleId) => names.get(role) ?? ''
  const shared = shareOut(doubling, performers).map((roles) => {
    // A track of several parts goes where the first of them goes.
    const tracks = show.tracks.filter(
      ({ roles: [first] = [] }) => first !== undefined && roles.includes(first),
    )
    const owners = new Set(tracks.map(({ owner }) => (owner && people.get(owner)) ?? ''))
    const [only = ''] = owners
    const owner = owners.size === 1 ? only : ''
    return { parts: roles.map(nameOf), tracks: tracks.map(({ code }) => code), owner }
  })
  return { performers: shared, fewest: doubling.length, together: together.map(nameOf), isProved }
}

/** `?change=`: the seconds of one; `?performers=`: how many there are. Seconds of sums for the largest plays: not while an act is up. */
export const casting = (stage: Stage, { query }: OfficeRequest): OfficeAnswer | Promise<OfficeAnswer> =>
  whileDown(
    stage,
    async () => {
      const show = await stage.published()
      const change = Number(query.get('change') ?? Number.NaN)
      if (!show) return refuse('no-show', 'There is no show yet.')
      if (!Number.isInteger(change) || change < 0 || change > CHANGE_SECONDS_MAX)
        return refuse('change', `A change takes whole seconds, from 0 to ${CHANGE_SECONDS_MAX}.`)
      const performers = Number(query.get('performers') || 0)
      if (!Number.isInteger(performers) || performers < 0 || performers > TRACKS_MAX)
        return refuse('performers', `Performers are a whole number, at most ${TRACKS_MAX}.`)
      return said(castingOf(show, change, performers))
    },
    'An act is up. The smallest cast is worked out between the acts and after the show.',
  )
