// Tonight's sheets as one PDF for whoever may have them; what stage management printed stands in the record.

import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../core/disclosure/policy.ts'
import { dayOf } from '../../core/kit/day.ts'
import { printsTheSet, sheetIdsFor } from '../../core/night/sheets.ts'
import type { ReadySheet } from '../../core/paperwork/sheets/sheet.ts'
import { withFirstAid } from '../../letters/printed-first-aid.ts'
import { speechOf } from '../../letters/speech.ts'
import type { Clock } from '../clock/clock.ts'
import type { Night, Stage } from '../hub/stage.ts'
import { whoIs } from '../hub/who-is.ts'
import type { Press } from '../press/press.ts'
import { jobOf } from '../press/set.ts'
import type { PrintWords } from './print-words.ts'
import { sheetsInSlices } from './sheet-slices.ts'

export type PrintOptions = {
  readonly stage: Stage
  readonly clock: Clock
  readonly press: Press
  readonly printWords: PrintWords
}

export type PrintAnswer =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly name: string }
  | { readonly ok: false; readonly status: number; readonly sentence: string }

export const FORM = 'application/x-www-form-urlencoded'
/** Every sheet of the largest night by its name, and more. */
export const FORM_BYTES_MAX = 32 * 1024
/** Of one night there are not as many; whoever names more means something else. */
export const SHEETS_ASKED_MAX = 200

const elsewhere = {
  ok: false,
  status: 403,
  sentence:
    'That is asked for on pages of this house only, once for each press. Close this tab and print from the desk again.',
} as const
const notTheirs = { ok: false, status: 403, sentence: 'There is no such sheet for this device.' } as const

/** `here`: the screen that asks; `as`: whoever prints, where a guest of it does (PERSON-16). */
export type Printing = { readonly here: Viewer; readonly as: Viewer }

/**
 * `form`: `sheet` once for each, none for all; `paper` where it is not the country's; `word` where `hidden`, since nothing
 * else then says that the page is ours.
 */
export async function printSheets(
  { stage, clock, press, printWords }: PrintOptions,
  { here, as: viewer }: Printing,
  form: URLSearchParams,
  hidden: boolean,
): Promise<PrintAnswer> {
  // Used up in any case: a word that was seen once is no proof the second time.
  const isOurs = printWords.use(here.device, form.get('word') ?? '')
  if (hidden && !isOurs) return elsewhere
  const night = stage.night()
  const opened = night?.owner.state().calling.opened
  if (!night || !opened) return notTheirs
  const named = form.getAll('sheet')
  if (named.length > SHEETS_ASKED_MAX) return notTheirs
  const now = clock.now()
  const asked = named.length === 0 ? null : named
  if (sheetIdsFor(night.plan, night.owner.state(), viewer, asked).length === 0) return notTheirs
  const { show } = night.plan
  let sheets: readonly ReadySheet[] = []
  // Made when its turn at the press comes: many who print at once cost as much as one.
  const printed = await press.print(async () => {
    const pause = () => new Promise<void>((go) => clock.after(0, go))
    sheets = await sheetsInSlices(
      { plan: night.plan, state: night.owner.state() },
      { viewer, asked, now },
      pause,
    )
    if (sheets.length === 0) return null
    const { words } = speechOf(opened.country)
    const on = { show, country: opened.country, today: dayOf(now, opened.timeZone), words }
    return jobOf({
      show,
      opened,
      sheets: withFirstAid(sheets, on),
      paper: form.get('paper'),
      now,
      by: whoIs(stage, viewer),
    })
  })
  if (printed === null) return notTheirs
  if (!printed.ok) return { ok: false, status: 503, sentence: printed.sentence }
  if (printsTheSet(viewer)) await remember(night, viewer, sheets, clock)
  return { ok: true, bytes: printed.bytes, name: `performance-${opened.number}.pdf` }
}

/** Paper is never kept back because the record cannot be written: the desk says that elsewhere, and loudly. */
async function remember(
  { owner }: Night,
  by: Viewer,
  sheets: readonly ReadySheet[],
  clock: Clock,
): Promise<void> {
  const command = {
    name: 'sheets.print',
    sheets: sheets.map(({ id, print }) => ({ sheet: id, print })),
  } as const
  await owner.submit({ id: `print:${randomUUID()}`, by, madeAt: clock.now(), command }).catch(() => undefined)
}
