// The script of the card that is a page of its own: small, and the page is whole without it.

import { mountCard } from './card.ts'
import type { Shelf } from './store.ts'

/** Painted first, and only then anything of ours: nobody waits for a script to see the number. */
const PAINTED_MS_MAX = 400

function begin(): void {
  if (begun) return
  begun = true
  const root = document.querySelector<HTMLElement>('main.incident')
  if (root) mountCard(root, shelf())
}

/** Where a browser forbids even the asking, this page keeps what is written for as long as it is open. */
function shelf(): Shelf {
  try {
    return localStorage
  } catch {
    const kept = new Map<string, string>()
    return {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, text) => void kept.set(name, text),
      removeItem: (name) => void kept.delete(name),
    }
  }
}

let begun = false
requestAnimationFrame(() => setTimeout(begin))
// A page that nobody sees is never painted, and may still hold what waits for the house.
setTimeout(begin, PAINTED_MS_MAX)
