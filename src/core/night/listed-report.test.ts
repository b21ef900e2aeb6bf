// What stands in a report by list, whatever is on the list: on a night on which everything there is has happened.

import { expect, test } from 'vitest'
import { markersIn } from '../../../test/kit/marked.ts'
import { markedNight, markedViewer } from '../../../test/kit/marked-night.ts'
import { type ListedRole, listedRoles, type ReportSection, reportSections } from '../disclosure/lists.ts'
import { reportByList } from './listed-report.ts'
import { reportFor } from './view.ts'

/** Typed by hand. `note`: of every department; a task has the words of the note it was made of. */
const notes = [
  ...['note general', 'note lx', 'note snd', 'note ward', 'note band', 'note by dept', 'note by ASM'],
  ...['note by dresser', 'note by MD', 'note by DC', 'note by CM', 'note by FOH', 'note by SM'],
  ...['dept name lx', 'dept name snd', 'dept name ward', 'dept name band', 'item code', 'item title'],
]
const allowed: Readonly<Record<ReportSection, readonly string[]>> = {
  times: [],
  holds: [],
  house: ['house why wait'],
  notes,
  tasks: notes,
}
const sees: Readonly<Record<ListedRole, readonly ReportSection[]>> = {
  dir: ['times', 'holds', 'house', 'notes', 'tasks'],
  prod: ['times', 'holds', 'house', 'notes'],
}
const lists = Array.from({ length: 2 ** reportSections.length }, (_, mask) =>
  reportSections.filter((_section, at) => mask & (1 << at)),
)

test('POST-11: of every list a director and a producer get its sections that the table offers, and no marker of anything else', () => {
  const { plan, state } = markedNight()
  for (const role of listedRoles) {
    for (const list of lists) {
      const report = reportByList(plan, state, role, list)
      const offered = list.filter((one) => sees[role].includes(one))
      const may = new Set(['show title', ...offered.flatMap((one) => allowed[one])])
      const told = [...markersIn(JSON.stringify(report))]
      expect([role, list, told.filter((marker) => !may.has(marker))]).toEqual([role, list, []])
      expect(report?.sections).toEqual(offered)
      expect(Object.keys(report ?? {})).not.toContain('asking')
      expect(report?.notes.length === 0).toBe(!offered.includes('notes'))
      expect(report?.acts.length === 0).toBe(!offered.includes('times'))
      expect(report?.cueLog).toEqual([])
    }
  }
})

test('POST-11: on their own devices they read no report', () => {
  const { plan, state } = markedNight()
  for (const role of listedRoles) expect(reportFor(plan, state, markedViewer(role))).toBeNull()
})
