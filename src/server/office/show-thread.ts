// The thread where a changed show is written as its file and looked at: on the server’s own, a GO would wait for it.

import { parentPort } from 'node:worker_threads'
import { must } from '../../core/kit/assert.ts'
import { wholeOf } from '../../formats/show-file/show-text.ts'
import { checkedShow, type HeldShow, heldShow, nextShow } from './checked-show.ts'
import type { AskedOfThread, ToldByThread } from './show-check.ts'

let held: HeldShow | null = null

function answer(asked: AskedOfThread): ToldByThread {
  switch (asked.do) {
    case 'check':
      return { done: 'checked', checked: checkedShow(asked.show) }
    case 'hold':
      held = heldShow(asked.hash, asked.kept)
      return { done: 'held', is: held !== null }
    case 'next': {
      if (held?.hash !== asked.on) return { done: 'unknown' }
      const next = nextShow(held, asked.change)
      if (next.ok) held = next.value[0]
      return { done: 'next', next: next.ok ? { ok: true, value: next.value[1] } : next }
    }
    case 'text':
      return held?.hash === asked.hash ? { done: 'text', text: wholeOf(held.text) } : { done: 'unknown' }
    default:
      return asked satisfies never
  }
}

const line = must(parentPort, 'shows are checked in a thread of their own')
// As at the edge: show-check.ts is the only one who starts this file.
line.on('message', (asked: AskedOfThread) => line.postMessage(answer(asked)))
