// Notices by plain request: read by everybody who works here; what may be said of somebody, by whom the policy names and a safe way.

import type { Viewer } from '../../core/disclosure/policy.ts'
import { speechOf } from '../../letters/speech.ts'
import { type NoticesTold, readNoticeCommand } from '../../wire/notice.ts'
import type { Notices } from '../notice/notices.ts'
import { refusal, type Said } from './incident.ts'

export const NOTICES_PATH = '/api/notices'

/** On the way on which anybody could read along, these alone: nothing that is one person's. */
const plain: readonly string[] = ['notice.read', 'notice.tell', 'line.say', 'line.end']

type Asking = { readonly viewer: Viewer | null; readonly isSafe: boolean }

/** `text`: null to read. What was said is in the record before the answer says how it stands. */
export async function openNoticesFor(
  notices: Notices,
  { viewer, isSafe }: Asking,
  text: string | null,
): Promise<Said> {
  const { country, timeZone } = await notices.house()
  const { words } = speechOf(country)
  if (viewer === null) return refusal(401, 'not-paired', words.notices.notPaired)
  if ((await notices.section(viewer)) === null) return refusal(403, 'not-yours', words.notices.notHere)
  if (text !== null) {
    const command = readNoticeCommand(text)
    if (command === null) return refusal(400, 'wrong-message', 'This is nothing that is said of a notice.')
    if (!isSafe && !plain.includes(command.name)) return refusal(403, 'not-safe', words.notices.notSafe)
    const answer = await notices.take(command, viewer)
    if (!answer.ok)
      return 'refusal' in answer
        ? { status: 409, body: { refusal: answer.refusal } }
        : refusal(503, 'failed', answer.failure)
  }
  const section = await notices.section(viewer)
  if (section === null) return refusal(403, 'not-yours', words.notices.notHere)
  const isHidden = !isSafe && (section.mayWrite || viewer.person !== null)
  const told: NoticesTold = {
    section: isSafe ? section : { ...section, matters: [], own: [] },
    ...{ timeZone, country, notSafe: isHidden ? words.notices.notSafe : null },
  }
  return { status: 200, body: told }
}
