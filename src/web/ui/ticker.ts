// One timer for every clock on the screen, so that all of them turn over together.

import { useEffect, useState } from 'react'
import type { Link } from '../link/socket.ts'
import { useLink, wallTime } from '../link/store.ts'

const tickers = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | null = null

/** Calls `tick` just after each full second of the server's clock. */
export function everySecond(link: Link, tick: () => void): () => void {
  tickers.add(tick)
  if (timer === null) schedule(link)
  return () => {
    tickers.delete(tick)
  }
}

function schedule(link: Link): void {
  const now = wallTime(link)
  timer = setTimeout(
    () => {
      for (const tick of tickers) tick()
      schedule(link)
    },
    now === null ? 250 : 1_005 - (now % 1_000),
  )
}

/** Draws the component again each second; only for screens that are little more than their clock. */
export function useEverySecond(): void {
  const link = useLink()
  const [, turn] = useState(0)
  useEffect(() => everySecond(link, () => turn((count) => count + 1)), [link])
}
