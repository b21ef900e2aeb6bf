// Their people, rung one after the other: who is next, what they may be told, and one touch for what came of it.

import { useState } from 'react'
import type { ContactLine, MatterPage } from '../../core/notice/section.ts'
import { outcomes, settlings, tellings } from '../../core/notice/state.ts'
import { useWords } from '../speech/speech.ts'
import { freshId } from '../ui/ask-page.ts'
import { classes } from '../ui/classes.ts'
import type { OnePageProps } from './ask.ts'
import { dayTime, Folded, Name, One, Press } from './fields.tsx'
import styles from './notice.module.css'

const c = classes(styles)
/** Offered; whoever rings types another. */
const AGAIN_MINUTES = '15'

type PeopleProps = OnePageProps & { readonly people: NonNullable<MatterPage['people']> }

export function TheirPeople(props: PeopleProps) {
  const { people, told, page } = props
  const { notices } = useWords()
  const { people: words } = notices
  const [by, setBy] = useState('')
  const next = people.contacts.find(({ id }) => id === people.next)
  const isDone = people.contacts.some(({ may }) => may !== 'nothing')
  return (
    <div className={c('people')}>
      <h3>{words.title}</h3>
      <Name label={words.by} value={by} set={setBy} />
      {next ? (
        <Ring key={next.id} {...props} contact={next} by={by} />
      ) : (
        <p>
          {people.waitUntil !== null
            ? words.wait({ when: dayTime(people.waitUntil, told.timeZone) })
            : isDone
              ? words.all
              : words.noneYet}
        </p>
      )}
      <ul className={c('lines')}>
        {people.contacts.map((contact) => (
          <OneContact key={contact.id} {...props} contact={contact} by={by} />
        ))}
      </ul>
      <AddContact {...props} />
      {page.record === null || page.settled ? null : <Settle {...props} />}
    </div>
  )
}

type RingProps = PeopleProps & { readonly contact: ContactLine; readonly by: string }

function Ring({ page, ask, contact, by }: RingProps) {
  const { people: words } = useWords().notices
  const [minutes, setMinutes] = useState(AGAIN_MINUTES)
  const [reason, setReason] = useState('')
  const isMustNot = contact.may === 'nothing'
  const ring = (outcome: (typeof outcomes)[number]) =>
    ask({
      ...{
        name: 'contact.ring',
        id: freshId('call'),
        matter: page.id,
        contact: contact.id,
        outcome,
        by,
        reason,
      },
      againMinutes: outcome === 'try-again-at' ? Math.round(Number(minutes)) : null,
    })
  return (
    <div className={c('next')}>
      {isMustNot ? null : <h4>{words.next(contact)}</h4>}
      <a className={c('wide')} href={`tel:${contact.phone.replaceAll(/[^\d+*#]/g, '')}`}>
        {contact.phone}
      </a>
      <p className={c('say')}>{words.may[contact.may]}</p>
      {isMustNot ? <Name label={words.reason} value={reason} set={setReason} /> : null}
      <div className={c('row')}>
        {outcomes.map((outcome) => (
          <Press key={outcome} act={() => ring(outcome)}>
            {words.outcomes[outcome]}
          </Press>
        ))}
      </div>
      <Name label={words.again} value={minutes} set={setMinutes} numeric />
    </div>
  )
}

function OneContact(props: RingProps) {
  const { told, contact } = props
  const { people: words } = useWords().notices
  const isMustNot = contact.may === 'nothing'
  return (
    <li>
      {isMustNot ? <strong>⊘ {words.mustNot({ name: contact.name })}</strong> : contact.name}
      {contact.calls.map((call) => (
        <p key={call.id}>
          {words.rung({
            ...{ outcome: words.outcomes[call.outcome], by: call.by },
            when: dayTime(call.at, told.timeZone),
          })}
          {call.reason === '' ? null : <q className={c('quoted')}>{call.reason}</q>}
        </p>
      ))}
      {isMustNot ? (
        <Folded title={words.mustNotRing}>
          <Ring {...props} />
        </Folded>
      ) : null}
    </li>
  )
}

const empty = { called: '', relation: '', phone: '', may: 'please-call' as (typeof tellings)[number] }

function AddContact({ page, ask }: PeopleProps) {
  const { people: words } = useWords().notices
  const [draft, set] = useState(empty)
  const [id, draw] = useState(() => freshId('contact'))
  const put = async () => {
    if (!(await ask({ name: 'contact.add', id, matter: page.id, ...draft }))) return
    set(empty)
    draw(freshId('contact'))
  }
  return (
    <Folded title={words.add}>
      <Name label={words.name} value={draft.called} set={(called) => set({ ...draft, called })} />
      <Name label={words.relation} value={draft.relation} set={(relation) => set({ ...draft, relation })} />
      <Name label={words.phone} value={draft.phone} set={(phone) => set({ ...draft, phone })} />
      <One
        label={words.told}
        values={tellings}
        words={words.mays}
        value={draft.may}
        set={(may) => set({ ...draft, may })}
      />
      <p>{words.forgotten}</p>
      <Press act={put}>{words.put}</Press>
    </Folded>
  )
}

function Settle({ page, ask }: PeopleProps) {
  const { people: words } = useWords().notices
  const [why, setWhy] = useState<(typeof settlings)[number]>('they-said-so')
  const [by, setBy] = useState('')
  return (
    <Folded title={words.settle}>
      <One label={words.settle} values={settlings} words={words.settlings} value={why} set={setWhy} />
      <Name label={words.settleBy} value={by} set={setBy} />
      <Press act={() => ask({ name: 'contacts.settle', matter: page.id, why, by })}>{words.settle}</Press>
    </Folded>
  )
}
