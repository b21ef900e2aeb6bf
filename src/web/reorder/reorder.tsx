// Another order: choose an item, read everything it brings with the seconds, accept in two steps or leave.

import { useEffect, useRef, useState } from 'react'
import type { OrderDraftSection } from '../../core/night/order-draft-section.ts'
import type { OrderSection } from '../../core/night/sections.ts'
import type { Change } from '../../core/reorder/change.ts'
import type { ItemId } from '../../core/show/show.ts'
import { useLink, useNothingOpen, useSession, useStale } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Display } from '../ui/display.tsx'
import { Button, Freshness } from '../ui/frame.tsx'
import { IncidentCard } from '../ui/incident-card.tsx'
import { Accept } from './accept.tsx'
import { Becomes } from './becomes.tsx'
import { Brings } from './brings.tsx'
import { changeWords, itemWords } from './lines.ts'
import styles from './reorder.module.css'

const c = classes(styles)

export function ReorderScreen() {
  const { frame, reorder } = useWords()
  const { order, orderDraft, position } = useSession((state) => state.sections)
  const nothingOpen = useNothingOpen()
  const stale = useStale()
  if (nothingOpen || position === null) return <p className={c('lacks')}>{frame.nothingOpen}</p>
  if (!position || !order) return <p className={c('lacks')}>{frame.waiting}</p>
  if (!orderDraft) return <p className={c('lacks')}>{reorder.notGiven}</p>
  return (
    <div className={c('screen', stale && 'stale')}>
      <title>{reorder.pageTitle({ title: position.title })}</title>
      <header className={c('head')}>
        <h1>{reorder.title}</h1>
        <p className={c('lead')}>{reorder.lead}</p>
        <Freshness />
      </header>
      <Changing order={order} section={orderDraft} timeZone={position.timeZone} />
      <footer className={c('foot')}>
        <a className={c('link')} href="/">
          {reorder.back}
        </a>
        <Display />
      </footer>
      <div className={`${c('help')} at-foot`}>
        <IncidentCard />
      </div>
    </div>
  )
}

type ChangingProps = {
  readonly order: OrderSection
  readonly section: OrderDraftSection
  readonly timeZone: string
}

const NONE: readonly Change[] = []

function Changing({ order, section, timeZone }: ChangingProps) {
  const { reorder } = useWords()
  const link = useLink()
  const [chosen, choose] = useState<ItemId | null>(null)
  const middle = useRef<HTMLElement>(null)
  // On a phone it lies below the list: whoever chose is brought to what they chose.
  useEffect(() => {
    if (chosen !== null) middle.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const presses = useSession((state) => state.presses)
  const last = presses.findLast(({ command }) => command.name.startsWith('order.'))?.outcome
  const { draft, inForce, begun } = section
  const changes = draft?.changes ?? inForce?.changes ?? NONE
  const base = inForce?.version ?? 0
  const propose = (next: readonly Change[]) => link.press({ name: 'order.propose', changes: [...next], base })
  const left = order.items.filter(({ index, kind, cut }) => index >= begun && kind !== 'interval' && !cut)
  return (
    <main className={c('main')}>
      <section className={c('side')} aria-labelledby="tonights-order">
        <h2 id="tonights-order" className={c('heading')}>
          {reorder.order}
        </h2>
        <p className={c('quiet')}>
          {inForce
            ? reorder.inForce({
                version: inForce.version,
                clock: formatClock(inForce.at, timeZone, false),
              })
            : reorder.asRehearsed}
        </p>
        {order.items.length === 0 ? <p>{reorder.empty}</p> : null}
        <Items order={order} begun={begun} chosen={chosen} choose={choose} />
      </section>
      <section ref={middle} className={c('middle')} aria-labelledby="what-becomes">
        <h2 id="what-becomes" className={c('heading')}>
          {chosen === null ? reorder.choose : reorder.chosen({ item: itemWords(order, chosen) })}
        </h2>
        {left.length === 0 && order.items.length > 0 ? <p>{reorder.nothingLeft}</p> : null}
        {chosen === null ? null : (
          <Becomes
            key={chosen}
            item={chosen}
            order={order}
            section={section}
            add={(change) => propose([...changes, change])}
          />
        )}
        {inForce && inForce.changes.length > 0 && draft === null ? (
          <Button onClick={() => propose(NONE)}>{reorder.rehearsed}</Button>
        ) : null}
        <p role="status" className={c('said')}>
          {last && last.kind !== 'done' && 'sentence' in last ? last.sentence : ''}
        </p>
        <Draft order={order} section={section} />
      </section>
      <Brings order={order} section={section} add={(change) => propose([...changes, change])} />
    </main>
  )
}

function Items({
  order,
  begun,
  chosen,
  choose,
}: {
  readonly order: OrderSection
  readonly begun: number
  readonly chosen: ItemId | null
  readonly choose: (item: ItemId) => void
}) {
  const { reorder } = useWords()
  return (
    <ol className={c('items')}>
      {order.items.map(({ id, index, code, title, kind, cut }) => {
        // `as`: the section has the ids of the show.
        const item = id as ItemId
        const name = `${code} ${title}`.trim()
        const fixed = index < begun || kind === 'interval' || cut
        return (
          <li key={id} className={c('item', cut && 'cut')}>
            {fixed ? (
              <span className={c('name', 'fixed')}>
                <span>{name}</span>
                <span className={c('quiet')}>{cut ? reorder.cut : index < begun ? reorder.played : ''}</span>
              </span>
            ) : (
              <button
                type="button"
                className={c('name')}
                aria-pressed={chosen === item}
                onClick={() => choose(item)}
              >
                {name}
              </button>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** What is drafted against the rehearsed order, and the way to accept or to leave it. */
function Draft({ order, section }: { readonly order: OrderSection; readonly section: OrderDraftSection }) {
  const { reorder } = useWords()
  const { draft } = section
  if (draft === null) return <p className={c('quiet')}>{reorder.noDraft}</p>
  return (
    <>
      <ol className={c('changes')}>
        {draft.changes.length === 0 ? <li>{reorder.rehearsed}</li> : null}
        {draft.changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same change may be there twice; the list is drawn whole.
          <li key={index}>{changeWords(order, change)}</li>
        ))}
      </ol>
      <Accept key={JSON.stringify(draft.changes)} draft={draft} approvers={section.approvers} />
    </>
  )
}
