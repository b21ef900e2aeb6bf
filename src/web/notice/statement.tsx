// A statement: chosen from what is permitted for these people, shown as it will read, and released by a person.

import { useState } from 'react'
import { audiences, channels, type Item } from '../../core/notice/state.ts'
import { statementText } from '../../letters/notice.ts'
import { speechOf } from '../../letters/speech.ts'
import { useWords } from '../speech/speech.ts'
import { freshId } from '../ui/ask-page.ts'
import { classes } from '../ui/classes.ts'
import type { OnePageProps } from './ask.ts'
import { Folded, Name, One, Press, Some } from './fields.tsx'
import styles from './notice.module.css'

const c = classes(styles)

export function ReleaseStatement({ page, told, ask }: OnePageProps) {
  const { notices } = useWords()
  const { statement: words } = notices
  const [audience, setAudience] = useState<(typeof audiences)[number]>('company')
  const [channel, setChannel] = useState<(typeof channels)[number]>('in-person')
  const [chosen, choose] = useState<readonly Item[]>([])
  const [by, setBy] = useState('')
  const [id, draw] = useState(() => freshId('statement'))
  const may = page.sayable.filter((one) => one.audience === audience)
  const items = chosen.filter((item) => may.some((one) => one.item === item))
  const facts = Object.fromEntries(may.map((one) => [one.item, one.words]))
  const put = async () => {
    if (!(await ask({ name: 'statement.release', id, matter: page.id, audience, channel, items, by }))) return
    choose([])
    draw(freshId('statement'))
  }
  return (
    <Folded title={words.title}>
      <p>{words.lead}</p>
      <One
        label={notices.permission.audience}
        values={audiences}
        words={notices.audiences}
        value={audience}
        set={setAudience}
      />
      {may.length === 0 ? <p>{notices.matter.nothing}</p> : null}
      <Some
        label={notices.write.say}
        of={may.map(({ item }) => ({ id: item, name: notices.items[item] }))}
        chosen={items}
        set={choose}
      />
      <One label={words.channel} values={channels} words={words.channels} value={channel} set={setChannel} />
      <p className={c('text')}>
        {statementText({ items, name: page.name, words: facts }, speechOf(told.country))}
      </p>
      <Name label={words.by} value={by} set={setBy} />
      <Press act={put}>{words.put}</Press>
    </Folded>
  )
}
