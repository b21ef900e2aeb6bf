// Asking the office: a plain request, answered with what was asked for or with why not, in a sentence.

import type { Finding, ShowBook } from '../../wire/office.ts'
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
export async function askOffice<T>(path: string, body?: unknown): Promise<Told<T>> {
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return answered<T>(() => fetch(`/api/office/${path}`, body === undefined ? {} : json))
}

/** A file as it is: no page in between reads it. */
export async function sendFile<T>(path: string, file: Blob): Promise<Told<T>> {
  const headers = { 'content-type': 'application/octet-stream' }
  return answered<T>(() => fetch(`/api/office/${path}`, { method: 'POST', headers, body: file }))
}

/** Saved where this browser saves what it is given; else why there is nothing to save. */
export async function saveFile(path: string): Promise<string | null> {
  const answer = await fetch(`/api/office/${path}`).catch(() => null)
  if (answer === null) return words().office.unreached
  const name = /filename="([^"]*)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  if (!answer.ok || name === undefined) {
    const told = await answered<object>(() => Promise.resolve(answer))
    return told.ok ? null : told.sentence
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name
  link.click()
  // The browser has its own hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  return null
}

async function answered<T>(ask: () => Promise<Response>): Promise<Told<T>> {
  try {
    const answer = await ask()
    const told: unknown = await answer.json()
    if (answer.ok) return { ok: true, value: told as T }
    const { refusal } = told as {
      refusal?: { code?: string; sentence?: string; findings?: readonly Finding[] }
    }
    return {
      ok: false,
      code: refusal?.code ?? '',
      sentence: refusal?.sentence ?? words().office.unreached,
      findings: refusal?.findings ?? [],
    }
  } catch {
    return { ok: false, code: '', sentence: words().office.unreached, findings: [] }
  }
}

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
