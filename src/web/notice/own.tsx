// For whoever it is about: what may be said of them and by whose leave, what is out, who of theirs was rung; and taking it back.

import type { OwnMatter } from '../../core/notice/own.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import type { PartProps } from './ask.ts'
import { Before, dayTime, Press } from './fields.tsx'
import styles from './notice.module.css'
import { Permitted } from './permitted.tsx'

const c = classes(styles)

export function OwnMatters({ told, ask }: PartProps) {
  const { own, before } = told.section
  return (
    <>
      {own.map((one) => (
        <OwnPage key={one.id} {...{ one, told, ask }} />
      ))}
      <Before many={before.own} />
    </>
  )
}

function OwnPage({ one, told, ask }: PartProps & { readonly one: OwnMatter }) {
  const { own: words, items } = useWords().notices
  return (
    <section className={c('part')} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.why}</p>
      {one.closed ? <p>{words.closed}</p> : null}
      {one.permissions.length === 0 ? <p>{words.nothing}</p> : null}
      <Permitted
        {...one}
        timeZone={told.timeZone}
        takeBack={({ id, item }) =>
          one.closed ? null : (
            <Press act={() => ask({ name: 'permission.withdraw', matter: one.id, permission: id })}>
              {words.takeBack({ item: items[item] })}
            </Press>
          )
        }
      />
      <Rung told={told} of={one} />
    </section>
  )
}

type OfProps = Pick<PartProps, 'told'> & { readonly of: OwnMatter }

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
