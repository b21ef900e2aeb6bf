// What only some may read: sealed notes and notices, opened on the house as it stands, whatever was erased first.

import { openedAt } from '../../core/incident/order.ts'
import { wholes } from '../../core/incident/whole.ts'
import { type CareHouse, openCare } from '../care/care.ts'
import type { Stage } from '../hub/stage.ts'
import type { Incidents } from '../incident/incidents.ts'
import { type NoticeHouse, openNotices } from '../notice/notices.ts'
import { openAsks } from '../vault/asks.ts'
import { openVault, type VaultOptions } from '../vault/vault.ts'
import type { Sealed } from './sealed.ts'
import { showOf } from './show-of.ts'
import { vaultHouse } from './vault-house.ts'

export async function openSealed(
  options: Omit<VaultOptions, 'house'>,
  stage: Stage,
  incidents: Incidents,
): Promise<Sealed> {
  const vault = await openVault({ ...options, house: vaultHouse(stage, incidents) })
  const notices = openNotices({ ...options, house: noticeHouse(stage, incidents) })
  const care = openCare({ ...options, house: careHouse(stage, incidents) })
  const close = async () => {
    for (const one of [vault, notices, care]) await one.close()
  }
  return { vault, asks: openAsks(vault, options.clock), notices, care, close }
}

/** Who directs or produces here: whoever has a device of that post. */
const careHouse = (stage: Stage, incidents: Incidents) => async (): Promise<CareHouse> => {
  const show = await showOf(stage)
  const { devices } = stage.installation.state()
  const leads = devices.flatMap(({ person, roles, revokedAt }) =>
    person !== null && revokedAt === null && roles.some((role) => role === 'dir' || role === 'prod')
      ? [person]
      : [],
  )
  const facts = {
    people: (show?.people ?? []).map(({ id, name, minor }) => ({ id, name, minor })),
    leads: new Set<string>(leads),
    incidents: wholes(incidents.all(false)).flatMap((one) => {
      const at = openedAt(one)
      return at === null ? [] : [{ id: one.id, at }]
    }),
  }
  return { facts, timeZone: show?.timeZone ?? 'UTC', country: show?.country ?? 'GB' }
}

const noticeHouse = (stage: Stage, incidents: Incidents) => async (): Promise<NoticeHouse> => {
  const show = await showOf(stage)
  const people = show?.people ?? []
  const { devices } = stage.installation.state()
  return {
    people,
    timeZone: show?.timeZone ?? 'UTC',
    country: show?.country ?? 'GB',
    incidents: incidents.all(false),
    namesOf: ({ person, device }) => {
      const known = people.find(({ id }) => id === person)
      const own = devices.find(({ id }) => id === device)?.name
      return [...(known ? [known.id, known.name, known.callName] : []), ...(own ? [own] : [])]
    },
  }
}
