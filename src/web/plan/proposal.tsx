// What is proposed: who takes what, what is cut and why, whom it costs something, and the one press that approves it.

import { useState } from 'react'
import { type PlanReason, planReasons } from '../../core/covering/covering.ts'
import type { ProposalSection } from '../../core/night/proposal-section.ts'
import type { WireCommand } from '../../wire/messages.ts'
import type { DraftSection } from '../../wire/proposed.ts'
import { useSession } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { inSteps, lossOf, type Tellers, toldOf } from './cells.ts'
import { Cuts, Short, Walked } from './cuts.tsx'
import { partIds } from './jumps.tsx'
import { Others } from './others.tsx'
import { type People, PersonField } from './people.tsx'
import styles from './plan.module.css'
import { summed } from './summed.ts'

const c = classes(styles)

type Parts = {
  readonly draft: DraftSection
  readonly people: People
  readonly mayDraft: boolean
  readonly mayApprove: boolean
  /** An act has gone up: whoever approves says who told them, or that it cannot wait. */
  readonly begun: boolean
  /** The item that is on; null before the show. */
  readonly on: number | null
  /** Where a key of its own approves. */
  readonly digit?: number
  readonly say: (command: WireCommand) => void
  /** Of a press on a plan that had only just come. */
  readonly notYet: () => void
}

export function Proposed({ draft, ...parts }: Parts) {
  const { plan } = useWords()
  const { proposal, working, trouble, others, asked } = draft
  return (
    <section id={partIds.proposed} className={c('part')} aria-label={plan.proposal.title} aria-busy={working}>
      <h2 className={c('heading')}>{plan.proposal.title}</h2>
      <p className={c('standing')} role="status">
        {trouble ?? (working ? plan.proposal.working : proposal ? standingOf(proposal) : plan.proposal.none)}
      </p>
      {proposal === null || proposal.same ? null : <Proposal {...{ proposal, others, asked }} {...parts} />}
    </section>
  )
}

const standingOf = ({ same, proved, fallback }: ProposalSection): string => {
  const { proposal } = words().plan
  if (same) return proposal.same
  return fallback === null ? (proved ? proposal.proved : proposal.notProved) : proposal.standIn
}

type ProposalParts = Omit<Parts, 'draft'> &
  Pick<DraftSection, 'others' | 'asked'> & { readonly proposal: ProposalSection }

function Proposal({
  proposal,
  others,
  asked,
  people,
  mayDraft,
  mayApprove,
  begun,
  on,
  digit,
  say,
  notYet,
}: ProposalParts) {
  const { plan } = useWords()
  const [why, choose] = useState<PlanReason>('cover')
  const [tellers, tell] = useState<Tellers>({})
  const settled = useSettled(proposal.id, notYet)
  const missing = proposal.costs.filter((cost) => !tellers[lossOf(cost)])
  const take = (override: boolean, yes?: string) =>
    settled(() =>
      say({
        ...{ name: 'plan.take', proposal: proposal.id, why, override },
        told: toldOf(proposal.costs, tellers),
        ...(yes === undefined ? {} : { yes }),
      }),
    )
  return (
    <>
      <Steps {...{ proposal }} on={begun ? on : null} />
      {proposal.replots.length > 0 ? (
        <p>
          {plan.proposal.replots}: {proposal.replots.join(' · ')}
        </p>
      ) : null}
      <Things lines={proposal.things} more={proposal.more} />
      <Short lines={proposal.short} more={proposal.more.short} />
      <Walked lines={proposal.walked} more={proposal.more.walked} />
      <Cuts {...{ proposal, asked, say }} mayAsk={mayDraft} />
      <Costs
        {...{ proposal, people, tellers }}
        tell={tell}
        enter={() => {
          if (mayApprove && missing.length === 0) take(false)()
        }}
      />
      {mayApprove ? (
        <Approval
          {...{ why, choose, digit, take }}
          approvers={proposal.approvers}
          urgent={begun && missing.length > 0}
        />
      ) : (
        <p className={c('quiet')}>{plan.proposal.mayNot}</p>
      )}
      <Others {...{ others, say, mayDraft }} proposal={proposal.id} proved={proposal.proved} />
    </>
  )
}

/** What goes on without whoever has it in hand. */
function Things({
  lines,
  more,
}: {
  readonly lines: ProposalSection['things']
  readonly more: ProposalSection['more']
}) {
  const { plan } = useWords()
  if (lines.length === 0) return null
  const brought = lines.filter((line) => line.brought).length + more.brought
  const many = lines.length + more.things
  return (
    <details>
      <summary className={c('summary')}>{plan.proposal.things({ many, brought })}</summary>
      <ul className={c('lines')}>
        {lines.map(({ key, ...line }) => (
          <li key={key} className={c('line')}>
            {plan.proposal.thing(line)}
          </li>
        ))}
        {more.things > 0 ? <li className={c('quiet')}>{plan.proposal.more({ many: more.things })}</li> : null}
      </ul>
    </details>
  )
}

type ApprovalParts = {
  readonly digit: number | undefined
  readonly why: PlanReason
  readonly choose: (why: PlanReason) => void
  /** Somebody is still to be told, and the show goes on. */
  readonly urgent: boolean
  readonly take: (override: boolean, yes?: string) => () => void
  /** Whose yes it needs, where it is not that of stage management or the dance captain. */
  readonly approvers: ProposalSection['approvers']
}

function Approval({ why, choose, digit, urgent, take, approvers }: ApprovalParts) {
  const { plan } = useWords()
  const me = useSession(({ viewer }) => viewer?.person)
  const [said, say] = useState('')
  const asked = approvers.some(({ person }) => person === me) ? [] : approvers
  const yes = asked.find(({ person }) => person === said)?.person
  return (
    <div className={c('choices')}>
      <label className={c('field')}>
        <span className={c('quiet')}>{plan.proposal.whyLabel}</span>
        {/* `as`: the options are these reasons. */}
        <select value={why} onChange={(event) => choose(event.target.value as PlanReason)}>
          {planReasons.map((reason) => (
            <option key={reason} value={reason}>
              {plan.proposal.why[reason]}
            </option>
          ))}
        </select>
      </label>
      {asked.length > 0 ? (
        <PersonField
          label={plan.proposal.yes}
          empty={plan.proposal.nobodyAsked}
          people={asked}
          chosen={said}
          choose={say}
        />
      ) : null}
      <Button className={c('large')} data-digit={digit} onClick={take(false, yes)}>
        {digit === undefined ? null : <KeyHint>{String(digit)}</KeyHint>} {plan.proposal.approve}
      </Button>
      {urgent ? <Button onClick={take(true, yes)}>{plan.proposal.override}</Button> : null}
    </div>
  )
}

const lostOf = ({ lines, more }: ProposalSection['costs'][number]): readonly string[] => {
  const { lines: texts, proposal } = words().plan
  const parts = summed(lines).map(texts.part)
  return more === 0 ? parts : [...parts, proposal.otherParts({ many: more })]
}

type CostParts = Pick<ProposalParts, 'proposal' | 'people'> & {
  readonly tellers: Tellers
  readonly tell: (tellers: Tellers) => void
  /** Whoever named the last of those who told them goes on from there. */
  readonly enter: () => void
}

function Costs({ proposal: { costs }, people, tellers, tell, enter }: CostParts) {
  const { plan } = useWords()
  if (costs.length === 0) return null
  return (
    <div className={c('costs')}>
      <h3 className={c('heading')}>{plan.proposal.costs}</h3>
      {costs.map((cost) => (
        <div key={cost.person} className={c('row')}>
          <span className={c('name')}>{plan.proposal.cost({ name: cost.name, parts: lostOf(cost) })}</span>
          <PersonField
            label={plan.proposal.toldBy({ name: cost.name })}
            empty={plan.proposal.nobodyYet}
            people={people.filter((one) => one.person !== cost.person)}
            chosen={tellers[lossOf(cost)] ?? ''}
            choose={(by) => tell({ ...tellers, [lossOf(cost)]: by })}
            enter={enter}
          />
        </div>
      ))}
    </div>
  )
}

/** While the show runs in two steps: what is done now, and what from the next number on. */
function Steps({ proposal: { cells }, on }: Pick<ProposalParts, 'proposal' | 'on'>) {
  const { plan } = useWords()
  const { now, later, next } = inSteps(cells, on)
  if (now.length === 0) return <Takes cells={later} />
  return (
    <>
      <h3 className={c('heading')}>{plan.proposal.now}</h3>
      <Takes cells={now} />
      {next ? <h3 className={c('heading')}>{plan.proposal.from({ item: next.title })}</h3> : null}
      <Takes cells={later} />
    </>
  )
}

function Takes({ cells }: Pick<ProposalSection, 'cells'>) {
  const { plan } = useWords()
  const groups = new Map<string, (typeof cells)[number][]>()
  for (const cell of cells) {
    const key = `${cell.code} ${cell.person}`
    groups.set(key, [...(groups.get(key) ?? []), cell])
  }
  return (
    <ul className={c('rows')}>
      {[...groups].map(([key, own]) => {
        const { code = '', name = null } = own[0] ?? {}
        const items = own.length
        return (
          <li key={key} className={c(name === null ? 'leave' : 'take')}>
            {name === null ? plan.proposal.cut({ code, items }) : plan.proposal.takes({ name, code, items })}
            <span className={c('quiet')}> · {whichOf(own.map(({ title }) => title))}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** More than these are named by the first and the last: the grid has each of them. */
const TITLES_MAX = 4

const whichOf = (titles: readonly string[]): string => {
  const [first = ''] = titles
  if (titles.length <= TITLES_MAX) return titles.join(', ')
  return words().plan.proposal.fromTo({ first, last: titles.at(-1) ?? '' })
}
