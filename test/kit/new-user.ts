// Somebody who has never seen Ghostlight, at a keyboard and a mouse: what each thing they do costs, counted.

import type { Locator, Page } from 'playwright-core'

/** A tap, a key chord, a paste or a filled field: finding it, doing it, seeing that it was done. */
const SECONDS_AN_ACTION = 4
const SECONDS_A_CHARACTER = 0.3

export type Counted = {
  readonly actions: number
  readonly characters: number
  /** At `SECONDS_AN_ACTION` and `SECONDS_A_CHARACTER`. */
  readonly seconds: number
}

export class NewUser {
  #actions = 0
  #characters = 0
  readonly #lines: string[] = []
  #from = { what: '', actions: 0, characters: 0 }

  get counted(): Counted {
    const seconds = this.#actions * SECONDS_AN_ACTION + this.#characters * SECONDS_A_CHARACTER
    return { actions: this.#actions, characters: this.#characters, seconds }
  }

  /** From here on it is counted under this name. */
  begin(what: string): void {
    this.#end()
    this.#from = { what, actions: this.#actions, characters: this.#characters }
  }

  report(): string {
    this.#end()
    this.#from = { what: '', actions: this.#actions, characters: this.#characters }
    const { actions, characters, seconds } = this.counted
    const minutes = `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
    return [...this.#lines, `altogether: ${actions} actions, ${characters} characters, ${minutes}`].join('\n')
  }

  #end(): void {
    const { what, actions, characters } = this.#from
    if (what === '') return
    this.#lines.push(
      `${what}: ${this.#actions - actions} actions, ${this.#characters - characters} characters`,
    )
  }

  async tap(target: Locator): Promise<void> {
    this.#actions += 1
    await target.click()
  }

  /** One key, or a chord of them. */
  async press(page: Page, chord: string): Promise<void> {
    this.#actions += 1
    await page.keyboard.press(chord)
  }

  /** Types where the cursor stands: one field filled. */
  async type(page: Page, text: string): Promise<void> {
    this.#actions += 1
    this.#characters += text.length
    await page.keyboard.type(text)
  }

  /** Goes to a field with the mouse and fills it: going there is an action of its own. */
  async fill(target: Locator, text: string): Promise<void> {
    this.#actions += 2
    this.#characters += text.length
    await target.fill(text)
  }

  async choose(target: Locator, label: string): Promise<void> {
    this.#actions += 1
    await target.selectOption({ label })
  }

  /** In the window in which files are chosen. */
  async choosesFile(field: Locator, file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
    this.#actions += 2
    await field.setInputFiles(file)
  }

  /** From another window, where it lay ready: the cursor stands in the field. */
  async paste(page: Page, text: string): Promise<void> {
    this.#actions += 1
    await page.evaluate((pasted) => {
      const field = document.activeElement
      if (!(field instanceof HTMLTextAreaElement))
        throw new Error('the cursor stands in no field for a paste')
      field.setRangeText(pasted, field.selectionStart, field.selectionEnd, 'end')
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
    }, text)
  }
}
