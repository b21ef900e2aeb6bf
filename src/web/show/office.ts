// Asking the office: a plain request, answered with what was asked for or with why not, in a sentence.

import type { Finding, ShowBook } from '../../wire/office.ts'
import { readAnswer } from '../answers/read-answer.ts'
import type { Came } from '../answers/rounds.ts'
import { words } from '../speech/speech.ts'

export type Told<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly code: string
      readonly sentence: string
      readonly findings: readonly Finding[]
    }

/** `as` at its end: our own server, which builds its answers from the same types. */
export async function askOffice<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<Told<T>> {
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return answered<T>(
    fetch(`/api/office/${path}`, { ...(body === undefined ? {} : json), ...(signal && { signal }) }),
  )
}

/** The same for a page that asks again and again. */
export function cameOf<T>(told: Told<T>): Came<T> {
  if (told.ok) return { is: 'told', told: told.value }
  const { code, sentence } = told
  return { is: code === '' ? 'unreached' : code === 'not-paired' ? 'out' : 'refused', sentence }
}

/** A file as it is: no page in between reads it. */
export async function sendFile<T>(path: string, file: Blob): Promise<Told<T>> {
  const headers = { 'content-type': 'application/octet-stream' }
  return answered<T>(fetch(`/api/office/${path}`, { method: 'POST', headers, body: file }))
}

/** Saved where this browser saves what it is given; else why there is nothing to save. */
export async function saveFile(path: string): Promise<string | null> {
  const answer = await fetch(`/api/office/${path}`).catch(() => null)
  if (answer === null) return words().office.unreached
  const name = /filename="([^"]*)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  if (!answer.ok || name === undefined) {
    const told = await answered<object>(Promise.resolve(answer))
    return told.ok ? null : told.sentence
  }
  const file = await answer.blob().catch(() => null)
  if (file === null) return words().frame.spoilt
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has its own hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  return null
}

async function answered<T>(asked: Promise<Response>): Promise<Told<T>> {
  const { status, told, came, sentence, isSpoilt } = await readAnswer<object>(asked, [])
  // `as`: see `askOffice`.
  if (told !== null) return { ok: true, value: told as T }
  const { office, frame } = words()
  const refusal = refusalIn(came)
  const why = sentence ?? (isSpoilt && status !== 0 ? frame.spoilt : office.unreached)
  return { ok: false, code: refusal?.code ?? '', sentence: why, findings: refusal?.findings ?? [] }
}

type Refusal = { readonly code?: string; readonly findings?: readonly Finding[] }

/** `as`: our own server again. */
const refusalIn = (came: unknown): Refusal | undefined =>
  typeof came === 'object' && came !== null && 'refusal' in came
    ? ((came.refusal ?? {}) as Refusal)
    : undefined

/** `done`: between which two versions an edit lies; it is taken back by them. */
export type BookAnswer = {
  readonly show: ShowBook | null
  readonly done?: { readonly before: string; readonly after: string } | null
}

/** `crypto.randomUUID` is missing where the page came over plain HTTP. */
export const freshKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
