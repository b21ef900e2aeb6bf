// The book on the device: what was read of it last, and pictures of its pages within a bound, for when the house cannot be reached.

import type { BookLine } from '../../core/book/text.ts'
import type { BookPage, PagePicture } from '../../wire/book.ts'
import { readKept, writeKept } from '../link/keep.ts'

/** A score of four hundred pages, as they are drawn here; no phone misses it. */
export const KEPT_PICTURES_BYTES_MAX = 64 * 1024 * 1024

const [PAGE, LINES, PICTURES] = ['book', 'book-lines', 'book-pictures'] as const
const nameOf = (image: string): string => `book-picture-${image}`

/** What another version of this app kept is not read. */
const FORM = 1
const kept = async <T>(name: string): Promise<T | null> => {
  const told = await readKept(name)
  // `as`: nothing but this file writes under these names, and the form says which version of it did.
  const { form, value } = (told ?? {}) as { readonly form?: unknown; readonly value?: T }
  return form === FORM && value !== undefined ? value : null
}
const keep = (name: string, value: unknown): Promise<boolean> => writeKept(name, { form: FORM, value })

export type KeptBook = { readonly page: BookPage; readonly at: number }
type KeptLines = { readonly text: string; readonly lines: readonly BookLine[] }
export type KeptPicture = { readonly image: string; readonly bytes: number }

export const readBook = (): Promise<KeptBook | null> => kept<KeptBook>(PAGE)

/** What is no page of it any more goes with it. */
export async function keepBook(page: BookPage, at: number): Promise<void> {
  await keep(PAGE, { page, at } satisfies KeptBook)
  const images = new Set(page.pages.map(({ image }) => image))
  await inTurn(async () => {
    const index = await indexKept()
    const gone = index.filter(({ image }) => !images.has(image))
    if (gone.length > 0) await settle({ kept: index.filter(({ image }) => images.has(image)), gone })
  })
}

export const keepLines = (text: string, lines: readonly BookLine[]): Promise<boolean> =>
  keep(LINES, { text, lines } satisfies KeptLines)

export async function readLines(text: string): Promise<readonly BookLine[]> {
  const told = await kept<KeptLines>(LINES)
  return told?.text === text ? told.lines : []
}

export const readPicture = (image: string): Promise<PagePicture | null> => kept<PagePicture>(nameOf(image))

export const indexKept = async (): Promise<readonly KeptPicture[]> =>
  (await kept<readonly KeptPicture[]>(PICTURES)) ?? []

/** `near`: the pages around the one somebody is on, the nearest first: they go last. */
export const keepPicture = (image: string, picture: PagePicture, near: readonly string[]): Promise<void> =>
  inTurn(async () => {
    const come = { image, bytes: picture.data.length }
    const room = roomFor(await indexKept(), come, near)
    if (room.kept.includes(come) && !(await keep(nameOf(image), picture))) return
    await settle(room)
  })

/** Whoever may not see it any more keeps nothing of it. */
export const forgetBook = (): Promise<void> =>
  inTurn(async () => {
    for (const { image } of await indexKept()) await writeKept(nameOf(image), null)
    for (const name of [PAGE, LINES, PICTURES]) await writeKept(name, null)
  })

type Room = { readonly kept: readonly KeptPicture[]; readonly gone: readonly KeptPicture[] }

/** The one that comes is kept where there is room for it beside what lies nearer; the oldest of the others go first. */
export function roomFor(
  index: readonly KeptPicture[],
  come: KeptPicture,
  near: readonly string[],
  bytesMax = KEPT_PICTURES_BYTES_MAX,
): Room {
  const all = [...index.filter(({ image }) => image !== come.image), come]
  const places = new Map(near.map((image, at) => [image, at]))
  const placeOf = ({ image }: KeptPicture) => places.get(image) ?? Number.POSITIVE_INFINITY
  // Far before near, and of the far ones the oldest first.
  const leaving = all
    .map((one, age) => ({ one, age }))
    .sort((a, b) => placeOf(b.one) - placeOf(a.one) || a.age - b.age)
  let bytes = all.reduce((sum, one) => sum + one.bytes, 0)
  const gone = new Set<KeptPicture>()
  for (const { one } of leaving) {
    if (bytes <= bytesMax) break
    gone.add(one)
    bytes -= one.bytes
  }
  return { kept: all.filter((one) => !gone.has(one)), gone: [...gone] }
}

async function settle({ kept: left, gone }: Room): Promise<void> {
  await keep(PICTURES, left)
  for (const { image } of gone) await writeKept(nameOf(image), null)
}

/** One after another: each reads what the one before wrote. What cannot be kept is fetched from the house again. */
let last: Promise<unknown> = Promise.resolve()
function inTurn(run: () => Promise<void>): Promise<void> {
  const done = last.then(run).catch(() => undefined)
  last = done
  return done
}
