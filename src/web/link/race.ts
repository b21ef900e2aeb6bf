// Tries several ways to the server at once, a little apart; the first that opens is taken, the others are let go.

import { LIVE_PROTOCOL } from '../../wire/protocol.ts'
import type { Way } from './reach.ts'

/** The second way is tried so soon after the first, and so on: where the first works no other is opened. */
const APART_MS = 300
/** An address that nobody has any more answers nothing: where there are others, all are tried anew after this. */
const TRY_MS_MAX = 4_000

export type Race = { cancel(): void }

/** `won` or `lost` is called once, unless it is cancelled. */
export function race(
  ways: readonly Way[],
  { won, lost }: { readonly won: (socket: WebSocket, way: Way) => void; readonly lost: () => void },
): Race {
  const open = new Set<WebSocket>()
  const timers: ReturnType<typeof setTimeout>[] = []
  let left = ways.length
  let over = false
  const end = (keep: WebSocket | null) => {
    over = true
    for (const timer of timers) clearTimeout(timer)
    for (const socket of open) if (socket !== keep) socket.close()
  }
  const failed = (socket: WebSocket) => {
    if (over || !open.delete(socket)) return
    left -= 1
    if (left > 0) return
    end(null)
    lost()
  }
  const start = (way: Way) => {
    const socket = socketTo(way)
    open.add(socket)
    socket.onopen = () => {
      if (over) return
      end(socket)
      won(socket, way)
    }
    socket.onclose = () => failed(socket)
    if (ways.length === 1) return
    const giveUp = () => {
      socket.close()
      failed(socket)
    }
    timers.push(setTimeout(giveUp, TRY_MS_MAX))
  }
  for (const [index, way] of ways.entries()) {
    if (index === 0) start(way)
    else timers.push(setTimeout(() => start(way), index * APART_MS))
  }
  return { cancel: () => end(null) }
}

function socketTo({ url, pass }: Way): WebSocket {
  const socket = pass === null ? new WebSocket(url) : new WebSocket(url, [LIVE_PROTOCOL, pass])
  socket.binaryType = 'arraybuffer'
  return socket
}
