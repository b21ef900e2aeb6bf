// One cell of the grid that is open: given to somebody, kept from somebody, or left to the solver; or its whole track.

import { useEffect, useRef, useState } from 'react'
import type { CastingSection } from '../../core/night/plan-section.ts'
import type { CutLine } from '../../core/night/proposal-section.ts'
import type { OrderSection } from '../../core/night/sections.ts'
import type { Settling } from '../../core/night/settling.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { type GridRow, type Settled, withBan, withLock, without } from './cells.ts'
import { reasonsOf } from './cuts.tsx'
import { PersonSaid } from './people.tsx'
import styles from './plan.module.css'
import type { Place } from './use-drag.ts'

const c = classes(styles)

type OpenedParts = Pick<ChoiceParts, 'row' | 'item' | 'people' | 'cuts' | 'done'> & {
  readonly open: Place
  readonly settled: Settled
  readonly send: (change: Settling) => void
}

export function Opened({ open: { track, item: at }, settled, send, ...parts }: OpenedParts) {
  return (
    <Choice
      key={`${track} ${at}`}
      {...parts}
      lock={(item, person) => send(withLock(settled, { track, item, person }))}
      ban={(item, person) => send(withBan(settled, { track, item, person }))}
      leave={(item) => send(without(settled, track, item))}
    />
  )
}

type ChoiceParts = {
  readonly row: GridRow
  readonly item: OrderSection['items'][number] | null
  readonly people: CastingSection['people']
  /** What is proposed to be cut: of this cell it is said why. */
  readonly cuts: readonly CutLine[]
  readonly lock: (item: string | null, person: string) => void
  readonly ban: (item: string | null, person: string) => void
  readonly leave: (item: string) => void
  readonly done: () => void
}

function Choice({ row, item, people, cuts, lock, ban, leave, done }: ChoiceParts) {
  const { plan } = useWords()
  const [whole, widen] = useState(false)
  const here = useRef<HTMLFieldSetElement>(null)
  // It opens below the grid, where nobody is looking.
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  if (item === null) return null
  const where = whole ? null : item.id
  const put = (how: typeof lock) => (person: string) => {
    how(where, person)
    done()
  }
  return (
    <fieldset
      ref={here}
      className={c('choice')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') done()
      }}
    >
      <legend>
        {row.code} · {item.code} {item.title}
      </legend>
      <Why {...{ cuts, row, item }} />
      <label className={c('check')}>
        <input type="checkbox" checked={whole} onChange={(event) => widen(event.target.checked)} />
        {plan.grid.wholeTrack}
      </label>
      <PersonSaid
        label={plan.grid.give}
        empty={plan.out.choose}
        people={people}
        first={{ people: row.able, label: plan.grid.knows, others: plan.grid.others }}
        choose={put(lock)}
      />
      <PersonSaid
        label={plan.grid.keepFrom}
        empty={plan.out.choose}
        people={people}
        first={{ people: [row.owner, ...row.able], label: plan.grid.knows, others: plan.grid.others }}
        choose={put(ban)}
      />
      <Button
        onClick={() => {
          leave(item.id)
          done()
        }}
      >
        {plan.grid.leave}
      </Button>
      <Button onClick={done}>{plan.grid.done}</Button>
    </fieldset>
  )
}

type WhyParts = Pick<ChoiceParts, 'cuts' | 'row'> & { readonly item: NonNullable<ChoiceParts['item']> }

/** Of what is cut of this cell; as it is named to people, because a cut has no ids. */
function Why({ cuts, row, item: { code, title: named } }: WhyParts) {
  const { plan } = useWords()
  const item = code === '' ? named : `${code} ${named}`
  return cuts
    .filter((cut) => cut.track === row.code && cut.item === item)
    .map((cut) => (
      <p key={cut.spot} className={c('why')}>
        {plan.grid.cutBecause({ title: cut.title, why: reasonsOf(cut) })}
      </p>
    ))
}
