// What can become of one item that has not begun.

import { useState } from 'react'
import { formatLength, seconds } from '../../core/kit/time.ts'
import type { OrderDraftSection, WaitPoint } from '../../core/night/order-draft-section.ts'
import type { OrderSection } from '../../core/night/sections.ts'
import type { Change } from '../../core/reorder/change.ts'
import type { ItemId } from '../../core/show/show.ts'
import { useWords, words } from '../speech/speech.ts'
import { Kept, Said } from '../ui/choice.tsx'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { itemWords } from './lines.ts'
import styles from './reorder.module.css'

const c = classes(styles)
/** What is chosen here is drafted: what it brings stands beside it at once, and nothing is accepted by it. */
const look = { className: c('choice'), fieldClass: c('select') }

/** What an evening can wait for without a word to the house, and a little more. */
const LATER_SECONDS = [10, 20, 30, 45, 60, 90, 120, 180, 300] as const

type Props = {
  readonly item: ItemId
  readonly order: OrderSection
  readonly section: OrderDraftSection
  readonly add: (change: Change) => void
}

export function Becomes({ item, order, section, add }: Props) {
  const { reorder } = useWords()
  const ahead = order.items.filter(({ index, cut }) => index >= section.begun - 1 && !cut)
  // `as`: the section has the ids of the show.
  const named = ahead.map(({ id, kind, index }) => ({
    ...{ id: id as ItemId, kind, begun: index < section.begun },
    name: itemWords(order, id as ItemId),
  }))
  const others = named.filter(({ id }) => id !== item)
  const passages = section.shorter.find((one) => one.item === item)?.passages ?? []
  return (
    <div className={c('becomes')}>
      <Button onClick={() => add({ kind: 'cut', item })}>{reorder.cutIt}</Button>
      <Said
        {...look}
        label={reorder.swap}
        none={reorder.which}
        options={others.filter(({ kind, begun }) => kind !== 'interval' && !begun)}
        choose={(other) => add({ kind: 'swap', item, with: other as ItemId })}
      />
      <Said
        {...look}
        label={reorder.move}
        none={reorder.which}
        options={others}
        choose={(after) => add({ kind: 'move', item, after: after as ItemId })}
      />
      <Said
        {...look}
        label={reorder.later}
        none={reorder.howLong}
        options={LATER_SECONDS.map(asOption)}
        choose={(long) => add({ kind: 'delay', item, seconds: Number(long) })}
      />
      {section.longer
        .filter((one) => one.item === item)
        .map(({ vamp, bar, out, most }) => (
          <Said
            {...look}
            key={vamp}
            label={reorder.longer({ bar, out })}
            none={reorder.howLong}
            options={upTo(most).map(asOption)}
            choose={(long) => add({ kind: 'vamp', vamp, seconds: Number(long) })}
          />
        ))}
      <Wait points={section.waits.find((one) => one.item === item)?.points ?? []} {...{ item, add }} />
      {passages.map(({ title, from, to }) => (
        <Button key={title} onClick={() => add({ kind: 'shorten', item, from, to })}>
          {reorder.shorter({ title })}
        </Button>
      ))}
      <Button onClick={() => add({ kind: 'repeat', item, after: item })}>{reorder.repeat}</Button>
      <Button onClick={() => add({ kind: 'skip', after: item })}>{reorder.skip}</Button>
    </div>
  )
}

const asOption = (long: number) => ({ id: String(long), name: words().reorder.seconds({ seconds: long }) })

/** What the bars can bear, in steps, and all of it. */
const upTo = (most: number): readonly number[] => [...LATER_SECONDS.filter((long) => long < most), most]

type WaitProps = Pick<Props, 'item' | 'add'> & { readonly points: readonly WaitPoint[] }

/** At a point in it: first for whom, then for how long. */
function Wait({ points, item, add }: WaitProps) {
  const { reorder } = useWords()
  const [at, wait] = useState<number | null>(null)
  if (points.length === 0) return null
  return (
    <>
      <Kept
        {...look}
        label={reorder.waits}
        value={at === null ? '' : String(at)}
        options={[
          { id: '', name: reorder.whichMoment },
          ...points.map(({ at: point, who }) => ({
            id: String(point),
            name: `${formatLength(seconds(point))} · ${reorder.waitPoint({ who })}`,
          })),
        ]}
        choose={(point) => wait(point === '' ? null : Number(point))}
      />
      {at === null ? null : (
        <Said
          {...look}
          label={reorder.waitLong}
          none={reorder.howLong}
          options={LATER_SECONDS.map(asOption)}
          choose={(long) => add({ kind: 'wait', item, at, seconds: Number(long) })}
        />
      )}
    </>
  )
}
