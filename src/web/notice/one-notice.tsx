// One notice as it is read and acknowledged; and for whoever wrote it, who was told and who was not.

import { useState } from 'react'
import type { NoticeLine } from '../../core/notice/section.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import type { PartProps } from './ask.ts'
import { dayTime, Folded, listed, Name, Press } from './fields.tsx'
import styles from './notice.module.css'

const c = classes(styles)

type OneProps = PartProps & { readonly notice: NoticeLine }

export function OneNotice(props: OneProps) {
  const { notice, told, ask } = props
  const { notices: words } = useWords()
  const { acknowledged: own, reminders, telling, takenBack } = notice
  const when = (at: number) => dayTime(at, told.timeZone)
  return (
    <article className={c('part')}>
      <h2>{words.at({ when: when(notice.at) })}</h2>
      {takenBack === null ? null : <p className={c('warns')}>{words.takenBack({ when: when(takenBack) })}</p>}
      {notice.text === '' ? null : <p className={c('text')}>{notice.text}</p>}
      {own === null && takenBack !== null ? null : own === null ? (
        <>
          {reminders > 0 ? <p className={c('warns')}>{words.reminder}</p> : null}
          <Press act={() => ask({ name: 'notice.read', notice: notice.id })}>{words.read}</Press>
        </>
      ) : (
        <p>
          {own.toldBy === null
            ? words.wasRead({ when: when(own.at) })
            : words.wasTold({ by: own.toldBy, when: when(own.at) })}
        </p>
      )}
      {telling === null ? null : <Telling {...props} telling={telling} />}
    </article>
  )
}

type TellingProps = OneProps & { readonly telling: NonNullable<NoticeLine['telling']> }

function Telling({ notice, told, ask, telling }: TellingProps) {
  const { telling: words } = useWords().notices
  const [by, setBy] = useState('')
  const { due, closestLeft } = telling
  return (
    <div className={c('telling')}>
      <p>{telling.ring === 3 ? words.rings[3] : telling.ring === 2 ? words.rings[2] : words.rings[1]}</p>
      {due.closest.length > 0 ? (
        <p className={c('warns')}>{words.due.closest({ names: listed(due.closest) })}</p>
      ) : null}
      {due.all.length > 0 ? <p className={c('warns')}>{words.due.all({ names: listed(due.all) })}</p> : null}
      {due.widen ? <p className={c('warns')}>{words.due.widen}</p> : null}
      {closestLeft.length > 0 ? (
        <p>{words.closestLeft({ names: listed(closestLeft.map(({ name }) => name)) })}</p>
      ) : null}
      {telling.ring < 3 && notice.takenBack === null && told.section.mayWrite ? (
        <Widen notice={notice} telling={telling} ask={ask} />
      ) : null}
      <Folded
        title={words.title({ told: telling.told.length, all: telling.told.length + telling.left.length })}
      >
        <Name label={words.by} value={by} set={setBy} />
        <div className={c('row')}>
          {telling.left.map(({ id, name }) => (
            <Press key={id} act={() => ask({ name: 'notice.tell', notice: notice.id, people: [id], by })}>
              {words.tell({ name })}
            </Press>
          ))}
        </div>
        <ul>
          {telling.told.map(({ id, name, toldBy }) => (
            <li key={id}>{toldBy === null ? words.self({ name }) : words.byWhom({ name, by: toldBy })}</li>
          ))}
        </ul>
      </Folded>
    </div>
  )
}

function Widen({ notice, telling, ask }: Omit<TellingProps, 'told'>) {
  const { telling: words } = useWords().notices
  const [anyway, set] = useState('')
  return (
    <>
      {telling.ring === 2 && telling.closestLeft.length > 0 ? (
        <Name label={words.anyway} value={anyway} set={set} />
      ) : null}
      <Press act={() => ask({ name: 'notice.widen', notice: notice.id, anyway })}>
        {telling.ring === 1 ? words.widen[1] : words.widen[2]}
      </Press>
    </>
  )
}
