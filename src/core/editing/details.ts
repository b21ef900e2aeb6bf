// Title, house and country of a show, and the show that a new production begins with.

import { id } from '../kit/ids.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Show, Venue } from '../show/show.ts'
import type { Details } from './edit.ts'

/** What a production is called before anybody has said. */
const UNTITLED = 'Untitled'

export function changeDetails(show: Show, details: Details): Result<Show> {
  const title = details.title.trim()
  if (title === '') return refused('title', 'A show needs a title, so that its nights can be told apart.')
  const { country, timeZone } = details
  const { address: _before, ...stays } = show.venue
  const venue = sided({ ...stays, ...house(details) }, details.promptSide)
  return accepted({ ...show, title, country, timeZone, language: languageOf(country), venue })
}

function house({ venue, address }: Details): { readonly name: string; readonly address?: string } {
  const lines = address.trim()
  return { name: venue.trim(), ...(lines === '' ? {} : { address: lines }) }
}

function sided(venue: Venue, side: Details['promptSide']): Venue {
  if (side === undefined) return venue
  const { promptSide: _before, ...rest } = venue
  return side === '' ? rest : { ...rest, promptSide: side }
}

const languageOf = (country: Details['country']): string => (country === 'US' ? 'en-US' : 'en-GB')

/** Nobody and nothing in it yet: every screen works with it and says what it lacks. */
export function newShow(details: Details): Show {
  const { country, timeZone } = details
  return {
    format: 'ghostlight-show',
    formatVersion: 1,
    title: details.title.trim() || UNTITLED,
    language: languageOf(country),
    country,
    timeZone,
    venue: { ...house(details), places: [], travel: [] },
    people: [],
    engagements: [],
    roles: [],
    tracks: [],
    obligations: [],
    items: [],
    editions: [{ id: id<'edition'>('full'), title: 'Full show', items: [] }],
    departments: [],
    cues: [],
    vamps: [],
    costumes: [],
    changes: [],
    handOffs: [],
    props: [],
    presets: [],
    mics: [],
    script: [],
  }
}
