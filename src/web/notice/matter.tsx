// A page about somebody: what may be said, by whose leave, what is out; and ringing their people.

import { useState } from 'react'
import type { MatterPage } from '../../core/notice/section.ts'
import type { PersonId } from '../../core/show/show.ts'
import { useWords } from '../speech/speech.ts'
import { freshId } from '../ui/ask-page.ts'
import { classes } from '../ui/classes.ts'
import { useArmed } from '../ui/use-armed.ts'
import type { OnePageProps, PartProps } from './ask.ts'
import { Before, Folded, listed, One, Press } from './fields.tsx'
import styles from './notice.module.css'
import { TheirPeople } from './people.tsx'
import { GivePermission } from './permission.tsx'
import { Permitted } from './permitted.tsx'
import { ReleaseStatement } from './statement.tsx'

const c = classes(styles)

export function MatterPages({ told, ask }: PartProps) {
  const { section, notSafe } = told
  return (
    <>
      {section.matters.map((page) => (
        <OneMatter key={page.id} page={page} told={told} ask={ask} />
      ))}
      <Before many={section.before.matters} />
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
  return (
    <>
      <Permitted
        {...record}
        timeZone={told.timeZone}
        takeBack={({ id }) =>
          page.closed ? null : (
            <Press act={() => ask({ name: 'permission.withdraw', matter: page.id, permission: id })}>
              {words.permission.withdraw}
            </Press>
          )
        }
      />
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
