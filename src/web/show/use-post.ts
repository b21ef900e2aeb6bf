// The post as the server has it: asked for once, and every second while a mail is on its way.

import { useCallback, useEffect, useState } from 'react'
import type { ReportSection } from '../../core/disclosure/lists.ts'
import type { PostLetters, PostSettings, PostTold, RecipientRole } from '../../wire/post.ts'
import { askOffice } from './office.ts'

const LOOK_MS = 1_000

export type ListRead = { readonly role: RecipientRole; readonly sections: readonly ReportSection[] }

export type PostDesk = {
  readonly told: PostTold | null
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

export function usePost(): PostDesk {
  const [told, tell] = useState<PostTold | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  const [letters, setLetters] = useState<PostLetters | null>(null)
  const [sample, setSample] = useState<PostLetters | null>(null)
  const ask = useCallback(async (path: string, body?: unknown) => {
    const answer = await askOffice<PostTold>(path, body)
    refuse(answer.ok ? null : answer.sentence)
    if (answer.ok) tell(answer.value)
    return answer.ok
  }, [])
  const sending = told?.outcome?.state === 'sending'
  useEffect(() => {
    if (told === null) void ask('post')
    if (!sending) return
    const timer = setTimeout(() => void ask('post'), LOOK_MS)
    return () => clearTimeout(timer)
  }, [told, sending, ask])
  return {
    told,
    refused,
    letters,
    keep: (settings, password) => {
      setLetters(null)
      return ask('post-settings', { settings, password })
    },
    sample,
    read: (performance, list) =>
      void askOffice<PostLetters>('post-read', { performance, ...(list ? { list } : {}) }).then((answer) => {
        refuse(answer.ok ? null : answer.sentence)
        const show = list ? setSample : setLetters
        show(answer.ok ? answer.value : null)
      }),
    test: (to) => void ask('post-test', { to }),
    send: (performance) => void ask('post-send', { performance, ...(letters ? { read: letters.read } : {}) }),
  }
}
