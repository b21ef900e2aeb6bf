// The accident book by plain request: written by anybody of the house, read by whom the policy table names.

import { bookSection } from '../../core/accident/book.ts'
import { statutoryFor } from '../../core/accident/statutory.ts'
import type { Viewer } from '../../core/disclosure/policy.ts'
import { speechOf } from '../../letters/speech.ts'
import { type BookTold, readBookCommand } from '../../wire/accident.ts'
import type { Stage } from '../hub/stage.ts'
import type { Incidents } from '../incident/incidents.ts'
import { refusal, type Said } from './incident.ts'
import { showOf } from './show-of.ts'

type House = { readonly stage: Stage; readonly incidents: Incidents }

/** `text`: null to read it. What was written is in the record before the answer says how the book stands. */
export async function openBook(house: House, viewer: Viewer | null, text: string | null): Promise<Said> {
  const show = await showOf(house.stage)
  const { words } = speechOf(show?.country ?? 'GB')
  if (viewer === null) return refusal(401, 'not-paired', words.accident.notPaired)
  if (bookSection(house.incidents.book(), viewer) === null)
    return refusal(403, 'not-yours', words.accident.notYours)
  if (text !== null) {
    const command = readBookCommand(text)
    if (command === null) return refusal(400, 'wrong-message', 'This is no entry of an accident book.')
    const untaken = await house.incidents.takeBook(command, viewer)
    if (untaken !== null)
      return 'refusal' in untaken
        ? { status: 409, body: { refusal: untaken.refusal } }
        : refusal(503, 'failed', untaken.failure)
  }
  const section = bookSection(house.incidents.book(), viewer)
  if (section === null) return refusal(403, 'not-yours', words.accident.notYours)
  const told: BookTold = {
    section,
    statutory: statutoryFor(show?.country ?? 'GB'),
    timeZone: show?.timeZone ?? 'UTC',
  }
  return { status: 200, body: told }
}
