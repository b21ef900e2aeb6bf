// Who belongs to the house just now; whoever does not any more has their devices and passkeys ended.

import { tonightsProduction } from '../../core/installation/door-codes.ts'
import { type Device, type InstallationState, theMachine } from '../../core/installation/installation.ts'
import {
  type Company,
  isOfCompany,
  leavers,
  type Names,
  playedLately,
} from '../../core/installation/leavers.ts'
import type { PersonId, Show } from '../../core/show/show.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
import type { Stage } from './stage.ts'

/** How often it is looked: a night that closes ends what waited for it so much later at most. */
const COMPANY_LOOK_MS = 5_000

export type HouseCompany = {
  /** Of the company as it is this very moment; also where nobody can say who that is. */
  has(one: Parameters<typeof isOfCompany>[1]): Promise<boolean>
  /** Ends what is to be ended by now. */
  settle(): Promise<void>
  close(): void
}

type House = {
  readonly stage: Pick<Stage, 'installation' | 'night' | 'onNight' | 'published' | 'version'>
  readonly clock: Clock
  readonly freshId: () => string
  /** What lies sealed under the ids of people who are somebody else now: it must be nobody’s, before anybody is shown it as theirs. */
  readonly eraseNotes: (people: readonly PersonId[]) => void
}

export function openCompany({ stage, clock, freshId, eraseNotes }: House): HouseCompany {
  const { installation } = stage
  let looked: readonly unknown[] = []
  const names = new Map<string, Names>()
  let working: Promise<void> = Promise.resolve()
  let cancel = () => {}
  const end = async () => {
    // Asked anew where anything of it has changed: most looks find the house as it was.
    const seen = whatCounts(stage)
    if (seen.every((one, index) => one === looked[index])) return
    const stays = await stayingIn(stage, clock, names)
    if (stays === null) return
    const leaving = leavers(installation.state(), stays.has, { playing: isPlaying(stage) })
    const whose = [...leaving.passkeys, ...leaving.devices.flatMap(({ person }) => person ?? [])]
    // First: cut off in the middle, it is done again while there is a device to tell by.
    eraseNotes([...new Set(whose)].filter(stays.isAnother))
    const submit = (command: Parameters<typeof installation.submit>[0]['command'], person: PersonId | null) =>
      installation.submit({
        ...{ id: `left:${freshId()}`, by: { ...theMachine, person }, madeAt: clock.now(), command },
      })
    for (const person of leaving.passkeys) await submit({ name: 'passkey.drop' }, person)
    for (const { id: device } of leaving.devices)
      await submit({ name: 'device.revoke', device, left: true }, null)
    // What was not kept is tried again at the next look.
    if (leaving.devices.length + leaving.passkeys.length === 0) looked = seen
  }
  const settle = () => {
    working = working.then(end).catch(tellMistake)
    return working
  }
  const look = () => {
    cancel = clock.after(COMPANY_LOOK_MS, () => void settle().then(look))
  }
  installation.onChange(() => void settle())
  stage.onNight(() => void settle())
  look()
  return {
    has: async (one) => (await stayingIn(stage, clock, names))?.has(one) ?? true,
    settle,
    close: () => cancel(),
  }
}

const isOpen = (stage: House['stage']): boolean => stage.night()?.owner.state().calling.closedAt === null

function isPlaying(stage: House['stage']): boolean {
  const calling = stage.night()?.owner.state().calling
  return isOpen(stage) && calling !== undefined && calling.acts.length + calling.calls.length > 0
}

const whatCounts = (stage: House['stage']): readonly unknown[] => {
  const { devices, passkeys, performances, published } = stage.installation.state()
  const plan = stage.night()?.plan
  return [devices, passkeys, performances, published?.show, plan, isOpen(stage), isPlaying(stage)]
}

const namesIn = ({ people }: Show): Names => new Map(people.map(({ id, name }) => [id, name]))

/** Null where nobody can say who is of the company: no show, one that cannot be read, or one without people. */
async function stayingIn(stage: House['stage'], clock: Clock, names: Map<string, Names>) {
  const published = await stage.published().catch(() => null)
  if (published === null || published.people.length === 0) return null
  const state = stage.installation.state()
  const current = tonightsProduction(state)
  const tonight = isOpen(stage) ? stage.night()?.plan.show : undefined
  const company: Company = {
    here: [namesIn(published), ...(tonight ? [namesIn(tonight)] : [])],
    shows: await showsOf(stage, state, names),
    lately: playedLately(state.performances, current, clock.now()),
  }
  return {
    has: (of: Parameters<typeof isOfCompany>[1]) => isOfCompany(company, of, current),
    /** Of one who is gone: here the same id is somebody else. */
    isAnother: (person: PersonId) => company.here.some((here) => here.has(person)),
  }
}

/** Of every other show in which anything is somebody’s, the version that was played last; `names` holds what was read before. */
async function showsOf(
  stage: House['stage'],
  { performances, devices, passkeys = [] }: InstallationState,
  names: Map<string, Names>,
): Promise<Company['shows']> {
  const current = tonightsProduction(stage.installation.state())
  const wanted = new Set([...devices.filter(isIn), ...passkeys].map(({ production }) => production))
  const last = new Map(performances.map(({ production, show }) => [production, show]))
  const read = new Map<string, Names>()
  for (const [production, hash] of last) {
    if (production === current || !wanted.has(production)) continue
    const show = names.has(hash) ? null : await stage.version(hash).catch(() => null)
    if (show) names.set(hash, namesIn(show))
    const held = names.get(hash)
    if (held) read.set(production, held)
  }
  return read
}

const isIn = ({ revokedAt }: Device): boolean => revokedAt === null
