// What a device may have read: for stage management, who has to decide whom to tell.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { may, sees, type Viewer } from '../../core/disclosure/policy.ts'
import { exposureOf } from '../../core/installation/exposure.ts'
import type { Stage } from '../hub/stage.ts'
import { refuse, send } from './answers.ts'

export function sendExposure(
  { stage }: { readonly stage: Stage },
  viewer: Viewer | null,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  // Whoever only runs the installation sees no people, and so not what of them was read (DISCLOSURE-9).
  if (viewer === null || !may(viewer, 'pair devices') || sees(viewer, 'obligations') !== 'all') {
    refuse(response, 403, 'not-yours', 'A stage manager looks at this.')
    return
  }
  const asked = new URL(request.url ?? '/', 'http://house').searchParams.get('device') ?? ''
  const exposure = exposureOf(stage.installation.state(), asked, stage.door.now())
  if (exposure) send(response, 200, exposure)
  else refuse(response, 404, 'no-such-device', 'No such device was let in.')
}
