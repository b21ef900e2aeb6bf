// A page about somebody: what may be said, by whose leave, what is out; and ringing their people.

import { useState } from 'react'
import type { MatterPage } from '../../core/notice/section.ts'
import type { PersonId } from '../../core/show/show.ts'
import { useWords } from '../speech/speech.ts'
import { freshId } from '../ui/ask-page.ts'
import { classes } from '../ui/classes.ts'
import { useArmed } from '../ui/use-armed.ts'
import type { OnePageProps, PartProps } from './ask.ts'
import { dayTime, Folded, listed, One, Press } from './fields.tsx'
import styles from './notice.module.css'
import { TheirPeople } from './people.tsx'
import { GivePermission } from './permission.tsx'
import { ReleaseStatement } from './statement.tsx'

const c = classes(styles)

export function MatterPages({ told, ask }: PartProps) {
  const { section, notSafe } = told
  return (
    <>
      {section.matters.map((page) => (
        <OneMatter key={page.id} page={page} told={told} ask={ask} />
      ))}
      {section.mayWrite && notSafe === null ? <OpenMatter told={told} ask={ask} /> : null}
    </>
  )
}

function OpenMatter({ told, ask }: PartProps) {
  const { matter: words } = useWords().notices
  const { company } = told.section
  const [person, set] = useState<PersonId | ''>('')
  const chosen = company.find(({ id }) => id === person) ?? company[0]
  if (!chosen) return null
  return (
    <Folded title={words.start}>
      <One
        label={words.who}
        values={company.map(({ id }) => id)}
        words={Object.fromEntries(company.map(({ id, name }) => [id, name]))}
        value={chosen.id}
        set={set}
      />
      <Press act={() => ask({ name: 'matter.open', id: freshId('matter'), person: chosen.id })}>
        {words.open}
      </Press>
    </Folded>
  )
}

function OneMatter(props: OnePageProps) {
  const { page, ask } = props
  const { notices: words } = useWords()
  const audiences = (['company', 'house', 'public'] as const).flatMap((audience) => {
    const said = page.sayable.filter((one) => one.audience === audience)
    return said.length === 0 ? [] : [{ audience, said }]
  })
  return (
    <section className={c('part')} aria-label={words.matter.title({ name: page.name })}>
      <h2>{words.matter.title({ name: page.name })}</h2>
      {page.closed ? <p>{words.matter.closed}</p> : null}
      {audiences.length === 0 && page.record !== null ? <p>{words.matter.nothing}</p> : null}
      {audiences.map(({ audience, said }) => (
        <p key={audience}>
          {words.matter.sayable({
            audience: words.audiences[audience],
            items: listed(said.map(({ item }) => words.items[item])),
          })}
        </p>
      ))}
      {page.closed ? null : <p>{page.settled ? words.matter.isSettled : words.matter.unsettled}</p>}
      {page.people === null || page.closed ? null : <TheirPeople {...props} people={page.people} />}
      {page.record === null ? null : <Record {...props} record={page.record} />}
      {page.record === null || page.closed ? null : <Close page={page} ask={ask} />}
    </section>
  )
}

type RecordProps = OnePageProps & { readonly record: NonNullable<MatterPage['record']> }

function Record(props: RecordProps) {
  const { page, told, ask, record } = props
  const { notices: words } = useWords()
  const when = (at: number) => dayTime(at, told.timeZone)
  return (
    <>
      <ul className={c('lines')}>
        {record.permissions.map((one) => (
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
            {one.withdrawnAt === null ? (
              page.closed ? null : (
                <Press act={() => ask({ name: 'permission.withdraw', matter: page.id, permission: one.id })}>
                  {words.permission.withdraw}
                </Press>
              )
            ) : (
              <p className={c('warns')}>{words.permission.withdrawn({ when: when(one.withdrawnAt) })}</p>
            )}
          </li>
        ))}
        {record.statements.map(({ id, at, audience, channel, by, text }) => (
          <li key={id}>
            {words.statement.line({
              ...{ audience: words.audiences[audience], channel: words.statement.channels[channel] },
              ...{ by, when: when(at) },
            })}
            <q className={c('quoted')}>{text}</q>
          </li>
        ))}
      </ul>
      {page.closed ? null : (
        <>
          <GivePermission page={page} told={told} ask={ask} />
          <ReleaseStatement page={page} told={told} ask={ask} />
        </>
      )}
    </>
  )
}

/** Their people's numbers are gone after it: it asks once. */
function Close({ page, ask }: Omit<OnePageProps, 'told'>) {
  const { matter: words } = useWords().notices
  const { armed, press } = useArmed()
  const close = () => press(page.id) && ask({ name: 'matter.close', matter: page.id })
  return <Press act={close}>{armed === null ? words.close : words.sure}</Press>
}
