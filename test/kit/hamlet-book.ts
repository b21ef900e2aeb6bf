// Hamlet as somebody works on it who has never seen Ghostlight: imported, asked about, cast, cued, cut, locked and called.

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Show } from '../../src/core/show/show.ts'
import { importTei } from '../../src/formats/tei/import.ts'
import type { BookAnswer } from '../../src/wire/book.ts'
import type { NewUser } from './new-user.ts'

/** Beside the checkout, never in it: these texts may not be passed on. */
const file = fileURLToPath(
  new URL('../../../shared/data/scripts/shakedracor/tei/hamlet.xml', import.meta.url),
)
export const isHamletHere = (): boolean => existsSync(file)

/** As it is imported; null where it is not there. */
export function readHamlet(): Show | null {
  const read = isHamletHere() ? importTei(readFileSync(file, 'utf8'), 'hamlet.xml') : null
  return read?.ok ? read.show : null
}

const PLAYERS = 14
const company = Array.from({ length: PLAYERS }, (_, at) => `Player ${'ABCDEFGHIJKLMN'[at] ?? ''}`)

/** In each scene, of which Hamlet has twenty. */
const CUES_A_SCENE = 3
const SCENES = 20
export const CUES = CUES_A_SCENE * SCENES
/** Sixty versions of a whole play, each looked through and kept, on a machine that does much else. */
const KEPT_MS_MAX = 60_000
/** Five scenes of three. */
export const CUES_OF_ACT_ONE = 5 * CUES_A_SCENE

/**
 * The same play as it is after a week of rehearsal: in each scene every sixth speech is cut, the second is carried to
 * the scene’s end, and in the fourth the words are other ones.
 */
function revisedHamlet(): string {
  const text = readFileSync(file, 'utf8')
  return text.replaceAll(/(<div type="scene"[^>]*>)(.*?)(\n {8}<\/div>)/gs, (_all, head, body, end) => {
    const parts = String(body).split(/(?=<sp )/)
    const [before = '', ...speeches] = parts
    const kept = speeches.flatMap((speech, at) => {
      if (at % 6 === 5 || at === 1) return []
      return at === 3 ? [speech.replaceAll(/\b(?:the|my|and)\b/g, 'yonder')] : [speech]
    })
    return [head, before, ...kept, speeches[1] ?? '', end].join('')
  })
}

export class HamletBook {
  readonly #user: NewUser
  readonly #page: Page
  readonly #look: (name: string) => Promise<void>

  constructor(page: Page, user: NewUser, look: (name: string) => Promise<void>) {
    this.#page = page
    this.#user = user
    this.#look = look
  }

  #button = (name: string | RegExp): Locator => this.#page.getByRole('button', { name })
  #kept = (): Promise<void> =>
    this.#page
      .getByText(/^(?:Everything is kept|Locked for performance)/)
      .first()
      .waitFor({ timeout: KEPT_MS_MAX })
  #told = async (): Promise<Extract<BookAnswer, { same: false }>['page']> => {
    const answer: BookAnswer = await this.#page.evaluate(async () => (await fetch('/api/office/book')).json())
    return answer.same ? null : answer.page
  }

  async imports(): Promise<void> {
    const [user, page] = [this.#user, this.#page]
    user.begin('The play is opened')
    await user.tap(this.#button('Open a file'))
    await user.choosesFile(page.locator('input[type=file]').first(), file)
    await this.#button('Open it for tonight').waitFor()
    await this.#look('hamlet-read')
    await user.tap(this.#button('Open it for tonight'))
    await page.waitForURL('**/show')
    await page.getByRole('heading', { name: 'Hamlet' }).waitFor()
  }

  async isCast(): Promise<void> {
    const [user, page] = [this.#user, this.#page]
    user.begin('Fourteen people, and who plays what')
    await user.tap(page.getByRole('textbox', { name: 'Add names' }))
    await user.paste(page, company.join('\n'))
    await user.tap(this.#button('Read these names'))
    await user.tap(this.#button(`Add ${PLAYERS} people`))
    await page.getByRole('region', { name: `${PLAYERS} people` }).waitFor()
    await user.tap(page.getByRole('link', { name: /^Tracks/ }))
    await user.fill(page.getByLabel('Performers'), String(PLAYERS))
    await user.press(page, 'Enter')
    await page.getByText(`${PLAYERS} performers can play it.`).waitFor()
    await user.tap(this.#button('Put the company in, in its order'))
    await this.#look('hamlet-casting')
    await user.tap(this.#button('Use this casting'))
    await page.getByText(/^\d+ tracks have their performers\.$/).waitFor()
    // The tracks as they are now: each is somebody’s.
    await expect.poll(() => page.getByRole('cell', { name: 'nobody yet' }).count()).toBe(0)
    await this.#look('hamlet-tracks')
  }

  /** `cast`: the name of each track and whose it is, of all that come on. */
  async seesPlots(cast: readonly { readonly title: string; readonly owner: string }[]): Promise<void> {
    const [user, page] = [this.#user, this.#page]
    user.begin('Who is on stage when, and who plays what')
    await user.tap(page.getByRole('link', { name: 'Plots', exact: true }))
    const stage = page.getByRole('figure', { name: 'Who is on stage when' })
    await stage.waitFor()
    const drawn = await stage
      .getByRole('img')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''))
    await this.#look('hamlet-on-stage')
    for (const { title, owner } of cast)
      expect(drawn.find((words) => words.includes(` ${title}, ${owner}, `))).toBeDefined()
    await user.tap(page.getByRole('link', { name: 'Doubling' }))
    const doubling = page.getByRole('figure', { name: 'Who plays which parts when' })
    await user.tap(doubling.getByText('As a table'))
    await doubling.getByRole('table').waitFor()
    await this.#look('hamlet-doubling')
    const rows = await doubling
      .getByRole('row')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)))
    const parts = rows.slice(1).map(([who, , part]) => [who, part].join(': '))
    expect(parts.toSorted()).toEqual(cast.map(({ title, owner }) => `${owner}: ${title}`).toSorted())
    await user.tap(page.getByRole('link', { name: 'The show' }))
  }

  async opensBook(): Promise<void> {
    const page = this.#page
    this.#user.begin('The questions of the import')
    await this.#user.tap(page.getByRole('link', { name: 'The book' }))
    await page.locator('[data-here]').waitFor()
    await this.#look('hamlet-book')
  }

  async settlesQuestions(): Promise<void> {
    const [user, page] = [this.#user, this.#page]
    const open = page.getByRole('region', { name: 'Open from the import' })
    await user.tap(open.getByRole('button', { name: /^All \d+ of these are settled/ }).first())
    await open.getByRole('region', { name: 'Who goes off' }).waitFor({ state: 'detached' })
    const speaker = open.getByRole('region', { name: 'Who speaks' })
    await user.tap(speaker.getByRole('button', { name: 'Show' }))
    await user.choose(speaker.getByLabel('Who speaks'), 'Lord')
    await user.tap(speaker.getByRole('button', { name: /^Settled/ }))
    await speaker.waitFor({ state: 'detached' })
    await user.tap(open.getByRole('button', { name: /^Settled/ }))
    await open.waitFor({ state: 'detached' })
  }

  /** Three in each scene: on its second line, and four and eight lines later. */
  async placesCues(): Promise<void> {
    const [user, page] = [this.#user, this.#page]
    user.begin(`${CUES} cues in the margin`)
    await user.press(page, '/')
    await user.type(page, '1.1')
    await user.press(page, 'Enter')
    await user.press(page, 'Escape')
    for (let cue = 0; cue < CUES; cue += 1) {
      if (cue % CUES_A_SCENE === 0 && cue > 0) await user.press(page, ']')
      for (let step = 0; step < (cue % CUES_A_SCENE === 0 ? 1 : 4); step += 1)
        await user.press(page, 'ArrowDown')
      await user.press(page, 'c')
      await user.type(page, ['LX dusk', 'SND a bell', 'LX build'][cue % CUES_A_SCENE] ?? '')
      await user.press(page, 'Enter')
    }
    await this.#look('hamlet-cueing')
    await this.#kept()
    await this.#look('hamlet-cued')
    expect((await this.#told())?.cues).toHaveLength(CUES)
  }

  async takesVersion(): Promise<void> {
    const [user, page] = [this.#user, this.#page]
    user.begin('A new version of the script')
    await user.tap(page.getByText('New version of the script'))
    await user.choosesFile(page.locator('input[type=file]'), {
      name: 'hamlet-cut.xml',
      mimeType: 'text/xml',
      buffer: Buffer.from(revisedHamlet()),
    })
    await page.getByText(/lines as they were/).waitFor()
    await this.#look('hamlet-version')
    await user.tap(this.#button('Take this version'))
    await page.getByRole('region', { name: 'Points to look at' }).waitFor()
    await this.#look('hamlet-doubts')
  }

  async confirmsDoubts(): Promise<void> {
    const [user, page] = [this.#user, this.#page]
    const cues = (await this.#told())?.cues ?? []
    // Nothing was dropped: as many cues as were placed.
    expect(cues).toHaveLength(CUES)
    const many = cues.filter(({ doubt }) => doubt !== null).length
    expect(many).toBeGreaterThan(0)
    user.begin(`${many} doubtful places`)
    await user.tap(page.getByRole('region', { name: 'Script', exact: true }))
    for (let doubt = 0; doubt < many; doubt += 1) {
      await user.press(page, 'q')
      await user.press(page, 'y')
      await this.#kept()
    }
    await page.getByRole('region', { name: 'Points to look at' }).waitFor({ state: 'detached' })
  }

  async locks(): Promise<void> {
    this.#user.begin('The lock, and to the desk')
    await this.#user.tap(this.#button('Lock for performance'))
    await this.#page
      .locator('footer')
      .getByText(/^Locked for performance/)
      .waitFor()
    await this.#look('hamlet-locked')
  }

  /** `called`: how many the house has in its record. */
  async callsActOne(called: () => number): Promise<void> {
    const [user, page] = [this.#user, this.#page]
    await user.tap(page.getByRole('link', { name: 'To the desk' }))
    await this.#button('Act 1 up').waitFor()
    user.begin('The first act')
    await this.#guarded('u', 'Act 1 down')
    for (let cue = 1; cue <= CUES_OF_ACT_ONE; cue += 1) {
      const go = page.getByRole('contentinfo').getByRole('button', { name: /^GO/ })
      const before = (await go.textContent()) ?? ''
      await user.press(page, ' ')
      await expect.poll(called).toBe(cue)
      await go.filter({ hasNotText: before }).waitFor()
    }
    await this.#look('hamlet-called')
    await this.#guarded('d', 'Act 2 up')
  }

  async #guarded(key: string, then: string): Promise<void> {
    await this.#page.waitForTimeout(1_100)
    await this.#user.press(this.#page, key)
    await this.#page.waitForTimeout(650)
    await this.#user.press(this.#page, key)
    await this.#button(then).waitFor()
  }
}
