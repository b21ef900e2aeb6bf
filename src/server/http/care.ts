// Getting in touch with somebody, by plain request: for everybody who works here, each their own; the numbers on any way.

import type { Viewer } from '../../core/disclosure/policy.ts'
import { speechOf } from '../../letters/speech.ts'
import { type CareTold, readCareCommand } from '../../wire/care.ts'
import type { Care } from '../care/care.ts'
import { refusal, type Said } from './incident.ts'

export const CARE_PATH = '/api/care'

type Asking = { readonly viewer: Viewer | null; readonly isSafe: boolean }

/** `text`: null to read. What was said is in the record before the answer says how it stands. */
export async function openCareFor(
  care: Care,
  { viewer, isSafe }: Asking,
  text: string | null,
): Promise<Said> {
  const about = await care.about()
  const { words } = speechOf(about.country)
  if (viewer === null) return refusal(401, 'not-paired', words.care.notPaired)
  if ((await care.section(viewer)) === null) return refusal(403, 'not-yours', words.care.notHere)
  if (text !== null) {
    const command = readCareCommand(text)
    if (command === null) return refusal(400, 'wrong-message', 'This is nothing that is asked here.')
    if (!isSafe) return refusal(403, 'not-safe', words.care.notSafe)
    const answer = await care.take(command, viewer)
    if (!answer.ok)
      return 'refusal' in answer
        ? { status: 409, body: { refusal: answer.refusal } }
        : refusal(503, 'failed', answer.failure)
  }
  const told: CareTold = { ...about, section: isSafe ? await care.section(viewer) : null }
  return { status: 200, body: told }
}
