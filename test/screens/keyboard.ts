// A walk through one screen with the Tab key alone.

import type { Page } from 'playwright-core'

export type TabWalk = {
  /** Each control, in the order in which Tab came to it. */
  readonly reached: readonly string[]
  /** Controls that Tab never came to. */
  readonly missed: readonly string[]
  /** Reached, and looking as before. */
  readonly unmarked: readonly string[]
  /** Reached before something that stands above it in the page. */
  readonly outOfOrder: readonly string[]
}

/** No screen has as many; a walk that is longer is caught somewhere. */
const TABS_MAX = 400

/** The page keeps its own account of where the focus came; it is read after so many presses. */
const TABS_AT_ONCE = 12

type Stop = { readonly index: number; readonly name: string; readonly marked: boolean }

export async function walkByTab(page: Page): Promise<TabWalk> {
  await page.evaluate(`(() => {\n${inThePage}\nprepare()\n})()`)
  const names = await page.evaluate<readonly string[]>('window.walk.begin()')
  const stops: Stop[] = []
  for (let round = false, tabs = 0; !round && tabs < TABS_MAX; tabs += TABS_AT_ONCE) {
    for (let press = 0; press < TABS_AT_ONCE; press += 1) await page.keyboard.press('Tab')
    for (const stop of await page.evaluate<readonly Stop[]>('window.walk.came.splice(0)')) {
      // Where it was before: it has been round the page.
      round ||= stops.some(({ index }) => index === stop.index)
      if (!round) stops.push(stop)
    }
    round ||= await page.evaluate<boolean>('window.walk.isOut()')
  }
  const reached = new Set(stops.map(({ index }) => index))
  return {
    reached: stops.map(({ name }) => name),
    missed: names.filter((_, index) => !reached.has(index)),
    unmarked: stops.filter(({ marked }) => !marked).map(({ name }) => name),
    outOfOrder: stops
      .filter(({ index }, at) => at > 0 && index < (stops[at - 1]?.index ?? 0))
      .map(({ name }) => name),
  }
}

/** The controls that look in some theme as they do without the keyboard, each with that theme. */
export async function unmarkedIn(page: Page, themes: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const theme of themes) {
    await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme)
    await page.evaluate(`(() => {\n${inThePage}\nprepare()\n})()`)
    // One real key: what is focused by script after it is marked as it would be by the keyboard.
    await page.keyboard.press('Tab')
    const names = await page.evaluate<readonly string[]>('window.walk.unmarked()')
    found.push(...names.map((name) => `${name} (${theme})`))
  }
  return found
}

/** The controls that lie under something else, or outside of what is shown, when the keyboard is at them. */
export async function hiddenAtFocus(page: Page): Promise<readonly string[]> {
  await page.evaluate(`(() => {\n${inThePage}\nprepare()\n})()`)
  return page.evaluate<readonly string[]>('window.walk.hidden()')
}

/** Sent to the page: remembers how every control looks while the keyboard is elsewhere. */
const inThePage = `
function prepare() {
  const all = 'a[href],button,input,select,textarea,summary,[tabindex="0"]'
  const shown = (one) => one.checkVisibility({ visibilityProperty: true })
  const controls = [...document.querySelectorAll(all)].filter((one) =>
    shown(one) && !one.matches(':disabled') && (one.type !== 'radio' || one.checked))
  const look = (one) => {
    const around = [one, one.parentElement, one.parentElement?.parentElement].filter((each) => each)
    return around.map((each) => {
      const style = getComputedStyle(each)
      return [style.outlineStyle === 'none' ? '' : style.outline, style.borderColor, style.backgroundColor, style.boxShadow].join()
    }).join('|')
  }
  const name = (one) => (one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent ?? one.tagName)
    .trim().slice(0, 60) || one.tagName.toLowerCase()
  /** As much of it as the windows around it let through. */
  const seen = (one) => {
    let { left, right, top, bottom } = one.getBoundingClientRect()
    for (let around = one.parentElement; around; around = around.parentElement) {
      const root = around === document.documentElement
      if (!root && getComputedStyle(around).overflowY === 'visible') continue
      const edge = root ? { left: 0, right: innerWidth, top: 0, bottom: innerHeight } : around.getBoundingClientRect()
      left = Math.max(left, edge.left)
      right = Math.min(right, edge.right)
      top = Math.max(top, edge.top)
      bottom = Math.min(bottom, edge.bottom)
    }
    return { left, right, top, bottom }
  }
  document.activeElement?.blur()
  getSelection()?.removeAllRanges()
  const first = document.createElement('span')
  first.tabIndex = -1
  document.body.prepend(first)
  first.focus()
  const before = new Map(controls.map((one) => [one, look(one)]))
  const came = []
  const note = ({ target }) => {
    const index = controls.indexOf(target)
    if (index >= 0) came.push({ index, name: name(target), marked: look(target) !== before.get(target) })
  }
  window.walk?.end()
  window.walk = {
    begin: () => {
      document.addEventListener('focusin', note)
      return controls.map(name)
    },
    end: () => document.removeEventListener('focusin', note),
    unmarked: () => controls.filter((one) => {
      one.focus({ preventScroll: true })
      return document.activeElement === one && look(one) === before.get(one)
    }).map(name),
    hidden: () => controls.filter((one) => {
      one.focus()
      if (document.activeElement !== one) return false
      const { left, right, top, bottom } = seen(one)
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      return at === null || !(one.contains(at) || at.contains(one) || [...(one.labels ?? [])].some((label) => label.contains(at)))
    }).map(name),
    came,
    isOut: () => [null, document.body, first].includes(document.activeElement),
  }
}`
