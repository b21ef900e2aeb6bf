// The left of the desk: the running order, what has passed and how long it took, when the rest is expected.

import { memo, useEffect, useRef } from 'react'
import { formatLength } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import { isWorked, kindOf } from '../../core/show/kinds.ts'
import type { Given } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { lasted, phaseOf } from '../ui/phase.ts'
import { type ActStep, actStep, endStep } from './acts.ts'
import { Closing } from './closing.tsx'
import { Lack } from './lack.tsx'
import { curtainWords, itemAfter, type OrderRow, orderRows, spreadWords } from './order.ts'
import { usePedal } from './pedal.ts'
import { backTarget } from './places.ts'
import { QuietStrip } from './quiet-strip.tsx'
import styles from './running-order.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function RunningOrder({ desk }: { readonly desk: Desk }) {
  const texts = useWords().runningOrder
  const { position, order, ran } = desk.sections
  return (
    <section className={c('side')} aria-labelledby="running-order">
      <div className={c('head')}>
        <h2 className={c('heading')} id="running-order">
          {texts.title}
        </h2>
        {position && order ? (
          <Live className={c('curtains')} text={(now) => curtainWords(order, position, now) ?? ''} />
        ) : null}
      </div>
      {order?.items.length === 0 ? (
        <Lack what="order" edits={desk.rights.edits} className={c('lack')} />
      ) : null}
      {desk.sections.orderDraft && order && order.items.length > 0 ? (
        <a className={c('another')} href="/re-order" target="_blank" rel="noreferrer">
          {texts.another}
        </a>
      ) : null}
      {position && isEnding(position) ? (
        <Closing desk={desk} position={position} />
      ) : (
        <OrderList position={position} order={order} ran={ran} />
      )}
      <QuietStrip desk={desk} />
      {desk.rights.calls || desk.rights.closes ? <ShowControls desk={desk} /> : null}
    </section>
  )
}

/** Every act is down; at a tech, one is, and no other is up. */
function isEnding(position: PositionSection): boolean {
  const { kind } = phaseOf(position)
  return kind === 'after' || (kind === 'interval' && isWorked(kindOf(position.number)))
}

const OrderList = memo(function OrderList({ position, order, ran }: Given<'position' | 'order' | 'ran'>) {
  const list = useRef<HTMLOListElement>(null)
  const running = position?.item ?? -1
  // The item that runs keeps its height on the screen; only what is around it moves.
  useEffect(() => {
    const row = running >= 0 ? list.current?.querySelector('[aria-current]') : null
    if (list.current && row instanceof HTMLElement) list.current.scrollTop = row.offsetTop - 120
  }, [running])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <ol className={c('list')} ref={list} tabIndex={0} aria-labelledby="running-order">
      {position && order && ran
        ? orderRows(order, position, ran).map((row) => (
            <Row key={row.item.id} row={row} timeZone={position.timeZone} />
          ))
        : null}
    </ol>
  )
})

function Row({ row, timeZone }: { readonly row: OrderRow; readonly timeZone: string }) {
  const { item, kind } = row
  return (
    <li
      className={c('row', kind, item.isPart && 'part')}
      aria-current={kind === 'running' ? 'true' : undefined}
    >
      <span className={c('code')}>{item.code}</span>
      <span className={c('name')}>{item.title}</span>
      <RowTime row={row} timeZone={timeZone} />
    </li>
  )
}

function RowTime({ row, timeZone }: { readonly row: OrderRow; readonly timeZone: string }) {
  switch (row.kind) {
    case 'cut':
      return <span className={c('time')}>{words().runningOrder.cut}</span>
    case 'past':
      return <span className={c('time')}>{row.length === null ? '–' : formatLength(row.length)}</span>
    case 'running': {
      const { since } = row
      return (
        <Live
          className={c('time')}
          text={(now) => (since === null ? words().times.now : formatLength(lasted(since, now)))}
        />
      )
    }
    case 'future':
      return (
        <Live
          className={c('time')}
          text={(now) => `${formatClock(row.at(now), timeZone, false)}${spreadWords(row.spread)}`}
        />
      )
    default:
      return row satisfies never
  }
}

/** Rare and never next to GO: curtains, the start of an item without a cue, a step back. */
function ShowControls({ desk }: { readonly desk: Desk }) {
  const texts = useWords().runningOrder
  const { position, order, calling, cues } = desk.sections
  const pedal = usePedal()
  const next = calling?.upNext ?? null
  const step = position ? actStep(position, next) : null
  const end = position ? endStep(position, next) : null
  const item = position && order ? itemAfter(order, position) : null
  const closing = step?.command.name === 'performance.close'
  return (
    <div className={c('controls')}>
      {step && (desk.rights.calls || (closing && desk.rights.closes)) ? (
        <Button armed={desk.armed === step.words} onClick={() => desk.act(step.key)}>
          {desk.armed === step.words ? texts.again({ what: step.words }) : step.words}
          <KeyHint>{step.key}</KeyHint>
        </Button>
      ) : (
        <span />
      )}
      {desk.rights.calls ? (
        <>
          {end ? <EndButton desk={desk} end={end} /> : null}
          <Button
            small
            disabled={item === null}
            armed={item !== null && desk.armed === item.id}
            onClick={desk.item}
          >
            <span className={c('clip')}>
              {item === null
                ? texts.nextStarted
                : desk.armed === item.id
                  ? texts.againStarted({ item: item.title })
                  : texts.started({ item: item.title })}
            </span>
            <KeyHint>i</KeyHint>
          </Button>
          {desk.askingReason ? (
            <Reason desk={desk} />
          ) : (
            <Button
              small
              disabled={!cues || !calling || backTarget(cues, calling) === null || step === null}
              onClick={desk.back}
            >
              {texts.stepBack}
              {pedal?.toLowerCase() === 'b' ? null : <KeyHint>b</KeyHint>}
            </Button>
          )}
        </>
      ) : null}
    </div>
  )
}

/** It need not be played to its end to be ended: a tech between two stretches, a show that is called off. */
function EndButton({ desk, end }: { readonly desk: Desk; readonly end: ActStep }) {
  const texts = useWords().runningOrder
  return (
    <Button small armed={desk.armed === end.words} onClick={() => desk.act(end.key)}>
      <span className={c('clip')}>
        {desk.armed === end.words ? texts.again({ what: end.words }) : end.words}
      </span>
      <KeyHint>{end.key}</KeyHint>
    </Button>
  )
}

/** Takes the place of its button, so that nothing moves. */
function Reason({ desk }: { readonly desk: Desk }) {
  const texts = useWords().runningOrder
  const field = useRef<HTMLInputElement>(null)
  // Asked for by the press that opened it, so taking the focus is no theft.
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className={c('reason')}
      onSubmit={(event) => {
        event.preventDefault()
        desk.backWith(field.current?.value ?? '')
      }}
    >
      <input
        ref={field}
        className={c('field')}
        aria-label={texts.why}
        placeholder={texts.whyHint}
        maxLength={200}
        onKeyDown={(event) => {
          if (event.key === 'Escape') desk.backWith(null)
        }}
      />
    </form>
  )
}
