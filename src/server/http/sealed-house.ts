// What only some may read: sealed notes and notices, opened on the house as it stands, whatever was erased first.

import type { Stage } from '../hub/stage.ts'
import type { Incidents } from '../incident/incidents.ts'
import { type NoticeHouse, openNotices } from '../notice/notices.ts'
import { openAsks } from '../vault/asks.ts'
import { openVault, type VaultOptions } from '../vault/vault.ts'
import type { Sealed } from './sealed.ts'
import { vaultHouse } from './vault-house.ts'

export async function openSealed(
  options: Omit<VaultOptions, 'house'>,
  stage: Stage,
  incidents: Incidents,
): Promise<Sealed> {
  const vault = await openVault({ ...options, house: vaultHouse(stage, incidents) })
  const notices = openNotices({ ...options, house: noticeHouse(stage, incidents) })
  return { vault, asks: openAsks(vault, options.clock), notices }
}

const noticeHouse = (stage: Stage, incidents: Incidents) => async (): Promise<NoticeHouse> => {
  const show = stage.night()?.plan.show ?? (await stage.published().catch(() => null))
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
