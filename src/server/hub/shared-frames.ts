// One change, one text for all to whom the same of it concerns: found by what changed, not by who they are.

import type { Session } from './session.ts'

type Frame = readonly string[] | null
type Node = { frame: Frame | undefined; readonly next: Map<string, Node> }

const fresh = (): Node => ({ frame: undefined, next: new Map() })

/** For sessions that have been sent everything before this change. */
export class SharedFrames {
  readonly #changed: ReadonlySet<string>
  /** A frame names the one before it: those who were sent another one last are sent another text. */
  readonly #bySent = new Map<number, Node>()

  constructor(changed: ReadonlySet<string>) {
    this.#changed = changed
  }

  for({ moving, sent }: Session, write: () => Frame): Frame {
    let node = within(this.#bySent, sent)
    for (const key of moving) if (this.#changed.has(key)) node = within(node.next, key)
    if (node.frame === undefined) node.frame = write()
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
