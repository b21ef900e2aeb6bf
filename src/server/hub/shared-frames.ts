// One change, one text for all to whom the same of it concerns: found by what changed, not by who they are.

import type { Session } from './session.ts'

type Frame = readonly string[] | null
type Node = { frame: Frame | undefined; readonly next: Map<string, Node> }

const fresh = (): Node => ({ frame: undefined, next: new Map() })

/** Kinds of screen that are kept; where there are more, those that are placed later are asked one by one. */
export const KINDS_MAX = 4_000

/** The keys of a screen as one set for all screens that have the same: five hundred of them are a dozen kinds. */
export class Kinds {
  readonly #known = new Map<string, ReadonlySet<string>>()

  of(keys: readonly string[]): ReadonlySet<string> {
    const name = keys.join('\n')
    const known = this.#known.get(name)
    if (known) return known
    const kind: ReadonlySet<string> = new Set(keys)
    if (this.#known.size < KINDS_MAX) this.#known.set(name, kind)
    return kind
  }

  clear(): void {
    this.#known.clear()
  }
}

/** For sessions that have been sent everything before this change. */
export class SharedFrames {
  readonly #changed: ReadonlySet<string>
  /** A frame names the one before it: those who were sent another one last are sent another text. */
  readonly #bySent = new Map<number, Node>()
  readonly #byKind = new Map<ReadonlySet<string>, { readonly sent: number; readonly frame: Frame }>()

  constructor(changed: ReadonlySet<string>) {
    this.#changed = changed
  }

  for({ moving, sent }: Pick<Session, 'moving' | 'sent'>, write: () => Frame): Frame {
    const known = this.#byKind.get(moving)
    if (known?.sent === sent) return known.frame
    let node = within(this.#bySent, sent)
    for (const key of this.#changed) if (moving.has(key)) node = within(node.next, key)
    if (node.frame === undefined) node.frame = write()
    this.#byKind.set(moving, { sent, frame: node.frame })
    return node.frame
  }
}

function within<Key>(nodes: Map<Key, Node>, key: Key): Node {
  const known = nodes.get(key)
  if (known) return known
  const node = fresh()
  nodes.set(key, node)
  return node
}
