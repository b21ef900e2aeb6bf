// Notices: those that are for whoever holds this device; for whoever may, writing one and the pages about somebody.

import { useEffect } from 'react'
import type { Asked } from '../../core/notice/commands.ts'
import { ownNews, takenBackNews } from '../../core/notice/own.ts'
import type { NoticesTold } from '../../wire/notice.ts'
import { useWords } from '../speech/speech.ts'
import { AsOf } from '../ui/as-of.tsx'
import { classes } from '../ui/classes.ts'
import { isSeenHere } from '../ui/seen-here.ts'
import { pageSentence, useRounds } from '../ui/use-rounds.ts'
import { askNotices } from './ask.ts'
import { Before } from './fields.tsx'
import { MatterPages } from './matter.tsx'
import styles from './notice.module.css'
import { OneNotice } from './one-notice.tsx'
import { OwnMatters } from './own.tsx'
import { ShowLines } from './show-lines.tsx'
import { WriteNotice } from './write.tsx'

const c = classes(styles)

export function NoticesScreen() {
  const { notices: words } = useWords()
  const page = useRounds({ about: 'notices', ask: (signal) => askNotices(null, signal) })
  const { told } = page
  const ask = async (command: Asked) =>
    (await page.press((signal) => askNotices(command, signal))).is === 'told'
  const sentence = pageSentence(page, words)
  useEffect(() => {
    if (told === null) return
    isSeenHere('ghostlight.said-of-me-seen', ownNews(told.section.own))
    isSeenHere('ghostlight.taken-back-seen', takenBackNews(told.section.notices))
  }, [told])
  return (
    <main className={c('page')}>
      <title>{words.title}</title>
      <a className={c('wide')} href="/">
        {words.back}
      </a>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <AsOf at={page.asOf} timeZone={told?.timeZone ?? null} />
      {told === null ? null : <All told={told} ask={ask} />}
      <p role="status" className={c('told')}>
        {sentence === '' ? null : sentence}
      </p>
    </main>
  )
}

type AllProps = { readonly told: NoticesTold; readonly ask: (command: Asked) => Promise<boolean> }

function All({ told, ask }: AllProps) {
  const { notices: words } = useWords()
  const { section, notSafe } = told
  return (
    <>
      <ShowLines told={told} ask={ask} />
      {section.notices.length === 0 ? <p>{words.none}</p> : null}
      {section.notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} told={told} ask={ask} />
      ))}
      <Before many={section.before.notices} />
      <OwnMatters told={told} ask={ask} />
      {notSafe === null ? null : <p className={c('warns')}>{notSafe}</p>}
      {section.mayWrite && notSafe === null ? <WriteNotice told={told} ask={ask} /> : null}
      <MatterPages told={told} ask={ask} />
    </>
  )
}
