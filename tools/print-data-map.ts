// Prints the data map into docs/privacy/data-map.md from the source and its rows: `npx node tools/print-data-map.ts`.

import { writeFileSync } from 'node:fs'
import { type Kind, roleNames, sees } from '../src/core/disclosure/policy.ts'
import { id } from '../src/core/kit/ids.ts'
import { dataFiles, dataRows, type Row } from './data-rows.ts'
import { type StoredKind, storedEvents } from './stored-events.ts'

export const DATA_MAP = 'docs/privacy/data-map.md'

export function dataMap(stored: readonly StoredKind[]): string {
  return [
    '# What is kept, what for, who sees it, how long',
    'Printed from the source by `tools/print-data-map.ts`; a check fails when anything stored has no row here. A field under a name in capitals is described where that type is declared. Beside each kind the record keeps when it was, and which device wrote it.',
    ...dataRows.map((row) => section(row, stored)),
    '## Beside the record',
    dataFiles.map(({ file, what, kept }) => `- \`${file}\`: ${what} Kept: ${kept}`).join('\n'),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

function section(row: Row, stored: readonly StoredKind[]): string {
  const events = stored.filter(({ type }) => row.events.includes(type))
  const line = ({ type, fields }: StoredKind) =>
    `- \`${type}\`${fields.length === 0 ? '' : `: ${fields.join(', ')}`}`
  return [
    `## ${row.what}`,
    `**For:** ${row.purpose}\n\n**Kept:** ${row.kept}`,
    `**Seen by:**\n\n${row.seenAs.map((kind) => `- ${kind}: ${seenBy(kind)}`).join('\n')}`,
    `**Stored:**\n\n${events.map(line).join('\n')}`,
  ].join('\n\n')
}

const words = { all: 'all of it', side: 'their side’s or department’s', own: 'their own' } as const

/** As the policy table says it, role by role. */
function seenBy(kind: Kind): string {
  const one = { device: id<'device'>('any'), person: id<'person'>('any'), department: null, place: null }
  const scopes = (['all', 'side', 'own'] as const).map((scope) => {
    const roles = roleNames.filter((role) => sees({ ...one, roles: [role] }, kind) === scope)
    return roles.length === 0 ? null : `${words[scope]}: ${roles.join(', ')}`
  })
  return scopes.filter((scope) => scope !== null).join('; ')
}

if (import.meta.main) writeFileSync(DATA_MAP, dataMap(storedEvents('.')))
