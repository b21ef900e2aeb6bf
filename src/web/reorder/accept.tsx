// Accepting a draft: how the house hears of it, who said yes, who tells those who lose by it; then twice.

import { useState } from 'react'
import { may } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import type { OrderDraftSection } from '../../core/night/order-draft-section.ts'
import { type Heard, waysHeard } from '../../core/reorder/night-order.ts'
import type { ViewerLine } from '../../wire/messages.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { Kept } from '../ui/choice.tsx'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { useArmed } from '../ui/use-armed.ts'
import styles from './reorder.module.css'

const c = classes(styles)

type Props = {
  readonly draft: NonNullable<OrderDraftSection['draft']>
  readonly approvers: OrderDraftSection['approvers']
}

export function Accept({ draft, approvers }: Props) {
  const { reorder } = useWords()
  const link = useLink()
  const viewer = useSession((state) => state.viewer)
  const [heard, hear] = useState<Heard>('silent')
  const [approved, approve] = useState('')
  const [told, tell] = useState('')
  const [others, tellOther] = useState<Readonly<Record<string, string>>>({})
  const { armed, press } = useArmed()
  const person = (name: string) => (name === '' ? null : id<'person'>(name))
  const accept = (override: boolean) => {
    if (!press(override ? 'override' : 'accept')) return
    const named = draft.loses.flatMap((one) => {
      const by = person(others[one.person] ?? '')
      return by === null ? [] : [{ person: one.person, by }]
    })
    const people = { approvedBy: person(approved), toldBy: person(told), told: named }
    link.press({ name: 'order.accept', changes: [...draft.changes], heard, ...people, override })
  }
  return (
    <div className={c('accept')}>
      <fieldset className={c('heard')}>
        <legend>{reorder.howHeard}</legend>
        {waysHeard.map((way) => (
          <label key={way} className={c('way')}>
            <input type="radio" name="heard" checked={heard === way} onChange={() => hear(way)} />
            {reorder.heard[way]}
          </label>
        ))}
      </fieldset>
      <People
        label={reorder.approved}
        none={viewer && mayApprove(viewer) ? reorder.myself : reorder.nobody}
        people={approvers}
        chosen={approved}
        choose={approve}
      />
      {draft.loses.length > 0 ? (
        <Losers {...{ draft, approvers, told, tell, others }} tellOther={tellOther} />
      ) : null}
      <div className={c('answers')}>
        <Button
          className={c('large')}
          data-accept=""
          armed={armed === 'accept'}
          onClick={() => accept(false)}
        >
          {armed === 'accept' ? reorder.again : reorder.accept}
        </Button>
        {draft.loses.length > 0 ? (
          <Button armed={armed === 'override'} onClick={() => accept(true)}>
            {armed === 'override' ? reorder.overrideAgain : reorder.override}
          </Button>
        ) : null}
        <Button onClick={() => link.press({ name: 'order.leave' })}>{reorder.leave}</Button>
      </div>
    </div>
  )
}

type LosersProps = Props & {
  readonly told: string
  readonly tell: (person: string) => void
  readonly others: Readonly<Record<string, string>>
  readonly tellOther: (others: Readonly<Record<string, string>>) => void
}

/** One word for all of them, and another for whoever was told by somebody else. */
function Losers({ draft: { loses }, approvers, told, tell, others, tellOther }: LosersProps) {
  const { reorder } = useWords()
  return (
    <>
      <p>{reorder.loses({ names: loses.map(({ name }) => name) })}</p>
      <People label={reorder.tells} none={reorder.nobody} people={approvers} chosen={told} choose={tell} />
      {loses.length < 2 ? null : (
        <details>
          <summary className={c('summary')}>{reorder.oneByOne}</summary>
          {loses.map(({ person, name }) => (
            <People
              key={person}
              label={reorder.toldOne({ name })}
              none={reorder.asTheOthers}
              people={approvers.filter((one) => one.id !== person)}
              chosen={others[person] ?? ''}
              choose={(by) => tellOther({ ...others, [person]: by })}
            />
          ))}
        </details>
      )}
    </>
  )
}

const mayApprove = (viewer: ViewerLine): boolean =>
  may(
    {
      ...{ device: id<'device'>(viewer.device), roles: viewer.roles },
      ...{ person: null, department: null, place: null },
    },
    'approve an order',
  )

type PeopleProps = {
  readonly label: string
  readonly none: string
  readonly people: Props['approvers']
  readonly chosen: string
  readonly choose: (person: string) => void
}

const People = ({ label, none, people, chosen, choose }: PeopleProps) => (
  <Kept
    {...{ label, choose }}
    className={c('choice')}
    fieldClass={c('select')}
    value={chosen}
    options={[{ id: '', name: none }, ...people]}
  />
)
