// What may be said of somebody and by whose leave, and what was said: for whoever keeps the page, and for whom it is about.

import type { ReactNode } from 'react'
import type { MatterPage } from '../../core/notice/section.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { dayTime } from './fields.tsx'
import styles from './notice.module.css'

const c = classes(styles)

type Record = Pick<NonNullable<MatterPage['record']>, 'permissions' | 'statements'>

type Parts = Record & {
  readonly timeZone: string
  /** What takes back one that still stands. */
  readonly takeBack: (permission: Record['permissions'][number]) => ReactNode
}

export function Permitted({ permissions, statements, timeZone, takeBack }: Parts) {
  const { notices: words } = useWords()
  const when = (at: number) => dayTime(at, timeZone)
  return (
    <ul className={c('lines')}>
      {permissions.map((one) => (
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
            takeBack(one)
          ) : (
            <p className={c('warns')}>{words.permission.withdrawn({ when: when(one.withdrawnAt) })}</p>
          )}
        </li>
      ))}
      {statements.map(({ id, at, audience, channel, by, text }) => (
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
