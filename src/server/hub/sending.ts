// What each screen is sent of the board: what changed for it in one frame, what it missed, or the whole.

import type { Board } from './board.ts'
import type { HubOptions } from './hub-options.ts'
import { BUFFER_BYTES_MAX, frameParts, type Session, sendParts } from './session.ts'
import { SharedFrames } from './shared-frames.ts'

export class Sending {
  readonly #board: Board
  readonly #sessions: ReadonlySet<Session>
  readonly #options: Pick<HubOptions, 'boot' | 'stage'>
  /** So many sections cannot be worked out, as the desk was told. */
  #lost = 0

  constructor(board: Board, sessions: ReadonlySet<Session>, options: Pick<HubOptions, 'boot' | 'stage'>) {
    this.#board = board
    this.#sessions = sessions
    this.#options = options
  }

  /** To everybody whom one of these concerns. */
  changed(changed: ReadonlySet<string>): void {
    if (changed.size === 0) return
    const frames = new SharedFrames(changed)
    const now = this.#board.frame()
    // Another order: what is fixed for each has changed too, and frames are shared by what moves.
    const isShared = ![...changed].some((key) => this.#board.isFixed(key))
    const isLoss = this.#board.isLostSince([...changed], now - 1)
    for (const session of this.#sessions) {
      if (!session.ready) continue
      if (session.connection.buffered() > BUFFER_BYTES_MAX) session.behind = true
      if (session.behind || session.begins) continue
      if (isLoss && this.#board.isLostSince(session.keys, session.sent)) {
        this.whole(session)
        continue
      }
      const frame =
        isShared && session.upTo === now - 1
          ? frames.for(session, () => this.#frameSince(session))
          : this.#frameSince(session)
      session.upTo = now
      if (frame === null) continue
      sendParts(session, frame)
      session.sent = now
    }
    this.#tellLost()
  }

  /** Those that are counted are written by then, wherever they stand on the board. */
  #tellLost(): void {
    const lost = this.#board.lost()
    if (lost === this.#lost) return
    this.#lost = lost
    this.changed(this.#board.refresh(({ section }) => section === 'keeping'))
  }

  /** To a device that comes back, or has read on: all that it missed. */
  since(session: Session): void {
    if (this.#board.isLostSince(session.keys, session.sent)) {
      this.whole(session)
      return
    }
    const frame = this.#frameSince(session)
    // Nothing new still answers a hello: the device knows that it is up to date.
    sendParts(session, frame ?? frameParts(this.#board.frame(), session.sent, ['{}']))
    session.sent = session.upTo = this.#board.frame()
  }

  #frameSince(session: Session): readonly string[] | null {
    const sections = this.#board.sectionsSince(session.keys, session.sent)
    return sections === null ? null : frameParts(this.#board.frame(), session.sent, sections)
  }

  whole(session: Session): void {
    const sections = this.#board.sectionsSince(session.keys, -1) ?? ['{}']
    const { boot, stage } = this.#options
    const performance = stage.night()?.performance.id ?? ''
    const head = JSON.stringify({ t: 'snapshot', performance, boot, seq: this.#board.frame() })
    sendParts(session, [`${head.slice(0, -1)},"sections":`, ...sections, '}'])
    session.sent = session.upTo = this.#board.frame()
    session.behind = false
  }
}
