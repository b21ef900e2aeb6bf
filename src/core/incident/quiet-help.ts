// Somebody asks for help where they are and lets nobody beside them know: who hears of it, who goes, and what ends it.

import { may, sees, type Viewer } from '../disclosure/policy.ts'
import type { Json } from '../kit/json.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { type Instant, instant, minutes } from '../kit/time.ts'
import { type Author, isStranger } from './record.ts'

/** In the whole of a house's life. */
export const QUIET_MAX = 300
/** Of these, by devices that nobody has paired. */
export const STRANGERS_QUIET_MAX = 100
/** Of one device: whoever is moved elsewhere may say so again. */
export const OPEN_OF_DEVICE_MAX = 3
/** Who has said that they go; the house has no more roles than would. */
export const GOING_MAX = 20
/** On one screen. */
export const QUIET_LINES_MAX = 8
/** Others read by whose word it is over, and can go all the same. */
export const OVER_SHOWN_MS = minutes(10)
/** A press that lay on a device for longer happened as long ago, and not before. */
export const LAIN_MS_MAX = minutes(12 * 60)
export const QUIET_PLACE_MAX = 80

type Word = { readonly at: Instant; readonly device: string; readonly who: string }

type QuietHelp = {
  readonly id: string
  readonly at: Instant
  readonly device: string
  readonly isStranger: boolean
  /** Null where nobody knows, or it was erased. */
  readonly place: string | null
  /** As the desk named the device, or the person whose it is. */
  readonly by: string | null
  readonly going: readonly Word[]
  readonly over: Word | null
}
export type QuietHelps = { readonly all: readonly QuietHelp[] }
export const noQuietHelp: QuietHelps = { all: [] }

/** `who`, `by`: as the house calls them, for these words are read by people. */
export type QuietCommand =
  | {
      readonly name: 'quiet-help.ask'
      readonly id: string
      readonly lainMs: number
      readonly place: string | null
      readonly by: string | null
      readonly author: Author
    }
  | {
      readonly name: 'quiet-help.answer'
      readonly id: string
      readonly word: 'going' | 'over'
      readonly who: string
      readonly author: Author
    }

type Of<Type extends string, Body> = { readonly type: Type; readonly v: 1; readonly body: Body } & {
  readonly detail: Json
}
export type QuietEvent =
  | Of<
      'quiet-help.asked',
      { readonly id: string; readonly device: string; readonly at: Instant; readonly stranger: boolean }
    >
  | Of<'quiet-help.answered', { readonly id: string; readonly device: string }>
  | Of<'quiet-help.ended', { readonly id: string; readonly device: string }>

type Context = { readonly at: Instant; readonly by: Viewer }

export function decideQuiet(
  state: QuietHelps,
  command: QuietCommand,
  context: Context,
): Result<readonly QuietEvent[]> {
  return command.name === 'quiet-help.ask' ? ask(state, command, context) : answer(state, command, context)
}

/** Asked again it is taken again, and nothing comes of it: a device may always ask once more. */
function ask(
  { all }: QuietHelps,
  { id, lainMs, place, by, author }: Extract<QuietCommand, { name: 'quiet-help.ask' }>,
  { at }: Context,
): Result<readonly QuietEvent[]> {
  if (all.some((one) => one.id === id)) return accepted([])
  const stranger = isStranger(author)
  if (
    all.length >= QUIET_MAX ||
    (stranger && all.filter((one) => one.isStranger).length >= STRANGERS_QUIET_MAX)
  )
    return refused('full', 'The record of this house holds no more of these: find somebody, or ring.')
  const own = all.filter(({ device, over }) => device === author.device && over === null)
  if (own.length >= OPEN_OF_DEVICE_MAX)
    return refused('asked-already', 'It was asked for from this device, and is with those who can come.')
  const asked = instant(at - Math.min(LAIN_MS_MAX, Math.max(0, lainMs)))
  return accepted([
    {
      ...{ type: 'quiet-help.asked', v: 1 },
      body: { id, device: author.device, at: asked, stranger },
      detail: { person: author.person, place: place?.slice(0, QUIET_PLACE_MAX) ?? null, by },
    },
  ])
}

function answer(
  { all }: QuietHelps,
  { id, word, who, author }: Extract<QuietCommand, { name: 'quiet-help.answer' }>,
  { by }: Context,
): Result<readonly QuietEvent[]> {
  if (!may(by, 'answer quiet help')) return refused('not-yours', 'Whoever may go there says so.')
  const one = all.find((each) => each.id === id)
  // Whoever holds somebody down says nothing for them: the device that asked is told of none.
  if (one === undefined || one.device === author.device)
    return refused('no-such', 'There is nothing like that open.')
  const said = { v: 1, body: { id, device: author.device }, detail: { person: author.person, who } } as const
  if (word === 'going') {
    const goes = one.over === null && one.going.some(({ device }) => device === author.device)
    if (goes || one.going.length >= GOING_MAX) return accepted([])
    return accepted([{ type: 'quiet-help.answered', ...said }])
  }
  if (one.over !== null) return accepted([])
  if (one.going.length === 0)
    return refused('nobody-went', 'Nobody has gone there yet: it is over once somebody saw them.')
  return accepted([{ type: 'quiet-help.ended', ...said }])
}

export type QuietLogged = {
  readonly type: string
  readonly at: Instant
  readonly body: Json
  readonly detail: Json | null
}
export const isQuiet = ({ type, v }: { readonly type: string; readonly v: number }): boolean =>
  v === 1 && ['quiet-help.asked', 'quiet-help.answered', 'quiet-help.ended'].includes(type)

const GONE = '(erased)'

/** `detail` may be gone: retention erases personal parts. */
export function applyQuiet({ all }: QuietHelps, { type, at, body, detail }: QuietLogged): QuietHelps {
  // `as`: the log gives back what `decideQuiet` put in, checked by its hash chain.
  const said = body as unknown as { id: string; device: string; at: Instant; stranger: boolean }
  const kept = detail as { place?: string | null; by?: string | null; who?: string } | null
  if (type === 'quiet-help.asked') {
    const { id, device, stranger } = said
    const [place, by] = [kept?.place ?? null, kept?.by ?? null]
    const asked = { id, device, at: said.at, isStranger: stranger, place, by, going: [], over: null }
    return all.some((one) => one.id === id) ? { all } : { all: [...all, asked] }
  }
  const word = { at, device: said.device, who: kept?.who ?? GONE }
  const changed = (one: QuietHelp): QuietHelp =>
    type === 'quiet-help.ended'
      ? { ...one, over: word }
      : { ...one, going: [...one.going.filter(({ device }) => device !== word.device), word], over: null }
  return { all: all.map((one) => (one.id === said.id ? changed(one) : one)) }
}

/** One line. `by` is for whoever reads their screen alone; where nobody knows where it was, it is all there is to go by. */
export type QuietLine = {
  readonly id: string
  readonly at: Instant
  readonly place: string | null
  readonly by: string | null
  readonly going: readonly string[]
  readonly mine: boolean
  readonly over: { readonly at: Instant; readonly who: string } | null
}
export type QuietSection = { readonly lines: readonly QuietLine[]; readonly more: number }

/** Null for whoever is told of none, whether there is one or not. */
export function quietSection({ all }: QuietHelps, viewer: Viewer, now: Instant): QuietSection | null {
  const scope = sees(viewer, 'quiet help')
  if (scope === null) return null
  const told = all
    .filter(({ device }) => device !== viewer.device)
    .filter(({ over }) => over === null || now - over.at < OVER_SHOWN_MS)
    .toSorted((one, other) => rankOf(one) - rankOf(other) || other.at - one.at)
  const lines = told.slice(0, QUIET_LINES_MAX).map(
    ({ id, at, place, by, going, over }): QuietLine => ({
      ...{ id, at, place, by: scope === 'all' || place === null ? by : null },
      going: going.map(({ who }) => who),
      mine: going.some(({ device }) => device === viewer.device),
      over: over && { at: over.at, who: over.who },
    }),
  )
  return { lines, more: told.length - lines.length }
}

/** What is open before what is over; the house's own devices before those of whoever floods it. */
const rankOf = ({ over, isStranger: stranger }: QuietHelp): number =>
  (over === null ? 0 : 2) + (stranger ? 1 : 0)

/** For the device that asked: nothing but how far it has come. */
export type QuietOwn = 'kept' | 'going' | 'over'
export function ownQuiet({ all }: QuietHelps, id: string, device: string): QuietOwn | null {
  const one = all.find((each) => each.id === id && each.device === device)
  if (one === undefined) return null
  if (one.over !== null) return 'over'
  return one.going.length > 0 ? 'going' : 'kept'
}
