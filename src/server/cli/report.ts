// `ghostlight report`: a performance's report, a department's run sheet or the show's times, from its record, as data.

import { parseArgs } from 'node:util'
import { theMachine } from '../../core/installation/installation.ts'
import { reportFor, runSheetFor } from '../../core/night/view.ts'
import type { Department, Show } from '../../core/show/show.ts'
import { systemClock } from '../clock/clock.ts'
import { papers } from '../http/paper.ts'
import type { Night, Stage } from '../hub/stage.ts'
import type { Command } from './cli.ts'
import { performanceNumber } from './numbers.ts'
import { withStage } from './stage.ts'

type Paper = (night: Night, stage: Stage) => unknown

export const writeReport: Command = {
  usage: 'report --data DIR [--performance NUMBER] [--sheet DEPARTMENT | --statistics]',
  what: 'writes the performance report as JSON, of the newest performance unless one is named; or a department’s run sheet, or the show’s running times',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        performance: { type: 'string' },
        sheet: { type: 'string' },
        statistics: { type: 'boolean' },
      },
    })
    if (values.data === undefined) throw new Error('Say where the record is: --data DIR')
    const number = performanceNumber(values.performance) ?? null
    const paper = paperFor(values.sheet, values.statistics === true)
    const written = await withStage(values.data, number, paper)
    process.stdout.write(`${JSON.stringify(written, null, 2)}\n`)
    return 0
  },
}

function paperFor(sheet: string | undefined, statistics: boolean): Paper {
  if (sheet !== undefined && statistics) throw new Error('One paper at a time: --sheet or --statistics.')
  if (sheet !== undefined) return (night) => sheetOf(night, sheet)
  if (statistics) return writeStatistics
  return (night) => reportFor(night.plan, night.owner.state(), theMachine)
}

function sheetOf({ plan, owner }: Night, asked: string): unknown {
  const { id } = departmentOf(plan.show, asked)
  return runSheetFor(plan, owner.state(), theMachine, id, systemClock.now())
}

/** By its id, its short name or its name, as it is written on the desk or in the file. */
function departmentOf({ departments }: Show, asked: string): Department {
  const wanted = asked.trim().toLowerCase()
  const found = departments.find(({ id, short, name }) =>
    [id, short, name].some((one) => one.toLowerCase() === wanted),
  )
  if (found) return found
  const there = departments.map(({ short }) => short).join(', ')
  throw new Error(
    `There is no department “${asked}” in this show. ${there === '' ? 'It has none.' : `It has ${there}.`}`,
  )
}

/** The same as the screen fetches: of all that were closed of the show, whichever is named. */
async function writeStatistics(_night: Night, stage: Stage): Promise<unknown> {
  return papers.get('/api/statistics')?.(
    stage,
    theMachine,
    new URLSearchParams(),
    systemClock.now(),
    systemClock,
    // Times are of performances; no incident stands in them.
    { all: () => [] },
  )
}
