// Takes pictures of screens, and holds each of them to contrast, names, darkness and width.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { luminanceOf, overflowOf, type Size, violationsOf } from './browser.ts'

/** The mean relative luminance that a live dark screen may have. */
export const LUMINANCE_MAX = 0.02
/** Time for a change to arrive, and for a moved clock to be noticed by the next heartbeat. */
const SETTLE_MS = 1_400

export type Picture = {
  readonly name: string
  readonly what: string
  readonly size: string
  readonly luminance: number
  readonly complaints: readonly string[]
  readonly kept: boolean
}

export type Shot = {
  readonly name: string
  /** What is to be seen, in one sentence. */
  readonly what: string
  readonly page: Page
  readonly size?: Size
  /** Paper and the office theme are bright on purpose. */
  readonly bright?: boolean
  /** Stays in the repository; the others are only looked at and measured. */
  readonly keep?: boolean
}

export class Gallery {
  readonly pictures: Picture[] = []
  readonly #folder: string
  readonly #everything: boolean
  readonly #measure: Page

  private constructor(folder: string, everything: boolean, measure: Page) {
    this.#folder = folder
    this.#everything = everything
    this.#measure = measure
  }

  /** `everything`: writes also the pictures that are not kept. */
  static async open(browser: Browser, folder: string, everything: boolean): Promise<Gallery> {
    mkdirSync(folder, { recursive: true })
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.png'))) rmSync(join(folder, name))
    return new Gallery(folder, everything, await (await browser.newContext()).newPage())
  }

  async take({ name, what, page, size, bright = false, keep = false }: Shot): Promise<void> {
    if (size) await page.setViewportSize(size)
    await page.waitForTimeout(SETTLE_MS)
    const png = await page.screenshot()
    if (keep || this.#everything) writeFileSync(join(this.#folder, `${name}.png`), png)
    const luminance = await luminanceOf(this.#measure, png)
    const overflow = await overflowOf(page)
    const violations = await violationsOf(page)
    const complaints = [
      ...violations.map(({ rule, help, nodes }) => `${rule}: ${help} (${nodes.join(' | ')})`),
      ...(luminance > LUMINANCE_MAX && !bright ? [`too bright: ${luminance.toFixed(4)}`] : []),
      ...(overflow > 0 ? [`${overflow} px stick out to the right`] : []),
    ]
    const { width = 0, height = 0 } = page.viewportSize() ?? {}
    this.pictures.push({ name, what, size: `${width}×${height}`, luminance, complaints, kept: keep })
    process.stdout.write(
      `${complaints.length === 0 ? 'ok  ' : 'BAD '} ${luminance.toFixed(4)} ${name} ${width}×${height}\n`,
    )
    for (const complaint of complaints) process.stdout.write(`       ${complaint}\n`)
  }

  writeIndex(): void {
    const rows = this.pictures.map(
      ({ name, what, size, luminance, kept }) =>
        `| ${kept ? `[${name}](${name}.png)` : name} | ${size} | ${luminance.toFixed(4)} | ${what} |`,
    )
    const text = [
      '# The screens',
      '',
      'Taken by `npm run screens` from the built screens in a real browser, on the demo show with its invented names.',
      'Each was checked with axe-core (WCAG 2.2 AA), for width, and for darkness: the mean relative luminance of a',
      `live screen is at most ${LUMINANCE_MAX}; paper and the office theme are exempt. Only some pictures are kept here.`,
      '',
      '| picture | size | luminance | what is to be seen |',
      '|---|---|---|---|',
      ...rows,
      '',
    ].join('\n')
    writeFileSync(join(this.#folder, 'README.md'), text)
  }
}
