// What can be asked of the office over a plain request: who may, how much may be sent, and what is answered.

import type { Viewer } from '../../core/disclosure/policy.ts'
import type { Refusal } from '../../core/kit/result.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { Finding } from '../../wire/office.ts'
import type { OwnerAnswer } from '../owner/owner.ts'

export type OfficeRequest = {
  readonly viewer: Viewer
  /** As letters; empty where a file’s bytes are none. */
  readonly body: string
  readonly bytes: Uint8Array
  readonly query: URLSearchParams
  readonly now: Instant
}

type Said = { readonly status: number; readonly said: unknown }

/** A `file` is sent as one to keep, under its name. */
export type OfficeAnswer =
  | Said
  | {
      readonly status: 200
      readonly file: string | Buffer
      readonly name: string
      readonly type: string
      /** The same file with the words of which copy it is; absent where the kind of file has no place for them. */
      readonly signed?: (words: string) => string | Buffer
    }

export type Deed = {
  readonly method: 'GET' | 'POST'
  /** `file`: the bytes of a file as they are; `json`: a message. */
  readonly takes: 'json' | 'file'
  readonly bytesMax: number
  /** Who may ask for it, where that is not only whoever edits the show. */
  readonly may?: (viewer: Viewer) => boolean
  /** What everybody else is told. */
  readonly whose?: string
  readonly run: (request: OfficeRequest) => OfficeAnswer | Promise<OfficeAnswer>
}

export type Deeds = ReadonlyMap<string, Deed>

export const said = (what: unknown): Said => ({ status: 200, said: what })

export const refusedWith = (refusal: Refusal, findings?: readonly Finding[]): Said => ({
  status: 409,
  said: { refusal: findings === undefined ? refusal : { ...refusal, findings } },
})

export const refuse = (code: string, sentence: string, findings?: readonly Finding[]): Said =>
  refusedWith({ code, sentence }, findings)

/** What came of a command, where it did not come off. */
export const notDone = (answer: Exclude<OwnerAnswer, { ok: true }>): Said =>
  'refusal' in answer
    ? refusedWith(answer.refusal)
    : { status: 503, said: { refusal: { code: 'failure', sentence: answer.failure } } }
