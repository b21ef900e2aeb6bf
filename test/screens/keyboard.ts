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

type Stop = { readonly index: number; readonly name: string; readonly marked: boolean } | null

export async function walkByTab(page: Page): Promise<TabWalk> {
  await page.evaluate(`(() => {\n${inThePage}\nprepare()\n})()`)
  const names = await page.evaluate<readonly string[]>('window.walk.names')
  const stops: NonNullable<Stop>[] = []
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop | 'out'>('window.walk.here()')
    if (stop === 'out' || (stop !== null && stops.some(({ index }) => index === stop.index))) break
    if (stop !== null) stops.push(stop)
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
  document.activeElement?.blur()
  getSelection()?.removeAllRanges()
  const first = document.createElement('span')
  first.tabIndex = -1
  document.body.prepend(first)
  first.focus()
  const before = new Map(controls.map((one) => [one, look(one)]))
  window.walk = {
    names: controls.map(name),
    unmarked: () => controls.filter((one) => {
      one.focus({ preventScroll: true })
      return document.activeElement === one && look(one) === before.get(one)
    }).map(name),
    here: () => {
      const one = document.activeElement
      if (one === null || one === document.body || one === first) return 'out'
      const index = controls.indexOf(one)
      return index < 0 ? null : { index, name: name(one), marked: look(one) !== before.get(one) }
    },
  }
}`
