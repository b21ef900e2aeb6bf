// The report for a producer or a director: the sections that stand on their list, and nothing that is on none.

import { type ListedRole, type ReportSection, sectionsFor } from '../disclosure/lists.ts'
import { reportHouse } from '../paperwork/house.ts'
import { type Report, report } from '../paperwork/report.ts'
import type { NightState, Plan } from './night.ts'

/**
 * Field by field, so that whatever the report learns to say later is not in it by itself. Null before a performance is open.
 */
export function reportByList(
  { show, timeline }: Plan,
  { calling, house, learned }: NightState,
  role: ListedRole,
  listed: readonly ReportSection[],
): Report | null {
  const whole = report(show, timeline, calling, null, learned)
  if (!whole) return null
  const sections = sectionsFor(role).filter((one) => listed.includes(one))
  const has = (section: ReportSection) => sections.includes(section)
  const { title, number, timeZone, curtainAt, closedAt } = whole
  return {
    ...{ title, number, timeZone, curtainAt, closedAt, sections },
    ...(has('times') ? timesOf(whole) : noTimes),
    holds: has('holds') ? whole.holds : [],
    house: has('house') ? reportHouse(house, calling) : null,
    notes: has('notes') ? whole.notes : [],
    tasks: has('tasks') ? whole.tasks : [],
    ...{ cueLog: [], answers: [], notCalled: [] },
  }
}

type Times = 'late' | 'calls' | 'callsNotGiven' | 'acts' | 'intervals' | 'runTime' | 'showTime'

const timesOf = ({
  late,
  calls,
  callsNotGiven,
  acts,
  intervals,
  runTime,
  showTime,
}: Report): Pick<Report, Times> => ({ late, calls, callsNotGiven, acts, intervals, runTime, showTime })

const noTimes: Pick<Report, Times> = {
  late: null,
  calls: [],
  callsNotGiven: [],
  acts: [],
  intervals: [],
  runTime: null,
  showTime: null,
}
