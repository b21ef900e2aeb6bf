// For whoever it is about: what may be said of them and by whose leave, what is out, who of theirs was rung; and taking it back.

import type { OwnMatter } from '../../core/notice/own.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import type { PartProps } from './ask.ts'
import { dayTime, Press } from './fields.tsx'
import styles from './notice.module.css'

const c = classes(styles)

export function OwnMatters({ told, ask }: PartProps) {
  const { own: words } = useWords().notices
  return told.section.own.map((one) => (
    <section key={one.id} className={c('part')} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.why}</p>
      {one.closed ? <p>{words.closed}</p> : null}
      {one.permissions.length === 0 ? <p>{words.nothing}</p> : null}
      <Permissions {...{ told, ask }} of={one} />
      <Rung {...{ told, ask }} of={one} />
    </section>
  ))
}

type OfProps = PartProps & { readonly of: OwnMatter }

function Permissions({ told, ask, of }: OfProps) {
  const { notices: words } = useWords()
  const when = (at: number) => dayTime(at, told.timeZone)
  return (
    <ul className={c('lines')}>
      {of.permissions.map((one) => (
        <li key={one.id}>
          {words.permission.line({
            ...{ item: words.items[one.item], audience: words.audiences[one.audience], from: one.from },
            ...{ how: words.permission.ways[one.how], when: when(one.at), by: one.by },
          })}
          {one.words === '' ? null : <q className={c('quoted')}>{one.words}</q>}
          {one.out.map(({ at, audience, channel }) => (
            <p key={`${channel} ${at}`}>
              {words.permission.out({
                ...{ audience: words.audiences[audience], when: when(at) },
                channel: words.statement.channels[channel],
              })}
            </p>
          ))}
          {one.withdrawnAt !== null ? (
            <p>{words.permission.withdrawn({ when: when(one.withdrawnAt) })}</p>
          ) : of.closed ? null : (
            <Press act={() => ask({ name: 'permission.withdraw', matter: of.id, permission: one.id })}>
              {words.own.takeBack({ item: words.items[one.item] })}
            </Press>
          )}
        </li>
      ))}
      {of.statements.map(({ id, at, audience, channel, by, text }) => (
        <li key={id}>
          {words.statement.line({
            ...{ audience: words.audiences[audience], channel: words.statement.channels[channel] },
            ...{ by, when: when(at) },
          })}
          <q className={c('quoted')}>{text}</q>
        </li>
      ))}
    </ul>
  )
}

function Rung({ told, of }: OfProps) {
  const { notices: words } = useWords()
  if (of.contacts.length === 0) return null
  return (
    <>
      <h3>{words.own.people}</h3>
      <ul className={c('lines')}>
        {of.contacts.map(({ id, name, may, calls }) => (
          <li key={id}>
            {words.own.told({ name, may: words.people.mays[may] })}
            {calls.map((call) => (
              <p key={call.id}>
                {words.people.rung({
                  ...{ outcome: words.people.outcomes[call.outcome], by: call.by },
                  when: dayTime(call.at, told.timeZone),
                })}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
