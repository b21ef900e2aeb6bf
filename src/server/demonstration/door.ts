// Where a night to watch lies, and who may watch it.

import { existsSync, readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { may } from '../../core/disclosure/policy.ts'
import type { Clock } from '../clock/clock.ts'
import { viewerHere } from '../http/known-by.ts'
import type { Stage } from '../hub/stage.ts'
import { type Demonstration, openDemonstration, watched } from './demonstration.ts'

type Options = { readonly dataDir: string; readonly demoFile?: string | undefined }

/** Below this installation's folder, in one that is nobody's record. */
export const demonstrationIn = ({ dataDir, demoFile }: Options, clock: Clock): Demonstration =>
  openDemonstration({
    folder: join(dataDir, 'demonstration'),
    clock,
    demoText: () => (demoFile !== undefined && existsSync(demoFile) ? readFileSync(demoFile, 'utf8') : null),
  })

/** "/live?watch=desk": for whoever may begin a night to watch. */
export function watchedBy(
  stage: Stage,
  demonstration: Demonstration,
  path: string,
  headers: IncomingHttpHeaders,
): ReturnType<Demonstration['door']> {
  // Known by its cookie alone, so only a page of ours may ask; one that brings a pass was let past that question.
  if (headers['sec-websocket-protocol'] !== undefined) return null
  const as = watched.find((one) => path === `/live?watch=${one}`)
  const viewer = viewerHere(stage, { headers })
  return as && viewer && may(viewer, 'edit the show') ? demonstration.door(as) : null
}
