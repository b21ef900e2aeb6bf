// What is cut and why, for everybody who knows it; and, asked for one by one, what it would take.

import type { AskedCut, TakesLine } from '../../core/night/proposal-more.ts'
import type { CutLine, ProposalSection, ShortLine, WhyNotLine } from '../../core/night/proposal-section.ts'
import type { WalkedLine } from '../../core/night/walked-lines.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { inWords } from './others.tsx'
import styles from './plan.module.css'

const c = classes(styles)

type Parts = {
  readonly proposal: Pick<ProposalSection, 'id' | 'cuts' | 'more'>
  readonly asked: readonly AskedCut[]
  readonly mayAsk: boolean
  readonly say: (command: WireCommand) => void
}

/** Where fewer people are left than there are spots that may never be cut: whatever is decided, one of them is. */
export function Short({ lines, more }: { readonly lines: readonly ShortLine[]; readonly more: number }) {
  const { short, proposal } = useWords().plan
  if (lines.length === 0) return null
  return (
    <ul className={c('rows')} aria-label={short.title}>
      {lines.map((line) => (
        <li key={JSON.stringify(line)} className={c('never')}>
          {line.people.length === 0 ? short.nobody(line) : short.only(line)}
        </li>
      ))}
      {more > 0 ? <li className={c('never')}>{proposal.more({ many: more })}</li> : null}
    </ul>
  )
}

/** What is as bold as a cut: nobody is lifted by somebody who has not done it with them. */
export function Walked({ lines, more }: { readonly lines: readonly WalkedLine[]; readonly more: number }) {
  const { proposal } = useWords().plan
  if (lines.length === 0) return null
  return (
    <ul className={c('rows')} aria-label={proposal.walked}>
      {lines.map(({ key, why, never, ...line }) => (
        <li key={key}>
          {proposal.walks[why](line)}
          {never ? <strong className={c('never')}> {proposal.never}</strong> : null}
        </li>
      ))}
      {more > 0 ? <li>{proposal.more({ many: more })}</li> : null}
    </ul>
  )
}

export function Cuts({ proposal: { id, cuts, more }, asked, mayAsk, say }: Parts) {
  const { plan } = useWords()
  if (cuts.length === 0) return null
  return (
    <details>
      <summary className={c('summary')}>
        {plan.proposal.cuts} ({cuts.length + more.cuts})
      </summary>
      <ul className={c('rows')}>
        {cuts.map((cut) => (
          <li key={cut.spot} className={c('person')}>
            <span>
              {cut.track}, {cut.item}: {cut.title}
              {cut.never ? <strong className={c('never')}> {plan.proposal.never}</strong> : null}
              <span className={c('quiet')}>
                {' · '}
                {reasonsOf(cut)}
              </span>
            </span>
            <WhatItTakes
              cut={cut}
              answer={asked.find(({ spot }) => spot === cut.spot) ?? null}
              ask={mayAsk ? () => say({ name: 'plan.ask', proposal: id, cut: cut.spot }) : null}
            />
          </li>
        ))}
        {more.cuts > 0 ? <li className={c('quiet')}>{plan.proposal.more({ many: more.cuts })}</li> : null}
      </ul>
    </details>
  )
}

type TakesParts = {
  readonly cut: CutLine
  readonly answer: AskedCut | null
  readonly ask: (() => void) | null
}

function WhatItTakes({ cut, answer, ask }: TakesParts) {
  const { takes } = useWords().plan
  if (answer === null)
    return ask && cut.reasons.length > 0 ? (
      <div className={c('choices')}>
        <Button aria-label={takes.askOf({ track: cut.track, item: cut.item })} onClick={ask}>
          {takes.ask}
        </Button>
      </div>
    ) : null
  if (answer.working) return <p role="status">{takes.working}</p>
  return (
    <ul className={c('rows')} aria-label={takes.askOf({ track: cut.track, item: cut.item })}>
      {answer.takes.map((line) => (
        <li key={`${line.kind} ${line.name} ${line.what}`}>{takesWords(line)}</li>
      ))}
      <li>{priceWords(answer.price)}</li>
    </ul>
  )
}

const takesWords = ({ kind, name, what, seconds }: TakesLine): string =>
  words().plan.takes.line[kind]({ name, what, seconds: seconds ?? 0 })

function priceWords(price: AskedCut['price']): string {
  const { takes } = words().plan
  if (price === null) return takes.unknown
  if (price === 'none') return takes.none
  return takes.price({ worse: takes.level[price.worse], what: inWords(price).join(' · ') })
}

/** One for everybody who knows it. */
export const reasonsOf = ({ reasons }: CutLine): string =>
  reasons.length === 0 ? words().plan.proposal.nobodyKnows : reasons.map(whyNot).join(' · ')

function whyNot({ kind, name, other, seconds, needs }: WhyNotLine): string {
  const { reason } = words().plan.proposal
  if (kind === 'elsewhere') return reason.elsewhere({ name, other: other ?? '' })
  if (kind === 'gap')
    return reason.gap({ name, other: other ?? '', seconds: seconds ?? 0, needs: needs ?? 0 })
  if (kind === 'means' && other === null) return reason.pack({ name })
  if (kind === 'dressing' || kind === 'means' || kind === 'prop')
    return reason[kind]({ name, other: other ?? '' })
  return reason[kind]({ name })
}
