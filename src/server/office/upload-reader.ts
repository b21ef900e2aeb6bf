// Files that somebody chose are read beside everything else, each in a thread of its own with bounds of memory and time.

import { isPdf } from '../../formats/pdf/pages.ts'
import type { AsPasted } from '../../formats/sheet/as-pasted.ts'
import type { Clock } from '../clock/clock.ts'
import { inThread } from './bounded-thread.ts'
import { readPdf } from './pdf-reader.ts'
import type { TableWanted, Uploaded, UploadRead } from './uploaded.ts'

/** The largest play known to us takes two seconds on a slow laptop. */
const READ_MS_MAX = 20_000
/** Somebody chooses one file at a time; more than these at once are nobody’s. */
export const READS_MAX = 4

export type UploadReader = {
  /** Never rejects. */
  read(uploaded: Uploaded): Promise<UploadRead>
  /** The rows of a table in it, as they would have been pasted. Never rejects. */
  table(asked: TableWanted): Promise<AsPasted>
}

type Options = {
  readonly clock: Clock
  /** Another thread's file, for tests of one that dies or hangs. */
  readonly thread?: URL
  readonly msMax?: number
}

export function openUploadReader({
  clock,
  thread = threadFile(),
  msMax = READ_MS_MAX,
}: Options): UploadReader {
  let reading = 0
  const bounded = async <T>(asked: Uploaded | TableWanted): Promise<T | string> => {
    if (reading >= READS_MAX) return 'Other files are being read: wait for them and try again.'
    reading += 1
    const { source } = asked
    const pdf = isPdf(source.bytes) ? await readPdf(source.bytes, { clock }) : undefined
    const told = await inThread<T & object>(
      thread,
      { ...asked, source: { ...source, pdf } },
      { clock, msMax },
    )
    reading -= 1
    return told ?? TOO_MUCH
  }
  const refused = (message: string) => ({ ok: false, errors: [{ line: 1, column: 1, message }] }) as const
  return {
    read: async (uploaded) => {
      const told = await bounded<UploadRead>(uploaded)
      return typeof told === 'string' ? { ...refused(told), kind: 'play' } : told
    },
    table: async (asked) => {
      const told = await bounded<AsPasted>(asked)
      return typeof told === 'string' ? refused(told) : told
    },
  }
}

const TOO_MUCH = 'Reading this file took more time or memory than any play or list needs; it was given up.'

/** Beside this file, as TypeScript in the source and as JavaScript once built. */
const threadFile = (): URL =>
  new URL(`./upload-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.cjs'}`, import.meta.url)
