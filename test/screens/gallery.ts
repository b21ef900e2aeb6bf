// Takes pictures of screens, and holds each of them to contrast, names, darkness, width and room.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { luminanceOf, overflowOf, type Size, violationsOf } from './browser.ts'
import { everyScreen } from './every.ts'
import { indexPage, readme } from './gallery-index.ts'
import { layoutOf } from './layout.ts'

/** The mean relative luminance that a live dark screen may have. */
export const LUMINANCE_MAX = 0.02
/** Of what is read at once by whoever is frightened: still black with words on it, and no page that lights a face. */
export const URGENT_LUMINANCE_MAX = 0.06
const urgent = new Set(everyScreen.filter((one) => one.urgent === true).map(({ name }) => name))
/** Fingers, in the dark; and what WCAG asks where a mouse is at hand. */
const TOUCH_PX_MIN = 44
const MOUSE_PX_MIN = 24
/** Time for a change to arrive, and for a moved clock to be noticed by the next heartbeat. */
const SETTLE_MS = 1_400
/** Time for one that needs no server. */
const REDRAW_MS = 200

export type Picture = {
  readonly screen: string
  readonly name: string
  readonly what: string
  readonly size: string
  readonly luminance: number
  readonly bright: boolean
  readonly shortened: readonly string[]
  readonly complaints: readonly string[]
  readonly kept: boolean
}

export type Shot = {
  readonly screen: string
  readonly name: string
  /** What is to be seen, in one sentence. */
  readonly what: string
  readonly page: Page
  readonly size?: Size
  /** Paper and the office theme are bright on purpose. */
  readonly bright?: boolean
  /** Letters at 200 %, names longer than any: taken for their room; how dark a screen is counts as it is used. */
  readonly forRoom?: boolean
  /** Touched in the dark: its targets are larger. */
  readonly touched?: boolean
  /** Stays in the repository; the others are only looked at and measured. */
  readonly keep?: boolean
  /** The same state in another dress: shown at once, and not asked for its names again. */
  readonly variant?: boolean
}

export type Folders = { readonly kept: string; readonly all: string }

export class Gallery {
  readonly pictures: Picture[] = []
  readonly #folders: Folders
  readonly #measure: Page

  private constructor(folders: Folders, measure: Page) {
    this.#folders = folders
    this.#measure = measure
  }

  /** What was taken before goes: a picture of a screen that is no more would be a lie. */
  static async open(browser: Browser, folders: Folders, isOurs = (_name: string) => true): Promise<Gallery> {
    for (const folder of [folders.all, folders.kept]) {
      mkdirSync(folder, { recursive: true })
      for (const name of readdirSync(folder).filter((one) => one.endsWith('.png') && isOurs(one)))
        rmSync(join(folder, name))
    }
    return new Gallery(folders, await (await browser.newContext()).newPage())
  }

  async take(shot: Shot): Promise<void> {
    const { screen, name, what, page, size, forRoom = false, keep = false, variant = false } = shot
    if (size) await page.setViewportSize(size)
    await page.waitForTimeout(variant ? REDRAW_MS : SETTLE_MS)
    const bright = shot.bright === true || forRoom
    const png = await page.screenshot()
    for (const folder of [this.#folders.all, ...(keep ? [this.#folders.kept] : [])])
      writeFileSync(join(folder, `${name}.png`), png)
    const luminance = await luminanceOf(this.#measure, png)
    const { complaints, shortened } = await this.#complaintsOf({ ...shot, bright }, luminance)
    const { width = 0, height = 0 } = page.viewportSize() ?? {}
    this.pictures.push({
      ...{ screen, name, what, luminance, bright, complaints, shortened, kept: keep },
      size: `${width}×${height}`,
    })
    process.stdout.write(
      `${complaints.length === 0 ? 'ok  ' : 'BAD '} ${luminance.toFixed(4)} ${name} ${width}×${height}\n`,
    )
    for (const complaint of complaints) process.stdout.write(`       ${complaint}\n`)
  }

  async #complaintsOf(
    { screen, page, bright = false, touched = false, variant = false }: Shot,
    luminance: number,
  ): Promise<Pick<Picture, 'complaints' | 'shortened'>> {
    const lightest = urgent.has(screen) ? URGENT_LUMINANCE_MAX : LUMINANCE_MAX
    const overflow = await overflowOf(page)
    const { clipped, overlapping, shortened, small } = await layoutOf(
      page,
      touched ? TOUCH_PX_MIN : MOUSE_PX_MIN,
    )
    const violations = variant ? [] : await violationsOf(page)
    return {
      shortened,
      complaints: [
        ...violations.map(({ rule, help, nodes }) => `${rule}: ${help} (${nodes.join(' | ')})`),
        ...(luminance > lightest && !bright ? [`too bright: ${luminance.toFixed(4)}`] : []),
        ...(overflow > 0 ? [`${overflow} px stick out to the right`] : []),
        ...clipped.map((one) => `cut off: ${one}`),
        ...overlapping.map((one) => `one over the other: ${one}`),
        ...small.map((one) => `too small: ${one}`),
      ],
    }
  }

  writeIndex(): void {
    writeFileSync(join(this.#folders.kept, 'README.md'), readme(this.pictures, LUMINANCE_MAX))
    writeFileSync(join(this.#folders.all, 'index.html'), indexPage(this.pictures))
  }
}
