// Plans that are as good as the proposed one: what of each is other, and one press that takes it over.

import type { OtherCell, OtherPlan, OthersSection } from '../../core/night/proposal-more.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import styles from './plan.module.css'

const c = classes(styles)

type Parts = {
  readonly proposal: string
  readonly others: OthersSection | null
  /** Others are looked for once it is proved that this one is the best. */
  readonly proved: boolean
  readonly mayDraft: boolean
  readonly say: (command: WireCommand) => void
}

export function Others({ proposal, others, proved, mayDraft, say }: Parts) {
  const { plan } = useWords()
  // In the place of what comes, so that nothing under it moves when it does.
  if (others === null) return proved ? <p className={c('quiet')}>{plan.others.looking}</p> : null
  const { plans, complete } = others
  if (plans.length === 0) return complete ? <p className={c('quiet')}>{plan.others.none}</p> : null
  return (
    <section className={c('costs')} aria-label={plan.others.title}>
      <h3 className={c('heading')}>
        {complete ? plan.others.many({ many: plans.length }) : plan.others.atLeast({ many: plans.length })}
      </h3>
      <ol className={c('rows')}>
        {plans.map((other, at) => (
          <li key={JSON.stringify(other)} className={c('row')}>
            <span className={c('name')}>{inWords(other).join(' · ')}</span>
            {mayDraft ? (
              <Button
                aria-label={plan.others.takeThis({ number: at + 1 })}
                onClick={() => say({ name: 'plan.other', proposal, other: at })}
              >
                {plan.others.take}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What one person takes of one track from another is one line, with its numbers. */
export function inWords({ cells, replots }: OtherPlan): readonly string[] {
  const { others } = words().plan
  const groups = new Map<string, OtherCell[]>()
  for (const cell of cells) {
    const key = [cell.track, cell.name, cell.before].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), cell])
  }
  const lines = [...groups.values()].flatMap(([first, ...more]) =>
    first ? [others.line({ ...first, items: [first, ...more].map(({ title }) => title) })] : [],
  )
  return replots.length > 0 ? [...lines, others.replots({ titles: replots })] : lines
}
