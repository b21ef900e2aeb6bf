// Writes a permission down: what, to whom, in which words, by whose leave and how.

import { useState } from 'react'
import { audiences, givers, items, ways, worded } from '../../core/notice/state.ts'
import { useWords } from '../speech/speech.ts'
import { freshId } from '../ui/ask-page.ts'
import type { OnePageProps } from './ask.ts'
import { Folded, Name, One, Press, Text } from './fields.tsx'

const empty = {
  item: 'cared-for' as (typeof items)[number],
  audience: 'company' as (typeof audiences)[number],
  words: '',
  giver: 'themself' as (typeof givers)[number],
  from: '',
  how: 'face-to-face' as (typeof ways)[number],
  by: '',
}

export function GivePermission({ page, ask }: OnePageProps) {
  const { notices } = useWords()
  const { permission: words } = notices
  const [draft, set] = useState(empty)
  const [id, draw] = useState(() => freshId('permission'))
  const change = (part: Partial<typeof empty>) => set({ ...draft, ...part })
  const put = async () => {
    if (!(await ask({ name: 'permission.give', id, matter: page.id, ...draft }))) return
    set({ ...draft, words: '' })
    draw(freshId('permission'))
  }
  return (
    <Folded title={words.title}>
      <One
        label={words.item}
        values={items}
        words={notices.items}
        value={draft.item}
        set={(item) => change({ item })}
      />
      <One
        label={words.audience}
        values={audiences}
        words={notices.audiences}
        value={draft.audience}
        set={(audience) => change({ audience })}
      />
      {worded.includes(draft.item) ? (
        <Text label={words.words} value={draft.words} set={(said) => change({ words: said })} />
      ) : null}
      <One
        label={words.giver}
        values={givers}
        words={words.givers}
        value={draft.giver}
        set={(giver) => change({ giver })}
      />
      <Name label={words.from} value={draft.from} set={(from) => change({ from })} />
      <One
        label={words.how}
        values={ways}
        words={words.ways}
        value={draft.how}
        set={(how) => change({ how })}
      />
      <Name label={words.by} value={draft.by} set={(by) => change({ by })} />
      <Press act={put}>{words.put}</Press>
    </Folded>
  )
}
