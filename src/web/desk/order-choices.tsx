// Beside a concern: the same night in another order, each way with what it brings and how long it can still be chosen.

import { useEffect, useRef } from 'react'
import { duration, formatLength, later, seconds } from '../../core/kit/time.ts'
import type { OrderChoice } from '../../core/night/concern-choices.ts'
import type { ConcernLine } from '../../core/night/presence-sections.ts'
import type { OrderSection } from '../../core/night/sections.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useSession } from '../link/store.ts'
import { Accept } from '../reorder/accept.tsx'
import { changeWords, consequenceWords, itemWords } from '../reorder/lines.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { countdown } from '../ui/words.ts'
import styles from './concern-panel.module.css'

const c = classes(styles)

/** The first key is that of cover. */
const FIRST_KEY = 2

export function OrderChoices({
  line,
  say,
}: {
  readonly line: ConcernLine
  readonly say: (command: WireCommand) => void
}) {
  const { choice } = useWords()
  const { choices, order, orderDraft } = useSession((state) => state.sections)
  if (!choices || !order || !orderDraft) return null
  const own = choices.lines.find(({ concern }) => concern === line.concern)?.choices ?? []
  if (own.length === 0) return choices.working ? <p className={c('quiet')}>{choice.working}</p> : null
  return (
    <>
      {own.map((one, index) => (
        <Way key={one.kind} one={one} digit={FIRST_KEY + index} line={line} order={order} say={say} />
      ))}
      {orderDraft.draft ? <Drafted draft={orderDraft.draft} approvers={orderDraft.approvers} /> : null}
    </>
  )
}

type WayProps = {
  readonly one: OrderChoice
  readonly digit: number
  readonly line: ConcernLine
  readonly order: OrderSection
  readonly say: (command: WireCommand) => void
}

function Way({ one, digit, line: { dueAt }, order, say }: WayProps) {
  const { choice } = useWords()
  const decideAt = dueAt === null ? null : later(dueAt, duration(-one.lead * 1000))
  return (
    <>
      <Button
        className={c('answer')}
        data-digit={digit}
        onClick={() => say({ name: 'order.propose', changes: [...one.changes] })}
      >
        <KeyHint>{String(digit)}</KeyHint> {nameOf(one, order)}{' '}
        {decideAt === null ? null : (
          <Live
            className={c('time')}
            text={(now) =>
              decideAt <= now ? choice.tooLate : choice.within({ left: countdown(now, decideAt) })
            }
          />
        )}
      </Button>
      <p className={c('quiet')}>{meansOf(one)}</p>
    </>
  )
}

function nameOf({ kind, item, other, changes }: OrderChoice, order: OrderSection): string {
  const { choice } = words()
  const named = itemWords(order, item)
  if (kind === 'swap')
    return choice.swap({ item: named, other: other === null ? '' : itemWords(order, other) })
  if (kind === 'cut') return choice.cut({ item: named })
  const last = changes.at(-1)
  return choice.vamp({ item: named, what: last ? changeWords(order, last) : '' })
}

/** In one sentence what it gains and what it costs. */
export function meansOf(one: OrderChoice): string {
  const { choice } = words()
  const { later: gained, impossible, cannot } = one
  const gains = gained === null ? choice.notAtAll : choice.later({ time: formatLength(seconds(gained)) })
  const counts = (['loses', 'unfit', 'short', 'todo', 'earlier', 'cues'] as const).flatMap((what) =>
    one[what] > 0 ? [choice.counts[what]({ many: one[what] })] : [],
  )
  const cost = counts.length === 0 && cannot === null ? [choice.nothingElse] : counts
  const not = cannot === null ? [] : [choice.cannot({ what: consequenceWords(cannot), many: impossible })]
  return `${[gains, ...cost].join(', ')}. ${not.join('')}`.trim()
}

/** Whoever drafted it here goes on here: the keyboard is on the press that accepts. */
function Drafted(parts: Parameters<typeof Accept>[0]) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector<HTMLElement>('[data-accept]')?.focus(), [])
  return (
    <div ref={place} className={c('part')}>
      <Accept {...parts} />
    </div>
  )
}
