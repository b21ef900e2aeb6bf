// `ghostlight print`: tonight's sheets as a PDF from the record, with no server running.

import { existsSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { theMachine } from '../../core/installation/installation.ts'
import { dayOf } from '../../core/kit/day.ts'
import { instant } from '../../core/kit/time.ts'
import { sheetsFor } from '../../core/night/sheets.ts'
import { withFirstAid } from '../../letters/printed-first-aid.ts'
import { speechOf } from '../../letters/speech.ts'
import { systemClock } from '../clock/clock.ts'
import { paperSizes } from '../press/job.ts'
import { makePdf } from '../press/make-pdf.ts'
import { jobOf } from '../press/set.ts'
import { atCommandLine } from './account.ts'
import type { Command } from './cli.ts'
import { performanceNumber } from './numbers.ts'
import { withStage } from './stage.ts'

export const print: Command = {
  usage: 'print --data DIR --out FILE [--sheet NAME …] [--paper A4|Letter] [--performance NUMBER]',
  what: 'writes tonight’s sheets as one PDF; all of them, or those named: roll, order, cues, cues:lx, run:lx, contacts, incident, closing',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        out: { type: 'string' },
        sheet: { type: 'string', multiple: true },
        paper: { type: 'string' },
        performance: { type: 'string' },
      },
    })
    const { data, out, sheet: asked = null, paper = null } = values
    if (data === undefined) throw new Error('Say where the record is: --data DIR')
    if (out === undefined) throw new Error('Say where the sheets go: --out FILE')
    if (existsSync(out)) throw new Error(`There is a file at ${out} already. Name another.`)
    if (paper !== null && !paperSizes.some((one) => one === paper))
      throw new Error(`--paper is ${paperSizes.join(' or ')}`)
    const number = performanceNumber(values.performance) ?? null
    const now = instant(systemClock.now())
    // What stands on the back of a sheet is no sheet of its own.
    const { made, count } = await withStage(data, number, ({ plan, owner }) => {
      const { opened } = owner.state().calling
      if (!opened) throw new Error('That performance was never opened.')
      const sheets = sheetsFor(plan, owner.state(), theMachine, { asked, now })
      const missing = (asked ?? []).filter((name) => !sheets.some(({ id }) => id === name))
      if (missing.length > 0) {
        const all = sheetsFor(plan, owner.state(), theMachine, { asked: null, now }).map(({ id }) => id)
        throw new Error(`There is no sheet “${missing.join('”, “')}” tonight. There are: ${all.join(', ')}.`)
      }
      const { show } = plan
      const { words } = speechOf(opened.country)
      const on = { show, country: opened.country, today: dayOf(now, opened.timeZone), words }
      const behind = withFirstAid(sheets, on)
      return {
        made: jobOf({ show, opened, sheets: behind, paper, now, by: atCommandLine() }),
        count: sheets.length,
      }
    })
    const { bytes, pages } = await makePdf(made)
    // Never over a file that came there meanwhile.
    writeFileSync(out, bytes, { flag: 'wx' })
    process.stdout.write(`${count} sheets on ${pages} pages: ${out}\n`)
    return 0
  },
}
