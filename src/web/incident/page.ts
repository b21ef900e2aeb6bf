// The script of the card that is a page of its own: small, and the page is whole without it.

import { CARD_OPENED } from '../worker/said.ts'
import { mountCard } from './card.ts'
import { ownShelf } from './own-shelf.ts'

/** Painted first, and only then anything of ours: nobody waits for a script to see the number. */
const PAINTED_MS_MAX = 400

function begin(): void {
  if (begun) return
  begun = true
  const root = document.querySelector<HTMLElement>('main.incident')
  if (root) mountCard(root, ownShelf())
  navigator.serviceWorker?.controller?.postMessage(CARD_OPENED)
}

let begun = false
requestAnimationFrame(() => setTimeout(begin))
// A page that nobody sees is never painted, and may still hold what waits for the house.
setTimeout(begin, PAINTED_MS_MAX)
