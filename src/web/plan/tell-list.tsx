// Who has to be told, and who has been: told in person is one press of whoever keeps the list.

import { type ReactNode, useState } from 'react'
import type { Hearer } from '../../core/covering/covering.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { PlanSection, TellRow } from '../../core/night/plan-section.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button } from '../ui/frame.tsx'
import { whenWords } from '../ui/words.ts'
import { partIds } from './jumps.tsx'
import { Lines } from './lines.tsx'
import { type People, PersonField, PersonSaid } from './people.tsx'
import styles from './plan.module.css'

const c = classes(styles)

type Parts = {
  readonly plan: PlanSection
  readonly people: People
  /** Whose screen this is: who tells, unless somebody else is chosen. */
  readonly own: string | null
  /** People of whom no screen is connected; nobody where this screen does not know. */
  readonly unreached: ReadonlySet<string>
  readonly now: Instant
  readonly zone: string
  readonly say: (command: WireCommand) => void
}

/** Of whom is due soonest so many stand there at once; the others are one touch away, and counted. */
const SOONEST = 3

/** `children`: what stands between those who hear it before any screen and those who hear it now. */
export function Told({ children, ...parts }: Parts & { readonly children: ReactNode }) {
  const { plan: texts } = useWords()
  const [by, choose] = useState(parts.own ?? '')
  const { plan, people } = parts
  return (
    <div className={c('column')}>
      {plan.first.length > 0 ? <First {...parts} by={by} choose={choose} /> : null}
      {children}
      <section id={partIds.tell} className={c('part')} aria-label={texts.tell.title}>
        <h2 className={c('heading')}>{texts.tell.title}</h2>
        {plan.tell.length === 0 ? (
          <p className={c('quiet')}>{plan.shown === 0 ? texts.tell.none : texts.tell.nobody}</p>
        ) : (
          <PersonField
            label={texts.tell.by}
            empty={texts.proposal.nobodyYet}
            people={people}
            chosen={by}
            choose={choose}
          />
        )}
        <Rows rows={plan.tell.slice(0, SOONEST)} by={by} {...parts} />
        {plan.tell.length > SOONEST ? (
          <details>
            <summary className={c('summary')}>
              {texts.tell.later({ many: plan.tell.length - SOONEST })}
            </summary>
            <Rows rows={plan.tell.slice(SOONEST)} by={by} {...parts} />
          </details>
        ) : null}
        <AllTold {...parts} />
      </section>
    </div>
  )
}

type RowParts = Parts & { readonly by: string }

function Rows({ rows, ...parts }: RowParts & { readonly rows: readonly TellRow[] }) {
  return (
    <ul className={c('rows')}>
      {rows.map((row) => (
        <Tell key={keyOf(row.to)} row={row} {...parts} />
      ))}
    </ul>
  )
}

const keyOf = (to: Hearer): string => ('person' in to ? to.person : to.department)

/** On the wire ids are texts. */
const sent = (to: Hearer): { person: string } | { department: string } => ({ ...to })

type Choosing = { readonly by: string; readonly choose: (person: string) => void }

/** Before any other screen has it: each of them hears it from a person. */
function First({ plan, people, by, choose, say }: Parts & Choosing) {
  const { plan: texts } = useWords()
  return (
    <section id={partIds.first} className={c('part', 'urgent')} aria-label={texts.first.title}>
      <h2 className={c('heading')}>{texts.first.title}</h2>
      <p className={c('quiet')}>{texts.first.lead}</p>
      {plan.talks.length === 0 ? null : (
        <p className={c('quiet')}>{texts.first.offer({ names: plan.talks })}</p>
      )}
      <PersonField
        label={texts.first.who}
        empty={texts.proposal.nobodyYet}
        people={people}
        chosen={by}
        choose={choose}
      />
      <ul className={c('rows')}>
        {plan.first.map(({ person, name, lines, more }) => (
          <li key={person} className={c('person')}>
            <Button
              className={c('large')}
              disabled={by === '' || by === person}
              onClick={() => say({ name: 'plan.tell', to: { person }, version: plan.newest, by })}
            >
              {texts.first.toldBy({ name })}
            </Button>
            <details>
              <summary className={c('summary')}>
                {texts.first.what({ name, many: lines.length + more })}
              </summary>
              <Lines {...{ lines, more }} of="person" />
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Tell({ row, by, people, unreached, now, zone, say }: RowParts & { readonly row: TellRow }) {
  const { plan: texts } = useWords()
  const [sends, open] = useState(false)
  const { to, name, version, lines, more, dueAt, errands } = row
  const isPerson = 'person' in to
  const telling = isPerson && to.person === by ? '' : by
  return (
    <li className={c('person')}>
      <div className={c('row')}>
        <details className={c('name')}>
          <summary className={c('summary')}>
            {name}
            <span className={c('quiet')}>
              {dueAt === null ? '' : ` · ${texts.tell.due({ when: whenWords(now, dueAt, zone) })}`}
              {' · '}
              {lines[0]?.item ?? ''}
            </span>
          </summary>
          <Lines {...{ lines, more }} of={isPerson ? 'person' : 'department'} />
        </details>
        <Button
          disabled={telling === ''}
          onClick={() => say({ name: 'plan.tell', to: sent(to), version, by: telling })}
        >
          {texts.tell.told({ name })}
        </Button>
        {isPerson ? (
          <Button aria-expanded={sends} onClick={() => open(!sends)}>
            {texts.tell.send({ name })}
          </Button>
        ) : null}
      </div>
      {isPerson && unreached.has(to.person) ? <p className={c('leave')}>{texts.tell.noScreen}</p> : null}
      {errands.length > 0 ? (
        <p className={c('quiet')}>{texts.tell.sent({ names: errands.map((one) => one.name) })}</p>
      ) : null}
      {sends && isPerson ? (
        <PersonSaid
          label={texts.tell.send({ name })}
          empty={texts.out.choose}
          people={people.filter(({ person }) => person !== to.person)}
          choose={(goes) => {
            open(false)
            say({ name: 'plan.errand', to: to.person, by: goes })
          }}
        />
      ) : null}
    </li>
  )
}

function AllTold({ plan, zone, say }: Parts) {
  const { plan: texts } = useWords()
  if (plan.told.length === 0) return null
  return (
    <details>
      <summary className={c('summary')}>
        {texts.told.title} ({plan.told.length + plan.toldBefore})
      </summary>
      {plan.toldBefore > 0 ? (
        <p className={c('quiet')}>{texts.told.before({ many: plan.toldBefore })}</p>
      ) : null}
      <ul className={c('rows')}>
        {plan.told.map(({ to, name, version, by, at }) => {
          const when = formatClock(at, zone, false)
          return (
            <li key={`${keyOf(to)} ${version}`} className={c('row')}>
              <span className={c('name')}>
                {by === null ? texts.told.own({ name, when }) : texts.told.by({ name, by, when })}
              </span>
              <Button
                aria-label={texts.told.undo({ name })}
                onClick={() => say({ name: 'plan.untell', to: sent(to), version })}
              >
                ↶ {texts.told.undoIt}
              </Button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
