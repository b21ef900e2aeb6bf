// The hand-over sheet as one printed page, made by the house; where it cannot be reached the sheet on the screen is printed.

import { SAID_MAX } from '../../core/incident/incident.ts'
import type { Order } from '../../core/incident/sheet.ts'
import { deliverOnce } from './deliver.ts'
import { KEPT_MAX, readKept, type Shelf, waitingOf } from './store.ts'
import type { CardTexts } from './texts.ts'

/** A page of paper is a second's work; a house that is busy with others may need some. */
const MADE_MS_MAX = 20_000

type Asked = {
  readonly root: Element
  readonly shelf: Shelf
  readonly order: Order
  readonly texts: CardTexts
  /** Another than the one that is open here. */
  readonly other?: { readonly id: string; readonly drill: boolean } | undefined
}

/** What was written here goes to the house first: the page is made of what is there. */
export async function askForPage({ root, shelf, order, texts, other }: Asked): Promise<void> {
  const [note, ready] = [
    part(root, 'page-note'),
    root.querySelector<HTMLAnchorElement>('a[data-part=page-ready]'),
  ]
  if (!note || !ready) return
  show(note, ready, null)
  note.textContent = texts.page.making
  await deliverAll(shelf)
  const current = other ?? readKept(shelf).current
  const page = current && (await pageOf({ incident: current.id, drill: current.drill, order, paper: null }))
  if (page === null || typeof page === 'string') note.textContent = page ?? texts.page.notMade
  else show(note, ready, page)
}

async function deliverAll(shelf: Shelf): Promise<void> {
  for (let round = 0; round <= KEPT_MAX / SAID_MAX; round += 1) {
    const before = waitingOf(readKept(shelf)).length
    if (before === 0 || waitingOf(await deliverOnce(shelf, Date.now)).length === before) return
  }
}

/** The page; else why there is none, in the house's words; null where the house does not answer. */
async function pageOf(asked: object): Promise<Blob | string | null> {
  try {
    const answer = await fetch('/api/hand-over', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(MADE_MS_MAX),
      body: JSON.stringify(asked),
    })
    if (answer.ok) return await answer.blob()
    // `as`: a refusal of this house has a sentence; anything else has none and says nothing.
    const said = (await answer.json()) as { readonly refusal?: { readonly sentence?: string } }
    return said.refusal?.sentence ?? null
  } catch {
    return null
  }
}

/** The link stands where the note stood: nothing moves under a finger. */
function show(note: HTMLElement, ready: HTMLAnchorElement, page: Blob | null): void {
  if (ready.href !== '') URL.revokeObjectURL(ready.href)
  if (page === null) ready.removeAttribute('href')
  else ready.href = URL.createObjectURL(page)
  ready.hidden = page === null
  note.hidden = page !== null
}

const part = (root: Element, name: string): HTMLElement | null => root.querySelector(`[data-part="${name}"]`)
