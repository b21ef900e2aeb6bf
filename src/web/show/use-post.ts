// The post as the server has it: asked for once, and every second while a mail is on its way.

import { useEffect, useState } from 'react'
import type { ReportSection } from '../../core/disclosure/lists.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { PostLetters, PostSettings, PostTold, RecipientRole } from '../../wire/post.ts'
import { words } from '../speech/speech.ts'
import { pageSentence, useRounds } from '../ui/use-rounds.ts'
import { askOffice, cameOf } from './office.ts'

const LOOK_MS = 1_000

type ListRead = { readonly role: RecipientRole; readonly sections: readonly ReportSection[] }

export type PostDesk = {
  readonly told: PostTold | null
  readonly asOf: Instant | null
  readonly refused: string | null
  /** Answers whether it was kept. */
  keep(settings: PostSettings, password: string | null): Promise<boolean>
  test(to: string): void
  /** As they would be sent; null until they were read, and again after what is sent was changed. */
  readonly letters: PostLetters | null
  /** `list`: one that is being put together, of which nothing is sent. */
  read(performance: number, list?: ListRead): void
  /** What that list would say. */
  readonly sample: PostLetters | null
  send(performance: number): void
}

const askPost = async (path: string, body?: unknown, signal?: AbortSignal) =>
  cameOf(await askOffice<PostTold>(path, body, signal))

export function usePost(): PostDesk {
  const [everyMs, pace] = useState<number | null>(null)
  const [unread, setUnread] = useState<string | null>(null)
  const [letters, setLetters] = useState<PostLetters | null>(null)
  const [sample, setSample] = useState<PostLetters | null>(null)
  const page = useRounds({ about: 'post', everyMs, ask: (signal) => askPost('post', undefined, signal) })
  const { told, asOf } = page
  useEffect(() => pace(told?.outcome?.state === 'sending' ? LOOK_MS : null), [told])
  const ask = async (path: string, body: unknown) => {
    setUnread(null)
    return (await page.press(() => askPost(path, body))).is === 'told'
  }
  const refused = unread ?? (pageSentence(page, { kept: '', failed: words().office.unreached }) || null)
  return {
    told,
    asOf,
    refused,
    letters,
    keep: (settings, password) => {
      setLetters(null)
      return ask('post-settings', { settings, password })
    },
    sample,
    read: (performance, list) =>
      void askOffice<PostLetters>('post-read', { performance, ...(list ? { list } : {}) }).then((answer) => {
        setUnread(answer.ok ? null : answer.sentence)
        const show = list ? setSample : setLetters
        show(answer.ok ? answer.value : null)
      }),
    test: (to) => void ask('post-test', { to }),
    send: (performance) => void ask('post-send', { performance, ...(letters ? { read: letters.read } : {}) }),
  }
}
