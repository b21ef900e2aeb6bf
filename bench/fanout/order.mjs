// Reads what `strace` saw of a server and says whether every GO was synced to the disk before any screen was told.
//
//     GHOSTLIGHT_BENCH_TRACE=/tmp/trace node bench.mjs …/adapter.mjs closed --n=500 --go=100
//     node bench/fanout/order.mjs /tmp/trace
//
// Frames are numbered. Between the first byte of one GO's frame and the first byte of the next one's a sync of the log
// must have come back: the next GO was committed in that time, and not told before.

import { readFileSync } from 'node:fs'

const FRAME =
  /write\(\d+, ".*\{\\"t\\":\\"frame\\",\\"seq\\":(\d+),\\"prev\\":\d+,\\"sections\\":\{\\"(position|calling)/
const SYNCED = /(?:fsync|fdatasync)(?:\(\d+\)| resumed>.*\)) += 0/

const seen = new Set()
let syncs = 0
let syncsAtLast = 0
let gos = 0
const untimely = []
for (const line of readFileSync(process.argv[2] ?? '', 'utf8').split('\n')) {
  if (SYNCED.test(line)) syncs += 1
  const [, seq] = FRAME.exec(line) ?? []
  if (seq === undefined || seen.has(seq)) continue
  seen.add(seq)
  gos += 1
  if (syncs === syncsAtLast) untimely.push(seq)
  syncsAtLast = syncs
}
console.log(
  JSON.stringify({ framesOfGos: gos, syncs, toldBeforeSynced: untimely.length, which: untimely.slice(0, 5) }),
)
process.exit(gos > 0 && untimely.length === 0 ? 0 : 1)
