// Screens under measurement: opening devices, running axe, measuring light and width.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { newDevice } from '../kit/browser.ts'

export type Size = { readonly width: number; readonly height: number }

/** A device of its own: its cookies, its size, paired by its link. */
export async function openDevice(browser: Browser, link: string, size: Size): Promise<Page> {
  const { page } = await newDevice(browser, size)
  await page.goto(link)
  return page
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export type Violation = { readonly rule: string; readonly help: string; readonly nodes: readonly string[] }

const everyRule = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
/** What a theme can change: its colours, and nothing else (SCREENS-1). */
const colourRules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** What axe finds against WCAG 2.2 AA; of the same page in one more theme, the rules about colour tell the rest. */
export async function violationsOf(
  page: Page,
  rules: 'every' | 'colour' = 'every',
): Promise<readonly Violation[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const runOnly = rules === 'every' ? everyRule : colourRules
  const results = await page.evaluate(async (only): Promise<AxeResults> => {
    // `as`: axe puts itself on the window.
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }
    return axe.run({ runOnly: only, resultTypes: ['violations'] })
  }, runOnly)
  const violations = await Promise.all(
    results.violations.map(async ({ id, help, nodes }) => ({
      rule: id,
      help,
      nodes: id === 'target-size' ? await stillSmall(page, nodes) : nodes,
    })),
  )
  return violations
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ nodes, ...one }) => ({
      ...one,
      nodes: nodes.slice(0, 5).map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    }))
}

type Nodes = AxeResults['violations'][number]['nodes']

/** A line that lies half under a foot that stays is looked at again where it can be scrolled to. */
async function stillSmall(page: Page, nodes: Nodes): Promise<Nodes> {
  const small = await page.evaluate(
    async (targets) => {
      // `as`: axe puts itself on the window.
      const { axe } = window as unknown as {
        axe: { run: (context: Element, options: object) => Promise<AxeResults> }
      }
      const before = window.scrollY
      const found: boolean[] = []
      for (const target of targets) {
        const element = document.querySelector(target)
        element?.scrollIntoView({ block: 'center' })
        const again = element && (await axe.run(element, { runOnly: ['target-size'] }))
        found.push(again === null || again.violations.length > 0)
      }
      window.scrollTo(0, before)
      return found
    },
    nodes.map(({ target }) => target.join(' ')),
  )
  return nodes.filter((_node, at) => small[at])
}

/** Mean relative luminance of a picture, 0 black to 1 white; `measure` is any page that is not ours. */
export async function luminanceOf(measure: Page, png: Buffer): Promise<number> {
  return measure.evaluate(async (base64) => {
    const picture = new Image()
    picture.src = `data:image/png;base64,${base64}`
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = picture.width
    canvas.height = picture.height
    const context = canvas.getContext('2d')
    if (!context) throw new Error('this browser cannot draw')
    context.drawImage(picture, 0, 0)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    const linear = Float64Array.from({ length: 256 }, (_, value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    let total = 0
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]]
      total += 0.2126 * (linear[red] ?? 0) + 0.7152 * (linear[green] ?? 0) + 0.0722 * (linear[blue] ?? 0)
    }
    return total / (data.length / 4)
  }, png.toString('base64'))
}

/** What sticks out sideways: a page that scrolls left and right has lost something. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
