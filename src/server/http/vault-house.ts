// The house as the sealed notes see it: tonight's people and signs, its devices, its incidents.

import { statusOf } from '../../core/attendance/state.ts'
import type { Stage } from '../hub/stage.ts'
import type { Incidents } from '../incident/incidents.ts'
import type { VaultHouse } from '../vault/house.ts'
import { showOf } from './show-of.ts'

export const vaultHouse = (stage: Stage, incidents: Incidents) => async (): Promise<VaultHouse> => {
  const night = stage.night()
  const show = await showOf(stage)
  const { devices, performances } = stage.installation.state()
  const signs = night?.owner.state().attendance.people ?? []
  const within = new Set(
    signs.filter(({ marks }) => ['in', 'away'].includes(statusOf(marks) ?? '')).map(({ person }) => person),
  )
  return {
    people: show?.people ?? [],
    timeZone: show?.timeZone ?? 'UTC',
    certificates: show?.covers?.certificates ?? [],
    isIn: (person) => within.has(person),
    devices: devices.filter(({ revokedAt }) => revokedAt === null),
    incidents: incidents.all(false),
    curtains: performances.map(({ curtainAt }) => curtainAt),
    begun:
      performances.find(({ production }) => production === performances.at(-1)?.production)?.curtainAt ??
      null,
  }
}
