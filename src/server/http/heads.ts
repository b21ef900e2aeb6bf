// What a device keeps of where the record stood, and what becomes of it: for every device of the house.

import type { Viewer } from '../../core/disclosure/policy.ts'
import { speechOf } from '../../letters/speech.ts'
import { readHeads } from '../../wire/heads.ts'
import type { Signer } from '../heads/signer.ts'
import type { Stage } from '../hub/stage.ts'
import { refusal, type Said } from './incident.ts'

export const HEADS_PATH = '/api/heads'

type House = { readonly stage: Stage; readonly signer: Signer }

export async function takeHeads(
  { stage, signer }: House,
  viewer: Viewer | null,
  text: string,
): Promise<Said> {
  const { words } = speechOf(stage.night()?.plan.show.country ?? 'GB')
  if (viewer === null) return refusal(401, 'not-paired', words.care.notPaired)
  const kept = readHeads(text)
  if (kept === null) return refusal(400, 'wrong-message', 'This is nothing that is asked here.')
  return { status: 200, body: await signer.told(kept) }
}
