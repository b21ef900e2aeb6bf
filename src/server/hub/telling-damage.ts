// What of the record was found damaged when the house was opened is written into tonight's, once (LOG-26).

import { type Damage, type DamagedRecord, isTold } from '../../core/paperwork/damage.ts'
import { INCIDENT_STREAM, INSTALLATION_STREAM } from '../log/log.ts'
import type { Loss } from '../log/loss.ts'
import type { Stage } from './stage.ts'

/** Earlier nights are named where earlier nights are read (LOG-18). */
export async function tellDamage(
  stage: Pick<Stage, 'night' | 'installation'>,
  losses: readonly Loss[],
): Promise<void> {
  const tonight = stage.night()
  if (tonight === null) return
  const { owner, performance } = tonight
  const records = new Map<string, { readonly of: DamagedRecord; readonly kept: number }>([
    [performance.id, { of: 'tonight', kept: owner.startedFrom() }],
    [INSTALLATION_STREAM, { of: 'house', kept: stage.installation.startedFrom() }],
    [INCIDENT_STREAM, { of: 'incidents', kept: 0 }],
  ])
  for (const { stream, ...loss } of losses) {
    const record = records.get(stream)
    if (record === undefined) continue
    const damage: Damage = { of: record.of, ...loss, remembered: loss.to <= record.kept }
    if (isTold(owner.state().damage, damage)) continue
    const id = `damaged:${record.of}:${loss.from}-${loss.to}`
    await owner.record(id, 'machine', [{ type: 'record.damaged', v: 1, body: damage }])
  }
}
