// Who is given what of absences and plans: those who make them all of it, a department its part, everybody their own.

import { sees, type Viewer } from '../disclosure/policy.ts'
import { castBoard } from './cast-board.ts'
import {
  absencesSection,
  castingSection,
  departmentPlanSection,
  ownPlanSection,
  planSection,
} from './plan-section.ts'
import { stepOf } from './seen.ts'
import type { Audience } from './view.ts'

/** These are computed from the book: what is in force they work out themselves. */
export const planAudiences = (viewer: Viewer): readonly Audience[] => [
  ...absences(viewer),
  ...plans(viewer),
  ...own(viewer),
  ...ofDepartment(viewer),
  ...onBoards(viewer),
]

function absences(viewer: Viewer): Audience[] {
  if (sees(viewer, 'availability') !== 'all') return []
  const compute: Audience['compute'] = (plan, state) => absencesSection(plan, state)
  return [
    { section: 'availability', key: 'availability', fixed: false, compute, from: ({ absence }) => [absence] },
  ]
}

function plans(viewer: Viewer): Audience[] {
  if (sees(viewer, 'plans') !== 'all') return []
  const compute: Audience['compute'] = (plan, state, now) => planSection(plan, state, stepOf(now))
  const casting: Audience['compute'] = (plan, state) => castingSection(plan, state)
  return [
    { section: 'plan', key: 'plan', fixed: false, timely: true, compute, from: whatMovesIt },
    {
      section: 'casting',
      key: 'casting',
      fixed: false,
      compute: casting,
      from: ({ covering, order }) => [covering.versions, order.versions],
    },
  ]
}

const whatMovesIt: NonNullable<Audience['from']> = ({ covering, absence, order, calling }) => [
  ...[covering, absence, order.versions, calling.opened, calling.acts, calling.holds, calling.reached?.item],
]

function own(viewer: Viewer): Audience[] {
  const { person } = viewer
  if (person === null || sees(viewer, 'own plan') === null) return []
  const compute: Audience['compute'] = (plan, state, now) => ownPlanSection(plan, state, person, stepOf(now))
  const key = `own-plan:${person}`
  return [{ section: 'ownPlan', key, fixed: false, timely: true, compute, from: whatMovesIt }]
}

function ofDepartment(viewer: Viewer): Audience[] {
  const { department } = viewer
  if (department === null || sees(viewer, 'plan of department') === null) return []
  const compute: Audience['compute'] = (plan, state, now) =>
    departmentPlanSection(plan, state, department, stepOf(now))
  const key = `department-plan:${department}`
  return [{ section: 'departmentPlan', key, fixed: false, timely: true, compute, from: whatMovesIt }]
}

/** What the public is told of tonight. */
function onBoards(viewer: Viewer): Audience[] {
  const scope = sees(viewer, 'cast board')
  if (scope === null) return []
  const whole = scope === 'all'
  const compute: Audience['compute'] = (plan, state) => castBoard(plan, state, whole)
  const from: Audience['from'] = ({ covering }) => [covering.versions, covering.announced]
  return [{ section: 'castBoard', key: `cast-board:${scope}`, fixed: false, compute, from }]
}
