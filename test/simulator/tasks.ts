// Whose a note became: read by hand from the events, for whoever must see to it reads it too.

import type { StoredEvent } from '../../src/server/log/log.ts'
import { MARKS } from './little-show.ts'

type Given = { readonly task: string; readonly owner: { readonly department?: string } | null }

export class Tasks {
  /** Mark and department. */
  readonly #entrusted = new Set<string>()

  isEntrusted(mark: string, department: string): boolean {
    return this.#entrusted.has(`${mark} ${department}`)
  }

  /** `stream`: the events of its performance up to this one. */
  take(event: StoredEvent, stream: readonly StoredEvent[]): void {
    if (event.type !== 'task.given' && event.type !== 'task.carried') return
    // `as`: what these two events have in common.
    const { task, owner } = event.body as unknown as Given
    const department = owner?.department
    if (department === undefined) return
    for (const [, mark = ''] of wordsOf(task, stream).matchAll(MARKS))
      this.#entrusted.add(`${mark} ${department}`)
  }
}

/** "14-3": carried over into this performance, or the third note of it. */
function wordsOf(task: string, stream: readonly StoredEvent[]): string {
  const carried = stream.find(
    ({ type, body }) => type === 'task.carried' && (body as unknown as Given).task === task,
  )
  const written = stream.filter(({ type }) => type === 'note.written')[Number(task.split('-')[1]) - 1]
  return textOf(carried ?? written)
}

function textOf(event: StoredEvent | undefined): string {
  const detail = event?.detail.state === 'kept' ? event.detail.value : null
  // `as`: what both events keep beside them; a note also who wrote it, in the same part.
  const kept = detail as { readonly text?: string; readonly own?: { readonly text?: string } } | null
  return kept?.own?.text ?? kept?.text ?? ''
}
