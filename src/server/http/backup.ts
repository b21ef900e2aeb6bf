// A copy of the whole record to the browser of whoever runs stage management: made, sent, and gone from here again.

import { createReadStream, rmSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Clock } from '../clock/clock.ts'

/** A copy that was made and read back; it is removed once it was sent. */
type TakenCopy = { readonly file: string; readonly name: string; readonly bytes: number }
/** `mark`: what stands in it of which copy it is. */
export type TakeCopy = (mark: string | null) => Promise<TakenCopy>

/** A download that takes nothing for so long has stalled: it is ended, so that the next one can begin. */
export const STALLED_MS = 30_000

/** One after the other: a copy is as large as the record. */
let sending = false

/** False where another one is on its way. Never rejects once the head is sent. */
export async function sendCopy(
  take: TakeCopy,
  headers: Readonly<Record<string, string>>,
  response: ServerResponse,
  clock: Clock,
): Promise<boolean> {
  if (sending) return false
  sending = true
  try {
    const { file, name, bytes } = await take(null)
    try {
      response.writeHead(200, {
        ...headers,
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Content-Length': String(bytes),
        'Cache-Control': 'no-store',
      })
      await sent(file, response, clock)
    } finally {
      rmSync(file, { force: true })
    }
    return true
  } finally {
    sending = false
  }
}

/** Ends without a word where the other side is gone, or takes nothing any more. */
async function sent(file: string, response: ServerResponse, clock: Clock): Promise<void> {
  const source = createReadStream(file)
  // Where the other side is gone before it begins, nobody else hears that the file is gone by then too.
  source.on('error', () => undefined)
  let [taken, stop] = [0, () => {}]
  const watch = () => {
    stop = clock.after(STALLED_MS, () => {
      if (source.bytesRead === taken) return void response.destroy()
      taken = source.bytesRead
      watch()
    })
  }
  watch()
  // Whoever fetched it sees that it broke off.
  await pipeline(source, response).catch(() => undefined)
  stop()
}
