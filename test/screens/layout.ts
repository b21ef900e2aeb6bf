// What a person would trip over, read from the page itself: text cut off, text over text, targets too small.

import type { Page } from 'playwright-core'

export type Layout = {
  /** Cut off without an ellipsis, or outside its own control. */
  readonly clipped: readonly string[]
  /** Two texts in one place. */
  readonly overlapping: readonly string[]
  /** Ends in an ellipsis: allowed, but counted. */
  readonly shortened: readonly string[]
  /** Lower or narrower than a finger. */
  readonly small: readonly string[]
}

type Edges = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
/** One line of one text, with what is left of it after all that scrolls or hides around it. */
type Text = {
  readonly words: string
  readonly element: Element
  readonly box: Edges
  readonly lost: 'no' | 'ellipsis' | 'cut'
}

/** The functions below are sent to the page as they stand, so each uses only these and the page. */
const inThePage = [
  nameOf,
  parentsOf,
  isShown,
  hides,
  isCovered,
  isUnder,
  linesOf,
  within,
  scrollEdgeOf,
  spills,
  overlaps,
  smallOf,
  measure,
]

/** Measured as it was painted: what a screen hides for want of room, it hides with the frame after the change. */
export const layoutOf = (page: Page, touchMin: number): Promise<Layout> =>
  page.evaluate(`(async () => {
    ${inThePage.map(String).join('\n')}
    const painted = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))
    await painted()
    return measure(${touchMin})
  })()`)

function measure(touchMin: number): Layout {
  const lines = linesOf()
  const seen = lines.filter(({ box }) => box.right - box.left > 1 && box.bottom - box.top > 1)
  const onTop = seen.filter((line) => !isCovered(line))
  const once = (all: readonly string[]) => [...new Set(all)]
  return {
    clipped: once([
      ...seen.filter(({ lost }) => lost === 'cut').map(nameOf),
      ...seen.filter(spills).map((line) => `${nameOf(line)} sticks out of its control`),
    ]),
    shortened: once(seen.filter(({ lost }) => lost === 'ellipsis').map(nameOf)),
    overlapping: once(
      onTop.flatMap((one, index) =>
        onTop
          .slice(index + 1)
          .filter((other) => overlaps(one, other))
          .map((other) => `${nameOf(one)} and ${nameOf(other)}`),
      ),
    ),
    small: once(smallOf(touchMin)),
  }
}

function nameOf({ element, words }: { readonly element: Element; readonly words: string }): string {
  return `${element.tagName.toLowerCase()} “${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`
}

function parentsOf(element: Element): readonly Element[] {
  const all: Element[] = []
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) all.push(at)
  return all
}

function isShown(element: Element): boolean {
  return (
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !parentsOf(element).some((one) => one.classList.contains('spoken'))
  )
}

/** What becomes of that which does not fit into an element. */
function hides(element: Element): 'no' | 'scrolls' | 'ellipsis' | 'cut' {
  const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element)
  const ways = [overflowX, overflowY]
  if (ways.every((way) => way === 'visible')) return 'no'
  if (ways.some((way) => way === 'auto' || way === 'scroll')) return 'scrolls'
  return textOverflow === 'ellipsis' || webkitLineClamp !== 'none' ? 'ellipsis' : 'cut'
}

/** Under a panel that opens over it a text is not seen; under another text it is, and both suffer. */
function isCovered({ element, box }: Text): boolean {
  const middle = (box.top + box.bottom) / 2
  // Both ends and the middle: a panel may lie over one half of it.
  return [box.left + 2, (box.left + box.right) / 2, box.right - 2].some((x) => isUnder(element, x, middle))
}

function isUnder(element: Element, x: number, y: number): boolean {
  const hits = document.elementsFromPoint(x, y)
  const own = hits.findIndex((hit) => hit.contains(element) || element.contains(hit))
  if (own < 0) return true
  return hits.slice(0, own).some((hit) =>
    parentsOf(hit)
      .filter((one) => !one.contains(element))
      .some((one) => !/^rgba\(.*, 0\)$/.test(getComputedStyle(one).backgroundColor)),
  )
}

function linesOf(): readonly Text[] {
  const texts: Text[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = (node.textContent ?? '').trim()
    const element = node.parentElement
    if (words === '' || !element || element.closest('script,style,noscript,option')) continue
    if (!isShown(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      if (box.width > 1 && box.height > 1) texts.push({ words, element, ...within(element, box) })
    }
  }
  return texts
}

/** Letters reach less far than their boxes, so a little is let through, and a third of a line in height. */
function within(element: Element, whole: Edges): Pick<Text, 'box' | 'lost'> {
  let box = whole
  let lost: Text['lost'] = 'no'
  for (const one of parentsOf(element)) {
    const how = hides(one)
    if (how === 'no') continue
    const frame = one.getBoundingClientRect()
    const third = (whole.bottom - whole.top) / 3
    const beyond =
      box.right > frame.right + 2 ||
      box.left < frame.left - 2 ||
      box.bottom > frame.bottom + third ||
      box.top < frame.top - third
    if (beyond && how !== 'scrolls' && lost === 'no') lost = how
    box = {
      left: Math.max(box.left, frame.left),
      right: Math.min(box.right, frame.right),
      top: Math.max(box.top, frame.top),
      bottom: Math.min(box.bottom, frame.bottom),
    }
  }
  const { left, right, top, bottom } = box
  return { box: { left, right, top, bottom: Math.min(bottom, scrollEdgeOf(element)) }, lost }
}

/** A foot that stays while the page scrolls is where the page ends for now: what is under it is scrolled to. */
function scrollEdgeOf(element: Element): number {
  const feet = [...document.querySelectorAll('.at-foot')].filter(
    (foot) => getComputedStyle(foot).position === 'sticky' && !foot.contains(element),
  )
  return Math.min(...feet.map((foot) => foot.getBoundingClientRect().top), Number.POSITIVE_INFINITY)
}

function spills({ element, box }: Text): boolean {
  const control = element.closest('button,label,summary,kbd,th,td')
  if (!control || getComputedStyle(control).display === 'inline' || box.right <= box.left) return false
  const edge = control.getBoundingClientRect()
  const half = (box.bottom - box.top) / 2
  return (
    box.right > edge.right + 2 ||
    box.left < edge.left - 2 ||
    box.bottom > edge.bottom + half ||
    box.top < edge.top - half
  )
}

/** A line's box reaches above its capitals and below its descenders: only the letters are compared. */
function overlaps(one: Text, other: Text): boolean {
  if (one.element === other.element) return false
  const letters = ({ top, bottom }: Edges) =>
    [top + (bottom - top) * 0.2, bottom - (bottom - top) * 0.15] as const
  const [oneTop, oneBottom] = letters(one.box)
  const [otherTop, otherBottom] = letters(other.box)
  const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
  return wide > 2 && Math.min(oneBottom, otherBottom) - Math.max(oneTop, otherTop) > 2
}

function smallOf(touchMin: number): readonly string[] {
  const controls = [
    ...document.querySelectorAll('button,a[href],summary,select,input:not(.spoken),textarea'),
  ].filter((one) => isShown(one) && getComputedStyle(one).display !== 'inline')
  return controls.flatMap((element) => {
    // A finger that lands on the label has hit its box too.
    const target = element.matches('[type=radio],[type=checkbox]') ? element.closest('label') : null
    const { width, height } = (target ?? element).getBoundingClientRect()
    if (width === 0 || (width > touchMin - 0.5 && height > touchMin - 0.5)) return []
    const words = element.getAttribute('aria-label') ?? (element.textContent ?? '').trim()
    return [`${nameOf({ element, words })} ${Math.round(width)}×${Math.round(height)}`]
  })
}
