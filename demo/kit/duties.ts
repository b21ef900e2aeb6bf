// Turns what people do into obligations, and reads from the script which lines each of them says and sings.

import { id } from '../../src/core/kit/ids.ts'
import type { Obligation } from '../../src/core/show/show.ts'
import type { TimedLine } from './libretto.ts'
import type { Duty, Production } from './notation.ts'
import type { Pages } from './pages.ts'
import { Misprint } from './pages.ts'

/** Two lines of one role further apart than this are two things to cover. */
const LINES_APART_SECONDS = 14
const TITLE_LETTERS = 44

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)

export function compileDuties(
  production: Production,
  pages: Pages,
  more: Production['duties'],
): Obligation[] {
  const order = new Map(production.items.map((item, index) => [item.id, index]))
  const taken = new Map<string, number>()
  const packs = new Map(production.mics.map((mic) => [mic.track ?? '', mic.id]))
  return production.tracks.flatMap((track) => {
    const own = [...production.duties, ...more].flatMap((duties) => duties[track.id] ?? [])
    const spoken = own.flatMap((duty) => linesOf(production, pages, track.id, duty))
    return [...own, ...spoken]
      .map((duty) => ({
        duty,
        at: (order.get(duty.item) ?? 0) * 1e6 + pages.at(duty.item, duty.from, 'from').seconds,
      }))
      .sort((a, b) => a.at - b.at)
      .map(({ duty }) => obligation(track.id, duty, pages, taken, packs.get(track.id)))
  })
}

function obligation(
  track: string,
  duty: Duty,
  pages: Pages,
  taken: Map<string, number>,
  pack: string | undefined,
): Obligation {
  const { seconds: from, line } = pages.at(duty.item, duty.from, 'from')
  const { seconds: to } = pages.at(duty.item, duty.to, 'to')
  if (to <= from)
    throw new Misprint(`${track}, ${duty.item}, “${duty.title}” ends at ${to} before it begins at ${from}`)
  const base = `${track}-${duty.item}-${slug(duty.title)}`
  const count = (taken.get(base) ?? 0) + 1
  taken.set(base, count)
  return {
    id: id(count === 1 ? base : `${base}-${count}`),
    track: id(track),
    kind: duty.kind ?? 'appear',
    title: duty.title,
    ...(duty.role ? { role: id<'role'>(duty.role) } : {}),
    anchor: { item: id(duty.item), seconds: from, ...(line ? { line } : {}) },
    seconds: to - from,
    ...(duty.in ? { placeIn: id<'place'>(duty.in) } : {}),
    ...(duty.out ? { placeOut: id<'place'>(duty.out) } : {}),
    ...(duty.needs ? { needs: duty.needs } : {}),
    ...(duty.costume ? { costume: id<'costume'>(duty.costume) } : {}),
    ...(pack !== undefined && duty.costume ? { mic: id<'mic'>(pack) } : {}),
    ...(duty.props && duty.props.length > 0 ? { props: duty.props.map((prop) => id<'prop'>(prop)) } : {}),
    ...(duty.partners
      ? { partners: duty.partners.map((partner) => id<'track'>(partner)).filter((one) => one !== track) }
      : {}),
    droppable: duty.drop ?? 'essential',
    ...(duty.cost === undefined ? {} : { cutCost: duty.cost }),
    ...(duty.safety ? { safety: true } : {}),
  }
}

/** Inside each appearance: what its role says, what it sings alone, what it sings with everybody. */
function linesOf(production: Production, pages: Pages, track: string, duty: Duty): Duty[] {
  const roles = production.tracks.find((one) => one.id === track)?.roles ?? []
  if ((duty.kind ?? 'appear') !== 'appear' || roles.length === 0) return []
  const from = pages.at(duty.item, duty.from, 'from').seconds
  const to = pages.at(duty.item, duty.to, 'to').seconds
  const principal = roles[0]
  return roles.flatMap((role) => {
    const said = pages
      .lines(duty.item)
      .filter((line) => roleOf(production, line) === role && line.starts >= from && line.starts < to)
    if (duty.role && roles.includes(duty.role) && role !== duty.role && ['crier', 'trigg'].includes(role))
      return []
    const shared = ['town', 'devils', 'five'].includes(role)
    return clusters(said, shared ? 1e3 : LINES_APART_SECONDS).map((lines) =>
      spokenDuty(duty.item, role, lines, shared, role === principal && !/^e\d/.test(track)),
    )
  })
}

function spokenDuty(
  item: string,
  role: string,
  lines: readonly TimedLine[],
  shared: boolean,
  lead: boolean,
): Duty {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) throw new Misprint(`${role} in ${item} says nothing`)
  const sung = lines.every((line) => line.kind === 'lyric')
  const words =
    first.text.length > TITLE_LETTERS ? `${first.text.slice(0, TITLE_LETTERS).trimEnd()}…` : first.text
  return {
    item,
    from: first.starts,
    to: last.ends,
    title: shared ? `Sung together: ${words}` : `“${words}”`,
    kind: shared ? 'vocal part' : sung ? 'lead vocal' : 'line',
    role,
    drop: shared ? 'thin-able' : lead ? 'essential' : 're-assignable',
    ...(shared ? { cost: 15 } : lead ? {} : { cost: 25 }),
  }
}

export function roleOf(production: Production, line: { readonly caption: string }): string | undefined {
  const name = line.caption.replace(/\s*\(.*\)$/, '')
  if (name === '') return undefined
  const role = production.captions[name]
  if (!role) throw new Misprint(`nobody is called ${name}`)
  return role
}

function clusters(lines: readonly TimedLine[], apart: number): TimedLine[][] {
  const found: TimedLine[][] = []
  for (const line of lines) {
    const open = found.at(-1)
    const before = open?.at(-1)
    if (open && before && line.starts - before.ends <= apart) open.push(line)
    else found.push([line])
  }
  return found
}
