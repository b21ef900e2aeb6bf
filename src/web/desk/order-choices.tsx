// Beside a concern: the same night in another order, each way with what it brings and how long it can still be chosen.

import { useEffect, useRef, useState } from 'react'
import { canonical, type Json } from '../../core/kit/json.ts'
import { duration, formatLength, later, seconds } from '../../core/kit/time.ts'
import type { ChoiceKind, OrderChoice } from '../../core/night/concern-choices.ts'
import type { ConcernLine } from '../../core/night/presence-sections.ts'
import type { OrderSection } from '../../core/night/sections.ts'
import type { Change } from '../../core/reorder/change.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useSession } from '../link/store.ts'
import { Accept } from '../reorder/accept.tsx'
import { changeWords, consequenceWords, itemWords } from '../reorder/lines.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { countdown } from '../ui/words.ts'
import styles from './concern-panel.module.css'

const c = classes(styles)

/** 1 is that of cover. Each way has its own, whichever of the others there are: a digit means the same all night. */
const digitOf: Readonly<Record<ChoiceKind, number>> = { swap: 2, cut: 3, vamp: 4 }

export type Saying = {
  readonly say: (command: WireCommand) => void
  /** Of a press on what had only just come, or is being worked out again. */
  readonly notYet: () => void
}

export function OrderChoices({ line, ...saying }: Saying & { readonly line: ConcernLine }) {
  const { choice } = useWords()
  const { choices, order, orderDraft } = useSession((state) => state.sections)
  /** What was drafted by a key of this panel: its keyboard goes on to the press that accepts it. */
  const [drafted, draft] = useState<string | null>(null)
  if (!choices || !order || !orderDraft) return null
  const own = choices.lines.find(({ concern }) => concern === line.concern)?.choices ?? []
  const base = orderDraft.inForce?.version ?? 0
  return (
    <>
      {own.map((one) => (
        <Way
          key={one.kind}
          {...{ one, base, order }}
          {...saying}
          working={choices.working}
          drafts={() => draft(named(one.changes))}
        />
      ))}
      <p className={c('quiet', 'became')}>{choices.working ? choice.working : ''}</p>
      {orderDraft.draft ? (
        <Drafted
          key={named(orderDraft.draft.changes)}
          draft={orderDraft.draft}
          approvers={orderDraft.approvers}
          order={order}
          isOwn={named(orderDraft.draft.changes) === drafted}
        />
      ) : null}
    </>
  )
}

/** Out of the record its fields come in another order. `as`: plain data, all of it. */
const named = (changes: readonly Change[]): string => canonical(changes as unknown as Json)

type WayProps = Saying & {
  readonly one: OrderChoice
  /** The order in force that it changes. */
  readonly base: number
  readonly working: boolean
  readonly order: OrderSection
  readonly drafts: () => void
}

function Way({ one, base, working, order, say, notYet, drafts }: WayProps) {
  const { choice } = useWords()
  // When they are due is worked out anew with the rest, and makes it no other way.
  const settled = useSettled(`${base} ${working} ${JSON.stringify({ ...one, dueAt: null })}`, notYet)
  const digit = digitOf[one.kind]
  const decideAt = later(one.dueAt, duration(-one.lead * 1000))
  const propose = settled(() => {
    drafts()
    say({ name: 'order.propose', changes: [...one.changes], base })
  })
  return (
    <>
      <Button
        className={c('answer')}
        data-digit={digit}
        aria-disabled={working}
        onClick={working ? notYet : propose}
      >
        <KeyHint>{String(digit)}</KeyHint> {nameOf(one, order)}{' '}
        <Live
          className={c('time')}
          text={(now) =>
            decideAt <= now ? choice.tooLate : choice.within({ left: countdown(now, decideAt) })
          }
        />
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
function meansOf(one: OrderChoice): string {
  const { choice } = words()
  const { later: gained, impossible, cannot } = one
  const gains = gained === null ? choice.notAtAll : choice.later({ time: formatLength(seconds(gained)) })
  const counts = (['loses', 'unfit', 'short', 'todo', 'earlier', 'cues'] as const).flatMap((what) =>
    one[what] > 0 ? [choice.counts[what]({ many: one[what] })] : [],
  )
  const cost = counts.length === 0 && cannot === null ? [choice.nothingElse] : counts
  const not = cannot === null ? [] : [choice.cannot({ what: consequenceWords(cannot), many: impossible })]
  return [gains, ...cost, ...not].join(' · ')
}

type DraftedProps = Parameters<typeof Accept>[0] & { readonly order: OrderSection; readonly isOwn: boolean }

/** Whoever drafted it here goes on here: the keyboard is on the press that accepts. Nobody else's is taken. */
function Drafted({ order, isOwn, ...parts }: DraftedProps) {
  const { reorder } = useWords()
  const { changes } = parts.draft
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOwn) place.current?.querySelector<HTMLElement>('[data-accept]')?.focus()
  }, [isOwn])
  return (
    <div ref={place} className={c('part')}>
      <p>
        {changes.length === 0
          ? reorder.rehearsed
          : changes.map((change) => changeWords(order, change)).join(' · ')}
      </p>
      <Accept {...parts} />
    </div>
  )
}
