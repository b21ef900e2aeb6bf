// The thread where a changed show is written as its file and read back: on the server's own, a GO would wait for it.

import { parentPort } from 'node:worker_threads'
import { must } from '../../core/kit/assert.ts'
import type { Show } from '../../core/show/show.ts'
import { checkedShow } from './checked-show.ts'

const line = must(parentPort, 'shows are checked in a thread of their own')
// As at the edge: show-check.ts is the only one who starts this file.
line.on('message', (show: Show) => line.postMessage(checkedShow(show)))
