// Which streams have lost something, and whether anything may still be written into their file.

import { type Loss, lossOf, unlessDamaged } from './loss.ts'
import { streamsOf } from './rewrite.ts'
import type { Driver } from './rows.ts'
import { fileFault } from './scan.ts'
import type { Losses } from './side.ts'
import { epochOf } from './store.ts'

export function lossesIn(source: Driver): Losses {
  const losses: Loss[] = []
  let broken = fileFault(source) !== null
  for (const stream of streamsOf(source)) {
    const { loss, tornEnd } = lossOf(source, stream)
    if (loss !== null) losses.push(loss)
    // An owner that is not as it was written would refuse whatever is written.
    broken ||= tornEnd || unlessDamaged(() => epochOf(source, stream), 0) === 0
  }
  return { losses, broken }
}
