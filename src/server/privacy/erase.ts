// One person’s erasure over the whole record, on their request: what goes now, what is kept until when, and why.

import { createHash } from 'node:crypto'
import { id } from '../../core/kit/ids.ts'
import type { Json } from '../../core/kit/json.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import { calledIn } from '../../core/retention/called.ts'
import { endOf, type KeptKind, keptKinds, kindOf, retentionClocks } from '../../core/retention/clocks.ts'
import { isAbout, isTyped, type Known } from '../../core/retention/names.ts'
import type { Clock } from '../clock/clock.ts'
import { lastWordAt } from '../log/last-word.ts'
import { type StoredEvent, VAULT_STREAM } from '../log/log.ts'
import { type Erased, readErased } from '../vault/erased.ts'
import { everyEvent, forget } from '../vault/forget.ts'
import { eraseFor } from '../vault/vault.ts'
import { forgetNames, type NamesLeft } from './erase-names.ts'
import { replacedLists } from './past.ts'
import { detailOf, devicesOf, type Holding, type House, houseOf, textIn, whereOf } from './record.ts'
import { stillNamed } from './still-named.ts'

/** Of one kind: how many entries stay, and until when the last of them; null where nobody can say. */
type StillKept = { readonly kind: KeptKind; readonly entries: number; readonly until: Instant | null }
export type Erasure = {
  readonly entries: number
  readonly kept: readonly StillKept[]
  readonly names: NamesLeft
  /** Free words that name them still, wherever they stand. */
  readonly stillNamed: Awaited<ReturnType<typeof stillNamed>>
  /** Their devices that are still in use. */
  readonly devices: number
}

export type Erasing = Holding & { readonly dataDir: string; readonly clock: Clock }

/** While no house keeps the record, on their word. `also`: what else they are called. */
export async function erasePerson(
  erasing: Erasing,
  person: string,
  also: readonly string[] = [],
): Promise<Erasure> {
  // Their names are known until they are erased.
  const { people } = await houseOf(erasing)
  const called = calledIn(people.find(({ id }) => id === person) ?? { id: person, names: [] }, also)
  const sealed = await eraseFor(erasing, person)
  const at = readErased(erasing.dataDir).find((one) => one.person === person)?.at ?? erasing.clock.now()
  const rest = await eraseFromRecord(erasing, person, at)
  await markDone(erasing, { person, at })
  await erasing.log.compact()
  const named = await stillNamed(erasing, called)
  return { ...rest, entries: rest.entries + sealed.entries, stillNamed: named }
}

/** Whoever was erased is erased again in an older record that was put back, before anybody is served. */
export async function eraseAgain(erasing: Erasing): Promise<void> {
  for (const { person, at } of readErased(erasing.dataDir)) {
    if ((await erasing.log.answer(VAULT_STREAM, markOf({ person, at }))) !== null) continue
    await eraseFromRecord(erasing, person, at)
    await erasing.log.compact()
    await markDone(erasing, { person, at })
  }
}

type Mark = Pick<Erased, 'person' | 'at'>

/** That it was done stands in the record itself, so that an older one does not have it; whose it was does not. */
const markOf = ({ person, at }: Mark): string =>
  `erased: ${createHash('sha256').update(`${person} ${at}`).digest('hex').slice(0, 32)}`

async function markDone({ log, clock }: Erasing, mark: Mark): Promise<void> {
  const epoch = await log.claim(VAULT_STREAM)
  const { seq } = await log.head(VAULT_STREAM)
  const step = { stream: VAULT_STREAM, epoch, expectSeq: seq, at: clock.now(), by: 'machine' }
  const [outcome] = await log.append([{ ...step, command: markOf(mark), events: [], answer: { done: true } }])
  if (outcome?.done !== 'appended' && outcome?.done !== 'already')
    throw new Error(`It is not written down that this was erased: ${outcome?.done}.`)
}

/** `until`: whoever comes again leaves a new trace. */
async function eraseFromRecord(
  erasing: Erasing,
  person: string,
  until: number,
): Promise<Omit<Erasure, 'stillNamed'>> {
  const house = await houseOf(erasing)
  const who = house.people.find(({ id }) => id === person) ?? { id: person, names: [], as: 'somebody' }
  const kept = new Map<KeptKind, { entries: number; until: number | null }>()
  let entries = 0
  for (const { stream } of await erasing.log.streams()) {
    const judge = await judgeOf(erasing, { house, who, stream })
    const gone = new Set<number>()
    for await (const event of everyEvent(erasing.log, stream)) {
      const word = event.at <= until ? judge(event) : null
      if (word === 'goes') gone.add(event.seq)
      else if (word !== null) kept.set(word.kind, added(kept.get(word.kind), word.until))
    }
    entries += await forget({ ...erasing, stream }, ({ seq }) => gone.has(seq))
  }
  return {
    entries,
    kept: keptKinds.flatMap((kind) => {
      const one = kept.get(kind)
      return one
        ? [{ kind, entries: one.entries, until: one.until === null ? null : instant(one.until) }]
        : []
    }),
    names: await forgetNames(erasing, house, who),
    devices: [...devicesOf(house.installation, person)].filter((device) => inUse(house, device)).length,
  }
}

const added = (
  one: { readonly entries: number; readonly until: number | null } | undefined,
  until: number | null,
) => ({
  entries: (one?.entries ?? 0) + 1,
  until: until === null || one?.until === null ? null : Math.max(one?.until ?? 0, until),
})

type Word = 'goes' | { readonly kind: KeptKind; readonly until: number | null } | null

/** Of one stream: whether an entry is about them, and then whether it may go. Sealed notes, notices and asks are done by then. */
async function judgeOf(
  { log }: Erasing,
  { house, who, stream }: { readonly house: House; readonly who: Known; readonly stream: string },
): Promise<(event: StoredEvent) => Word> {
  const where = whereOf(stream)
  const last = where === 'performances' ? await lastWordAt(log, stream) : null
  const own = devicesOf(house.installation, who.id)
  const lists = where === 'care' ? await replacedLists(log, stream) : new Map<number, number>()
  return (event) => {
    const { type, at, body } = event
    const kind = kindOf(where, type)
    const detail = detailOf(event)
    if (kind === null || detail === null) return null
    const until = endOf(kind, last ?? at, house.country)
    if (where === 'installation') {
      const device = textIn(body, 'device')
      const isTheirs = textIn(body, 'person') === who.id || (device !== null && own.has(id<'device'>(device)))
      // What they did for the house, taking a copy, is the house's to know for its time.
      if (!isTheirs) return isAbout(detail, who) ? { kind, until } : null
      return device !== null && inUse(house, device) ? { kind, until: null } : 'goes'
    }
    if (!isAbout(detail, who)) return null
    if (kind === 'whom-to-ask') return lists.has(event.seq) ? 'goes' : { kind, until: null }
    if (stream === house.tonight) return { kind, until }
    return retentionClocks[kind].onRequest && isTheirsAlone(detail, who, house.people)
      ? 'goes'
      : { kind, until }
  }
}

/** About them and nobody else; who wrote it down, or saw it, does not count. */
function isTheirsAlone(detail: Json, who: Known, people: readonly Known[]): boolean {
  const about = withoutWitnesses(detail)
  return isTyped(about, who) && !people.some((one) => one.id !== who.id && isTyped(about, one))
}

const witnesses: ReadonlySet<string> = new Set(['author', 'by', 'raisedBy', 'toldBy'])

function withoutWitnesses(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => withoutWitnesses(one as Json))
  const all = Object.entries(value).filter(([field]) => !witnesses.has(field))
  return Object.fromEntries(all.map(([field, one]) => [field, withoutWitnesses(one as Json)]))
}

const inUse = ({ installation }: House, device: string): boolean =>
  installation.devices.some((one) => one.id === device && one.revokedAt === null)
