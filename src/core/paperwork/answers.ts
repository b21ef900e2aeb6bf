// How standbys were answered, department by department: the record of the desk and its screens, never of a person.

import type { CallingState } from '../calling/state.ts'
import { between, type Duration, duration, type Instant } from '../kit/time.ts'
import { median } from '../running/learned.ts'
import type { DepartmentId, Show } from '../show/show.ts'
import { type Moment, momentDepartments, type Timeline } from '../show/timeline.ts'

export type DepartmentAnswers = {
  readonly department: string
  /** Standbys of called moments that concerned it. */
  readonly standbys: number
  readonly answered: number
  readonly median: Duration | null
  /** The longest it was silent on one standby: to its answer, or to the GO where none came. */
  readonly longest: Duration | null
}

export function answersByDepartment(
  show: Show,
  plan: Timeline,
  state: CallingState,
  only: DepartmentId | null,
): readonly DepartmentAnswers[] {
  return show.departments
    .filter(({ id }) => only === null || id === only)
    .flatMap(({ id, name }) => {
      const silences = state.called.flatMap((called) => silence(plan.moments[called.moment], called, id))
      if (silences.length === 0) return []
      const answers = silences.flatMap(({ answered, lasted }) => (answered ? [lasted] : []))
      const middle = median(answers)
      return [
        {
          department: name,
          standbys: silences.length,
          answered: answers.length,
          median: middle === null ? null : duration(middle),
          longest: duration(Math.max(...silences.map(({ lasted }) => lasted))),
        },
      ]
    })
}

type Silence = { readonly answered: boolean; readonly lasted: Duration }

function silence(
  moment: Moment | undefined,
  { at, standbyAt, acknowledged }: CallingState['called'][number],
  department: DepartmentId,
): readonly Silence[] {
  if (!moment || standbyAt === null || !momentDepartments(moment).includes(department)) return []
  const answer: Instant | undefined = acknowledged.find((one) => one.department === department)?.at
  return [{ answered: answer !== undefined, lasted: between(standbyAt, answer ?? at) }]
}
