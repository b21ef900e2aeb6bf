// The post as the server has it: asked for once, and every second while a mail is on its way.

import { useCallback, useEffect, useState } from 'react'
import type { PostSettings, PostTold } from '../../wire/post.ts'
import { askOffice } from './office.ts'

const LOOK_MS = 1_000

export type PostDesk = {
  readonly told: PostTold | null
  readonly refused: string | null
  /** Answers whether it was kept. */
  keep(settings: PostSettings, password: string | null): Promise<boolean>
  test(to: string): void
  send(performance: number): void
}

export function usePost(): PostDesk {
  const [told, tell] = useState<PostTold | null>(null)
  const [refused, refuse] = useState<string | null>(null)
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
    keep: (settings, password) => ask('post-settings', { settings, password }),
    test: (to) => void ask('post-test', { to }),
    send: (performance) => void ask('post-send', { performance }),
  }
}
