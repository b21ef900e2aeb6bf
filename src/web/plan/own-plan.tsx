// On one’s own phone and at a department: what of tonight’s plan is other, and whom one is to tell.

import type { WireCommand } from '../../wire/messages.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { Lines } from './lines.tsx'
import styles from './plan.module.css'

const c = classes(styles)

/** Nothing while nothing is other: whoever is not touched has the screen as ever. */
export function OwnPlan() {
  const { plan } = useWords()
  const link = useLink()
  const own = useSession((state) => state.sections.ownPlan)
  const plans = useSession((state) => state.sections.plan !== undefined)
  const person = useSession((state) => state.viewer?.person ?? null)
  if (own === undefined || person === null) return null
  const { version, lines, more, errands, talks } = own
  const tell = (to: string, of: number, by: string | null): WireCommand => ({
    ...{ name: 'plan.tell', to: { person: to }, version: of, by },
  })
  return (
    <>
      {plans ? (
        <a className={c('link')} href="/plan">
          {plan.title}
        </a>
      ) : null}
      {lines.length === 0 ? null : (
        <section className={c('own')} aria-label={plan.own.title}>
          <h2 className={c('ownHeading')}>{plan.own.title}</h2>
          <Lines {...{ lines, more }} />
          <Button className={c('large')} onClick={() => link.press(tell(person, version, null))}>
            {plan.own.read}
          </Button>
        </section>
      )}
      {talks.length === 0 ? null : <p className={c('own', 'quiet')}>{plan.own.talk({ names: talks })}</p>}
      {errands.map((errand) => (
        <section key={errand.person} className={c('own')} aria-label={plan.own.errands}>
          <h2 className={c('ownHeading')}>
            {plan.own.errands} {errand.name}
          </h2>
          <Lines lines={errand.lines} more={errand.more} of="person" />
          <Button
            className={c('large')}
            onClick={() => link.press(tell(errand.person, errand.version, person))}
          >
            {plan.own.tell({ name: errand.name })}
          </Button>
        </section>
      ))}
    </>
  )
}

export function DepartmentPlan() {
  const { plan } = useWords()
  const link = useLink()
  const part = useSession((state) => state.sections.departmentPlan)
  const department = useSession((state) => state.viewer?.department ?? null)
  if (part === undefined || department === null) return null
  const { version, lines, more } = part
  // Its place is kept, and what is in it opens on a touch: the cue above never moves.
  return (
    <section className={c('place')} aria-label={plan.own.department}>
      {lines.length === 0 ? null : (
        <details>
          <summary className={c('summary', 'leave')}>
            {plan.own.department} ({lines.length + more})
          </summary>
          <div className={c('opened')}>
            <Lines {...{ lines, more }} of="department" />
          </div>
          <Button
            className={c('large')}
            onClick={() => link.press({ name: 'plan.tell', to: { department }, version, by: null })}
          >
            {plan.own.read}
          </Button>
        </details>
      )}
    </section>
  )
}
