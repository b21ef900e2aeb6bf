// The show is edited during a night: the same cues in other words, which tonight takes where it may.

import type { Viewer } from '../../src/core/disclosure/policy.ts'
import { planOf } from '../../src/core/night/night.ts'
import type { Show } from '../../src/core/show/show.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { writeShowFile } from '../../src/formats/show-file/write.ts'
import type { Stage } from '../../src/server/hub/stage.ts'
import { textHash } from '../../src/server/log/chain.ts'
import type { Reference } from './reference.ts'

export type Written = { readonly text: string; readonly show: Show }

/** Through the real writer and reader: what is played is what the file says. */
export function written(made: Show): Written {
  const text = writeShowFile(made)
  const reading = readShowFile(text)
  if (!reading.ok) throw new Error(`the little show cannot be read: ${reading.errors[0]?.message}`)
  return { show: reading.show, text }
}

export class Editing {
  readonly #reference: Reference
  readonly #shows = new Map<string, Show>()
  readonly #title: string

  constructor(reference: Reference, first: Written) {
    this.#reference = reference
    this.#title = first.show.title
    this.#publish(first)
  }

  show(text: string): Show | null {
    return this.#shows.get(text) ?? null
  }

  /** Publishes another version; tonight takes it by itself before its calls begin. */
  edit(stage: Stage, by: Viewer, command: string): Promise<unknown> {
    const change = (before: Show) => {
      const next = `version ${this.#shows.size + 1}`
      const cues = before.cues.map((cue) => ({
        ...cue,
        title: `${cue.title.replace(/ version .*/, '')} ${next}`,
      }))
      const version = written({ ...before, title: `${this.#title}, ${next}`, cues })
      const hash = this.#publish(version)
      const plan = planOf(version.show)
      for (const asked of [false, true])
        this.#reference.takes({ by, madeAt: 0, command: { name: 'show.take', show: hash, plan, asked } })
      return { ok: true, value: version } as const
    }
    return stage.edit(change, by, command)
  }

  #publish({ text, show }: Written): string {
    const hash = textHash(text)
    this.#shows.set(text, show)
    this.#reference.published(hash, planOf(show))
    return hash
  }
}
