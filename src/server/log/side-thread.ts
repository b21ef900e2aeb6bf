// The thread of `side.ts`: one task, one answer, and it ends.

import { parentPort, workerData } from 'node:worker_threads'
import { must } from '../../core/kit/assert.ts'
import { copyWhole, countAhead } from './backup.ts'
import { copyStream } from './copy.ts'
import { openNodeDriver } from './driver.ts'
import { lossesIn } from './losses.ts'
import { rewrite } from './rewrite.ts'
import type { Driver } from './rows.ts'
import { verifyAll } from './scan.ts'
import { checkFile, checkStrangers } from './schema.ts'
import type { Results, Task, Told } from './side.ts'
import { wrongOf } from './trouble.ts'

function tell(task: Task): Told {
  try {
    return { ok: true, result: work(task) }
  } catch (error) {
    const wrong = wrongOf(error)
    if (task.do !== 'verify' || wrong.kind !== 'damaged') return { ok: false, wrong }
    // Too damaged to be looked through: that is what was asked.
    const { stream, seq, what } = wrong
    const nothing = { performances: 0, events: 0, erased: 0 }
    return { ok: true, result: { ok: false, ...nothing, firstBad: { stream, seq, what } } }
  }
}

function work(task: Task): Results[keyof Results] {
  if (task.do === 'backup') return copyWhole(task.file, task.target, task.mark)
  const source = openNodeDriver(task.file, true)
  try {
    // One transaction: what is written meanwhile is not seen, so nothing is half seen.
    source.exec('BEGIN')
    checkFile(source)
    return beside(source, task)
  } finally {
    source.close()
  }
}

function beside(source: Driver, task: Exclude<Task, { do: 'backup' }>): Results[keyof Results] {
  switch (task.do) {
    case 'ahead':
      return countAhead(source, task.other)
    case 'verify':
      checkStrangers(source)
      return verifyAll(source)
    case 'export':
      return copyStream(source, task.stream, task.target)
    case 'losses':
      return lossesIn(source)
    case 'rewrite':
      rewrite(source, task.target)
      return null
    default:
      return task satisfies never
  }
}

const line = must(parentPort, 'long work runs in a thread of its own')
// As at the edge: side.ts is the only one who starts this file.
line.postMessage(tell(workerData as Task))
