// Everything that a draft brings, what lacks seconds first, and what would help.

import {
  type ConsequenceGroup,
  type ConsequenceLine,
  consequenceGroups,
  type OrderDraftSection,
} from '../../core/night/order-draft-section.ts'
import type { OrderSection } from '../../core/night/sections.ts'
import type { Change } from '../../core/reorder/change.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { listWords } from '../ui/words.ts'
import { changeWords, consequenceWords } from './lines.ts'
import styles from './reorder.module.css'

const c = classes(styles)

/** What may be many and asks nothing of whoever reads it: folded when longer than this. */
const foldable: readonly ConsequenceGroup[] = ['cues', 'early']
const LINES_OPEN_MAX = 6

type Props = {
  readonly order: OrderSection
  readonly section: OrderDraftSection
  readonly add: (change: Change) => void
}

export function Brings({ order, section, add }: Props) {
  const { reorder } = useWords()
  const { draft, unjudged } = section
  const lines = draft?.lines ?? []
  const short = lines.filter((line) => line.group === 'short').length
  return (
    <section className={c('brings')} aria-labelledby="what-it-brings">
      <h2 id="what-it-brings" className={c('heading')}>
        {reorder.brings}
      </h2>
      <p role="status" className={c('sums')}>
        {draft === null
          ? reorder.noDraft
          : lines.length === 0
            ? reorder.bringsNothing
            : reorder.sums({ short, rest: lines.length - short + draft.more })}
      </p>
      {draft && draft.fixes.length > 0 ? (
        <>
          <h3 className={c('group')}>{reorder.helps}</h3>
          <ul className={c('fixes')}>
            {draft.fixes.map(({ change, solves, leaves }) => (
              <li key={JSON.stringify(change)}>
                <Button onClick={() => add(change)}>
                  {reorder.fix({ what: changeWords(order, change), solves, leaves })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {consequenceGroups.map((group) => (
        <Lines key={group} group={group} lines={lines.filter((line) => line.group === group)} />
      ))}
      {draft && draft.more > 0 ? <p className={c('quiet')}>{reorder.more({ more: draft.more })}</p> : null}
      {unjudged.length > 0 ? (
        <p className={c('quiet')}>
          {reorder.unjudged({ what: listWords(unjudged.map((one) => reorder.judgedBy[one])) })}
        </p>
      ) : null}
    </section>
  )
}

function Lines({ group, lines }: ListProps) {
  const { reorder } = useWords()
  const [first] = lines
  if (!first) return null
  const title = `${reorder.groups[group]} · ${lines.length}`
  // Everybody behind a cut is due earlier: one sentence says it, and each of them is a touch away.
  if (foldable.includes(group) && lines.length > LINES_OPEN_MAX)
    return (
      <details>
        <summary className={c('summary')}>
          {title}, {reorder.earliest({ item: first.item })}
        </summary>
        <List {...{ group, lines }} />
      </details>
    )
  return (
    <>
      <h3 className={c('group')}>{title}</h3>
      <List {...{ group, lines }} />
    </>
  )
}

type ListProps = { readonly group: ConsequenceGroup; readonly lines: readonly ConsequenceLine[] }

function List({ group, lines }: ListProps) {
  return (
    <ul className={c('lines')}>
      {lines.map((line) => (
        <li key={line.key} className={c('line', group)}>
          <span className={c('moment')}>{line.item}</span>
          <span>{consequenceWords(line)}</span>
        </li>
      ))}
    </ul>
  )
}
