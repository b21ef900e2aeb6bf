// A PDF that somebody brings as a script: opened in a thread of its own, and given up where it takes too much.

import type { PdfText } from '../../formats/pdf/pages.ts'
import type { Clock } from '../clock/clock.ts'
import { inThread } from './bounded-thread.ts'

/** A script of two hundred pages takes two seconds on a slow laptop. */
const PDF_MS_MAX = 30_000

type Options = { readonly clock: Clock; readonly msMax?: number }

/** Never rejects. */
export async function readPdf(bytes: Uint8Array, { clock, msMax = PDF_MS_MAX }: Options): Promise<PdfText> {
  const told = await inThread<PdfText>(threadFile(), bytes, { clock, msMax })
  const message = 'Reading this PDF took more time or memory than any script needs; it was given up.'
  return told ?? { ok: false, page: 1, message }
}

/** Beside this file, as TypeScript in the source and as JavaScript once built. */
const threadFile = (): URL =>
  new URL(`./pdf-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.cjs'}`, import.meta.url)
