// A press at the desk makes the house's authority: nothing of it is written in the record.

import { may, type Viewer } from '../../core/disclosure/policy.ts'
import type { Answer } from '../../wire/messages.ts'
import type { SecureLine } from '../../wire/way-in.ts'

export type Securing = {
  /** How the way in with a certificate stands, for those who let devices in. */
  readonly line: () => SecureLine
  /** Makes the authority where there is none, and opens that way. Throws what is wrong, in a sentence. */
  readonly make: () => Promise<void>
}

export async function makeCertificate(securing: Securing | undefined, by: Viewer): Promise<Answer> {
  if (!may(by, 'pair devices')) return refused('not-yours', 'A stage manager makes the certificate.')
  if (!securing) return refused('no-certificate', 'This server has no way in with a certificate.')
  try {
    await securing.make()
    return { ok: true, seq: 0 }
  } catch (error) {
    return refused('no-certificate', error instanceof Error ? error.message : String(error))
  }
}

const refused = (code: string, sentence: string): Answer => ({ ok: false, refusal: { code, sentence } })
