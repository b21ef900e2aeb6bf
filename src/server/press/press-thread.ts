// The thread of the press: one job, one answer, and it ends.

import { parentPort, workerData } from 'node:worker_threads'
import { must } from '../../core/kit/assert.ts'
import type { PressJob } from './job.ts'
import { makePdf } from './make-pdf.ts'
import { TooLong } from './pen.ts'
import type { Printed } from './press.ts'

async function print(job: PressJob): Promise<Printed> {
  try {
    return { ok: true, ...(await makePdf(job)) }
  } catch (error) {
    if (error instanceof TooLong) return { ok: false, sentence: error.message }
    throw error
  }
}

const line = must(parentPort, 'the press runs in a thread of its own')
// As at the edge: press.ts is the only one who starts this file.
void print(workerData as PressJob).then((printed) => line.postMessage(printed))
