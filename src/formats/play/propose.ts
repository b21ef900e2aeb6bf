// The show a play proposes: one item for each scene, one track for each character, one obligation for each time on stage.

import { id } from '../../core/kit/ids.ts'
import type { Item, Obligation, Role, ScriptLine, Show, Track } from '../../core/show/show.ts'
import { CODE_LENGTH_MAX, ID_LENGTH_MAX, NAME_LENGTH_MAX } from '../show-file/limits.ts'
import { clock } from './clock.ts'
import type { Appearance, Play, PlayEvent, Scene } from './play.ts'

/** Leaves room for the item and a number in the id of an obligation. */
const ROLE_ID_LENGTH_MAX = ID_LENGTH_MAX - CODE_LENGTH_MAX - 10

export function proposeShow(play: Play, appearances: readonly Appearance[], name: string): Show {
  const items = itemsOf(play)
  const roles = rolesOf(play)
  const tracks = tracksOf(appearances, roles)
  return {
    format: 'ghostlight-show',
    formatVersion: 1,
    title: clipped(play.title) || clipped(name.replace(/\.[a-z]+$/i, '')) || 'Untitled',
    ...(play.by ? { by: clipped(play.by) } : {}),
    language: play.language ?? 'en-GB',
    country: 'GB',
    timeZone: 'Europe/London',
    venue: { name: '', places: [], travel: [] },
    people: [],
    engagements: [],
    roles: [...roles.values()],
    tracks: [...tracks.values()],
    obligations: obligationsOf(play, appearances, { items, roles, tracks }),
    items,
    editions: [{ id: id<'edition'>('full'), title: 'As written', items: items.map((item) => item.id) }],
    ...{
      departments: [],
      cues: [],
      vamps: [],
      costumes: [],
      changes: [],
      handOffs: [],
      props: [],
      presets: [],
      mics: [],
    },
    script: scriptOf(play, items, roles),
  }
}

export const clipped = (text: string, most = NAME_LENGTH_MAX): string => {
  const short = text.trim()
  if (short.length <= most) return short
  // Never through the middle of a character that takes two units.
  return `${short.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Tenths are as fine as an estimate deserves. */
const tenths = (seconds: number): number => Math.round(seconds * 10) / 10

function itemsOf(play: Play): readonly Item[] {
  const ids = new Names(ID_LENGTH_MAX)
  return play.scenes.map((scene) => ({
    id: id<'item'>(ids.next(scene.code)),
    code: clipped(scene.code, CODE_LENGTH_MAX),
    title: clipped(scene.title),
    kind: 'scene',
    act: Math.min(scene.act, 99),
    seconds: clock(scene).seconds,
  }))
}

function rolesOf(play: Play): ReadonlyMap<string, Role> {
  const ids = new Names(ROLE_ID_LENGTH_MAX)
  return new Map(
    play.characters.map((character) => [
      character.id,
      { id: id<'role'>(ids.next(character.id)), name: clipped(character.name) || character.id },
    ]),
  )
}

/** Only who appears has a track; a name in the cast list alone has nothing to do yet. */
function tracksOf(
  appearances: readonly Appearance[],
  roles: ReadonlyMap<string, Role>,
): ReadonlyMap<string, Track> {
  const met = new Set(appearances.map(({ who }) => who))
  const cast = [...roles].filter(([who]) => met.has(who))
  return new Map(
    cast.map(([who, role], position) => [
      who,
      {
        id: id<'track'>(role.id),
        code: `C${position + 1}`,
        title: role.name,
        kind: 'cast',
        roles: [role.id],
      },
    ]),
  )
}

type Parts = {
  readonly items: readonly Item[]
  readonly roles: ReadonlyMap<string, Role>
  readonly tracks: ReadonlyMap<string, Track>
}

function obligationsOf(
  play: Play,
  appearances: readonly Appearance[],
  { items, roles, tracks }: Parts,
): readonly Obligation[] {
  const ids = new Names(ID_LENGTH_MAX)
  const before = play.scenes.map(wordsBefore)
  const places = new Map([...roles.keys()].map((who, position) => [who, position]))
  const placeOf = ({ who }: Appearance) => places.get(who) ?? 0
  const inOrder = [...appearances].sort(
    (a, b) => a.scene - b.scene || a.from - b.from || placeOf(a) - placeOf(b),
  )
  return inOrder.flatMap(({ who, scene, from, to, speaks, elsewhere }): Obligation[] => {
    const [item, role, track] = [items[scene], roles.get(who), tracks.get(who)]
    if (!item || !role || !track) return []
    const line = before[scene]?.(from)
    return [
      {
        id: id<'obligation'>(ids.next(`${role.id}-${item.id}`)),
        track: track.id,
        kind: elsewhere ? 'line' : 'appear',
        title: titleOf(item, speaks, elsewhere),
        role: role.id,
        anchor: { item: item.id, seconds: tenths(from), ...(line ? { line: clipped(line) } : {}) },
        seconds: tenths(to - from),
        droppable: 'essential',
      },
    ]
  })
}

function titleOf(item: Item, speaks: boolean, elsewhere: boolean): string {
  if (elsewhere) return `Heard in ${item.code}`
  return speaks ? `On in ${item.code}` : `On in ${item.code}, silent`
}

/** The words that are spoken just before a moment: what somebody enters on. */
function wordsBefore(scene: Scene): (moment: number) => string | undefined {
  const { starts } = clock(scene)
  const spoken: number[] = []
  scene.events.forEach((event, at) => {
    if (event.kind === 'words') spoken.push(at)
  })
  return (moment) => {
    let [low, high] = [0, spoken.length]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if ((starts[spoken[middle] ?? 0] ?? 0) < moment) low = middle + 1
      else high = middle
    }
    const event = scene.events[spoken[low - 1] ?? -1]
    return event?.kind === 'words' ? event.text : undefined
  }
}

function scriptOf(
  play: Play,
  items: readonly Item[],
  roles: ReadonlyMap<string, Role>,
): readonly ScriptLine[] {
  const lines: ScriptLine[] = []
  for (const [number, scene] of play.scenes.entries()) {
    const item = items[number]
    if (item) addLines(lines, scene, item, roles)
  }
  return lines
}

function addLines(lines: ScriptLine[], scene: Scene, item: Item, roles: ReadonlyMap<string, Role>): void {
  const { starts } = clock(scene)
  // All lines of a speech have the same speakers.
  let who: readonly string[] = []
  let speaker: Role | undefined
  scene.events.forEach((event, at) => {
    if (event.kind === 'speech' || event.text === '') return
    if (event.kind === 'words' && event.who !== who) {
      who = event.who
      speaker = roles.get(who[0] ?? '')
    }
    const page = event.kind === 'part' ? undefined : event.page
    const kind = kindOf(event)
    const role = event.kind === 'words' ? speaker : undefined
    const [seconds, { text }] = [tenths(starts[at] ?? 0), event]
    const line = role
      ? { item: item.id, seconds, text, kind, role: role.id }
      : { item: item.id, seconds, text, kind }
    lines.push(page === undefined ? line : { ...line, page })
  })
}

function kindOf(event: PlayEvent): ScriptLine['kind'] {
  if (event.kind !== 'words') return 'direction'
  return event.lyric ? 'lyric' : 'speech'
}

/** Makes ids of whatever the file has, each only once. */
class Names {
  readonly #taken = new Set<string>()
  readonly #counts = new Map<string, number>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  next(wanted: string): string {
    const sound = this.#sound(wanted)
    const base = sound === '' || sound in {} ? `x-${sound}`.replace(/-$/, '') : sound
    let free = base
    for (let more = (this.#counts.get(base) ?? 1) + 1; this.#taken.has(free); more += 1) {
      free = `${base}-${more}`
      this.#counts.set(base, more)
    }
    this.#taken.add(free)
    return free
  }

  #sound(wanted: string): string {
    if (wanted.length <= this.#most - 5 && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(wanted)) return wanted
    return wanted
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .slice(0, this.#most - 5)
      .replace(/[\uD800-\uDBFF]$/, '')
  }
}
