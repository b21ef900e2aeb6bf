// Pages of one’s own, a score or a scanned script, and the points on them that something is called at.

import type { Anchor, ItemId, Show } from './show.ts'

/** As many are in one book: a long score with its inserts is half of it. */
export const OWN_PAGES_MAX = 600

/** Its picture lies beside the show, under the hash of what it holds: a version of the show stays small. */
export type OwnPage = {
  readonly id: string
  /** As it is printed: "47", "47a", "insert 2". */
  readonly label: string
  readonly image: string
  /** The item that begins on it; where none does, that of the page before goes on. */
  readonly item?: ItemId | undefined
}

/** What the caller goes by there. */
export const pointKinds = ['point', 'word', 'bar', 'count', 'visual'] as const
export type PointKind = (typeof pointKinds)[number]

/** A place on a page: shares of its width and height, from its upper left corner. */
export type PagePoint = {
  readonly page: string
  readonly x: number
  readonly y: number
  readonly by: PointKind
  /** The word, the bar, the count or what is seen; empty of a mere point. */
  readonly said: string
}

type Told = Pick<Show, 'pages' | 'items' | 'editions'>

/** Systems of a score, and lines of a page, are told apart by such a share of its height. */
const LINES_A_PAGE = 25
const BAR_LENGTH_MAX = 20

/** In the order in which they are read: by page, down it, and along the line. */
export function comparePoints({ pages = [] }: Pick<Show, 'pages'>, one: PagePoint, other: PagePoint): number {
  const page = ({ page: id }: PagePoint) => pages.findIndex((own) => own.id === id)
  const line = ({ y }: PagePoint) => Math.floor(y * LINES_A_PAGE)
  return page(one) - page(other) || line(one) - line(other) || one.x - other.x || one.y - other.y
}

/** The last that began by then; before any does, what is played first. Null where nothing is. */
export function itemOfPage({ pages = [], items, editions }: Told, page: string): ItemId | null {
  const index = pages.findIndex(({ id }) => id === page)
  const begun = pages.slice(0, index + 1).findLast(({ item }) => item !== undefined)?.item
  const order = editions[0]?.items ?? items.map(({ id }) => id)
  const played = order.filter((id) => items.find((one) => one.id === id)?.kind !== 'interval')
  return (index === -1 ? undefined : begun) ?? played[0] ?? null
}

/** A point of the plan there. When it comes is guessed by its order: paper has no clock. */
export function pointAnchor(show: Told, at: PagePoint): Anchor | null {
  const page = (show.pages ?? []).find(({ id }) => id === at.page)
  const item = page && itemOfPage(show, page.id)
  if (!page || !item) return null
  const said = at.said.trim()
  const bar = at.by === 'bar' && said.length <= BAR_LENGTH_MAX
  const called = said === '' ? {} : bar ? { bar: said } : { line: said }
  const point = { ...at, x: fourth(at.x), y: fourth(at.y), said }
  return { item, seconds: 0, guessed: true, ...called, page: page.label, point }
}

const fourth = (share: number): number => Math.round(share * 10_000) / 10_000
