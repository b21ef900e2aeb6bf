// The whole record as privacy looks at it: every stream, whom it knows by which name, and from when a clock runs.

import type { DeviceId } from '../../core/disclosure/policy.ts'
import {
  applyInstallation,
  emptyInstallation,
  type InstallationState,
} from '../../core/installation/installation.ts'
import type { Json } from '../../core/kit/json.ts'
import type { Where } from '../../core/retention/clocks.ts'
import type { Known } from '../../core/retention/names.ts'
import type { Country, EngagementKind, PersonId, Show } from '../../core/show/show.ts'
import {
  CARE_STREAM,
  DRILL_STREAM,
  INCIDENT_STREAM,
  INSTALLATION_STREAM,
  type Log,
  NOTICE_STREAM,
  type StoredEvent,
  type StreamId,
  VAULT_STREAM,
} from '../log/log.ts'
import { everyEvent } from '../vault/forget.ts'

export type Holding = {
  readonly log: Log
  readonly readShow: (text: string) => Show | null | Promise<Show | null>
}

export type House = {
  readonly installation: InstallationState
  readonly people: readonly Known[]
  readonly country: Country | null
  /** Every version of a show that the record names, and what of it is read. */
  readonly shows: ReadonlyMap<string, Show>
  /** That performance goes on, or the house opens with it next: nothing of it is touched. */
  readonly tonight: StreamId | null
}

const wheres: Readonly<Record<StreamId, Where>> = {
  [INCIDENT_STREAM]: 'incidents',
  [DRILL_STREAM]: 'drills',
  [VAULT_STREAM]: 'openings',
  [NOTICE_STREAM]: 'notices',
  [CARE_STREAM]: 'care',
  [INSTALLATION_STREAM]: 'installation',
}

export const whereOf = (stream: StreamId): Where =>
  Object.hasOwn(wheres, stream) ? (wheres[stream] ?? 'performances') : 'performances'

export const detailOf = ({ detail }: StoredEvent): Json | null =>
  detail.state === 'kept' ? detail.value : null

export async function houseOf({ log, readShow }: Holding): Promise<House> {
  let installation = emptyInstallation
  const named = new Set<string>()
  for await (const event of everyEvent(log, INSTALLATION_STREAM)) {
    installation = applyInstallation(installation, { ...event, detail: detailOf(event) })
    const show = showIn(event.body)
    if (show !== null) named.add(show)
  }
  const shows = new Map<string, Show>()
  for (const hash of named) {
    const text = await log.document(hash)
    const show = text === null ? null : await readShow(text)
    if (show) shows.set(hash, show)
  }
  const newest = shows.get(installation.published?.show ?? '')
  return {
    ...{ installation, shows, people: peopleOf([...shows.values()]), country: newest?.country ?? null },
    tonight: installation.performances.at(-1)?.id ?? null,
  }
}

/** Every person of every version, the newest word on what they are. */
function peopleOf(shows: readonly Show[]): readonly Known[] {
  const known = new Map<string, Known>()
  for (const show of shows)
    for (const { id, name, callName } of show.people) {
      const names = new Set([...(known.get(id)?.names ?? []), name, callName])
      known.set(id, { id, names: [...names], as: roleWords(show, id) })
    }
  return [...known.values()]
}

const words: Readonly<Partial<Record<EngagementKind, string>>> = {
  child: 'a child of the company',
  chaperone: 'a chaperone',
  crew: 'one of the crew',
  operator: 'an operator',
  dresser: 'a dresser',
  'stage management': 'stage management',
  music: 'a musician',
  creative: 'one of the creative team',
}

function roleWords({ engagements }: Pick<Show, 'engagements'>, person: PersonId): string {
  const kind = engagements.find((one) => one.person === person)?.kind
  return kind === undefined ? 'one of the company' : (words[kind] ?? 'a performer')
}

/** Whoever's own devices these are. */
export const devicesOf = ({ devices }: InstallationState, person: string): ReadonlySet<DeviceId> =>
  new Set(devices.filter((one) => one.person === person).map(({ id }) => id))

export function textIn(value: unknown, field: string): string | null {
  if (typeof value !== 'object' || value === null) return null
  const found: unknown = (value as Readonly<Record<string, unknown>>)[field]
  return typeof found === 'string' ? found : null
}

const showIn = (body: Json): string | null => {
  const show = textIn(body, 'show')
  return show !== null && /^[0-9a-f]{64}$/.test(show) ? show : null
}
