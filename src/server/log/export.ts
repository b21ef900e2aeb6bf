// A performance as a file of its own, for the archive and for whoever asks what happened that night.

import { checkName } from './entry.ts'
import { type Exported, runAside } from './side.ts'

/**
 * Writes a new log with this one stream: its events, answers, personal parts and the documents that its events name.
 * It opens like any log. The personal parts in it are from then on for whoever keeps the file to erase.
 */
export async function exportStream(
  log: { readonly file: string },
  stream: string,
  target: string,
): Promise<Exported> {
  checkName(stream, 'a stream')
  return runAside({ do: 'export', file: log.file, stream, target })
}
