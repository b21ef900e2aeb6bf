// The kinds of event an installation’s record has: what is none of them is of another version, and passed over.

import type { InstallationEvent } from './commands.ts'

export const installationTypes: ReadonlySet<string> = new Set<InstallationEvent['type']>([
  'performance.planned',
  'show.published',
  'performance.revised',
  'export.taken',
  'device.invited',
  'device.paired',
  'device.revoked',
  'device.renamed',
  'device.redirected',
  'device.identified',
  'device.given',
  'group.invited',
  'group.joined',
  'group.renewed',
  'group.revoked',
  'code.given',
  'person.invited',
  'person.entered',
  'person.left',
  'passkey.kept',
  'passkey.counted',
  'passkey.dropped',
  'key.turned',
  'key.kept',
  'key.settled',
  'key.copied',
])
