// From the desk to the plan, with how many have still to be told.

import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './plan.module.css'

const c = classes(styles)

export function PlanLink() {
  const { plan: texts } = useWords()
  const plan = useSession((state) => state.sections.plan)
  const proposed = useSession(({ sections }) => sections.draft?.proposal?.same === false)
  const leaving = useSession((state) => state.sections.leaving?.lines[0])
  if (plan === undefined) return null
  const said = leaving
    ? texts.leaving.desk({ name: leaving.name })
    : plan.first.length > 0
      ? texts.desk.first({ many: plan.first.length })
      : plan.tell.length > 0
        ? texts.desk.waits({ many: plan.tell.length })
        : proposed
          ? texts.desk.proposed
          : texts.desk.quiet
  return (
    <a className={c('link')} href="/plan" target="_blank" rel="noreferrer">
      {said}
    </a>
  )
}
