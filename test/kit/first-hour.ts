// The first hour of somebody who has never seen Ghostlight, step by step, as the test walks it and the pictures show it.

import type { Browser, Locator, Page } from 'playwright-core'
import { scan } from '../screens/scan.ts'
import { newDevice } from './browser.ts'
import type { NewUser } from './new-user.ts'

/** Kept in a mail to the company: numbered, with what they play after a dash, the crew by their trade. */
const namesInAMail = `1. Keeper — Ines Ferrant
2. Ferryman — Tobias Okoro
3. The widow Hale — Marguerite Lund
4. Young Pell — Sam Achterberg
5. Constable — Rafi Danan
6. Postmistress — Orla Keane
7. Fiddler — Piet Vermaak
8. Gull — Yuki Tanabe
9. Ensemble — Dara Quist
10. Ensemble — Femi Balogun
11. Ensemble — Hattie Moor
12. Ensemble — Jonas Ekdal
13. Ensemble — Lucia Prat
14. Ensemble — Milo Brandt
15. Swing — Nadia Sorel
16. Musical director — Gwen Arkwright
17. Lighting operator — Cole Mathers
18. Sound operator — Priya Raman
19. Flyman — Ewan Duff
20. Dresser — Bea Colt
21. Stage crew — Ivo Petrak
22. Assistant stage manager — Ruth Adeyemi
23. Director — Silas Wren
24. House manager — Theo Marchetti`

/** Copied out of a spreadsheet. */
const orderInASpreadsheet = [
  'No.\tScene\tAct\tLength',
  '1\tThe lamp is lit\t1\t4:00',
  '2\tNo boat tonight\t1\t6:30',
  '3\tWhat the widow saw\t1\t5:00',
  '4\tFiddle reel\t1\t3:10',
  '5\tThe letter\t1\t7:20',
  '6\tOut on the sand\t1\t5:45',
  '\tInterval\t1\t20:00',
  '7\tThe constable counts\t2\t4:30',
  '8\tPell alone\t2\t3:50',
  '9\tThe tide\t2\t8:00',
  '10\tThe lamp again\t2\t4:15',
  '11\tBows\t2\t2:00',
].join('\n')

type CueTyped = { readonly department: string; readonly item: number; readonly words: string }

/** Thirty cues: which item of the running order they lie in, and the words they are called on. */
const cuesInTheBook: readonly CueTyped[] = [
  ['LX', 0, 'house lights'],
  ['SND', 0, 'the sea'],
  ['LX', 0, 'strike a match'],
  ['LX', 0, 'it burns'],
  ['LX', 1, 'no boat'],
  ['SND', 1, 'a bell'],
  ['LX', 1, 'who is there'],
  ['FLY', 1, 'the door opens'],
  ['LX', 2, 'I saw him'],
  ['LX', 2, 'by the rocks'],
  ['SND', 2, 'thunder'],
  ['LX', 3, 'one two three'],
  ['LX', 3, 'last bow stroke'],
  ['SND', 4, 'paper tears'],
  ['LX', 4, 'dear Keeper'],
  ['LX', 4, 'yours, Hale'],
  ['FLY', 5, 'the sand'],
  ['LX', 5, 'run, Pell'],
  ['LX', 5, 'dark now'],
  ['LX', 7, 'one, two, four'],
  ['LX', 7, 'where is five'],
  ['SND', 8, 'gulls'],
  ['LX', 8, 'alone'],
  ['LX', 9, 'the tide turns'],
  ['SND', 9, 'the wave'],
  ['FLY', 9, 'the boat'],
  ['LX', 9, 'hold fast'],
  ['LX', 10, 'light it'],
  ['LX', 10, 'it burns again'],
  ['LX', 11, 'bows'],
].map(([department, item, words]) => ({ department, item, words }) as CueTyped)

export const ACT_ONE_CUES = cuesInTheBook.filter(({ item }) => item < 6).length

/** Called after each step, for whoever keeps pictures. */
export type Shot = (name: string, page: Page) => Promise<void>

export class FirstHour {
  readonly #user: NewUser
  readonly #desk: Page
  readonly #shot: Shot

  constructor(desk: Page, user: NewUser, shot: Shot) {
    this.#desk = desk
    this.#user = user
    this.#shot = shot
  }

  #button = (name: string | RegExp): Locator => this.#desk.getByRole('button', { name })
  #heading = (name: string): Promise<void> => this.#desk.getByRole('heading', { name }).waitFor()

  async sixQuestions(curtain: string): Promise<void> {
    const [user, desk] = [this.#user, this.#desk]
    user.begin('Two doors and six questions')
    await this.#heading('What would you like to do?')
    await this.#shot('01-two-doors', desk)
    await user.tap(this.#button(/^My own show/))
    await this.#heading('What is the show called?')
    await user.type(desk, 'The Keeper of Sorrel Head')
    await this.#shot('02-title', desk)
    await user.press(desk, 'Enter')
    await this.#heading('Where is it played?')
    await user.type(desk, 'Corn Hall\n4 Tannery Lane, Marsham')
    await this.#shot('03-venue', desk)
    await user.tap(this.#button('Next'))
    await this.#heading('In which country?')
    await this.#shot('04-country', desk)
    await user.tap(this.#button('Next'))
    await this.#heading('When does tonight’s curtain go up?')
    await user.fill(desk.getByLabel('When does tonight’s curtain go up?'), curtain)
    await this.#shot('05-curtain', desk)
    await user.press(desk, 'Enter')
    await this.#heading('Who calls the show?')
    await user.type(desk, 'Wanda Reyes')
    await this.#shot('06-caller', desk)
    await user.press(desk, 'Enter')
    await this.#heading('Who is in it?')
    await user.tap(desk.getByLabel('Who is in it?'))
    await user.paste(desk, namesInAMail)
    await this.#shot('07-names-pasted', desk)
    await user.tap(this.#button('Read these names'))
    await desk.getByRole('status').getByText('24 people understood. Is this right?').waitFor()
    await this.#shot('08-names-understood', desk)
    await user.tap(this.#button('Open the show'))
    await this.#heading('The Keeper of Sorrel Head')
  }

  async runningOrder(): Promise<void> {
    const [user, desk] = [this.#user, this.#desk]
    user.begin('The running order')
    await user.tap(desk.getByRole('link', { name: /^Running order/ }))
    await user.tap(desk.getByLabel('Paste a running order'))
    await user.paste(desk, orderInASpreadsheet)
    await user.tap(this.#button('Read it'))
    await this.#button('Use these 12 rows').waitFor()
    await this.#shot('09-order-understood', desk)
    await user.tap(this.#button('Use these 12 rows'))
    await desk.getByRole('region', { name: '12 items' }).waitFor()
    await this.#shot('10-order', desk)
  }

  async cues(): Promise<void> {
    const [user, desk] = [this.#user, this.#desk]
    user.begin('Thirty cues')
    await user.tap(desk.getByRole('link', { name: /^Cues/ }))
    const form = desk.getByRole('form', { name: 'The next cue' })
    await user.tap(form.getByLabel('Called on'))
    let before: CueTyped = { department: 'LX', item: 0, words: '' }
    // An interval has no cues: Page Down goes from the last item before it to the first behind it.
    const steps = (from: number, to: number) => to - from - (from < 6 && to > 6 ? 1 : 0)
    for (const [index, cue] of cuesInTheBook.entries()) {
      for (let step = steps(before.item, cue.item); step > 0; step -= 1) await user.press(desk, 'PageDown')
      const whose = cue.department === before.department ? '' : `${cue.department.toLowerCase()}: `
      await user.type(desk, `${whose}${cue.words}`)
      if (index === 5) await this.#shot('11-a-cue-is-typed', desk)
      await user.press(desk, 'Enter')
      before = cue
    }
    await desk.getByRole('region', { name: '30 cues' }).waitFor()
    await this.#shot('12-thirty-cues', desk)
  }

  async toTheDesk(): Promise<void> {
    const [user, desk] = [this.#user, this.#desk]
    user.begin('To the desk')
    await user.tap(desk.getByRole('link', { name: 'To the desk' }))
    await desk.getByLabel('Calling', { exact: true }).waitFor()
    await this.#shot('13-the-desk', desk)
  }

  /** A link for somebody's phone, and the phone that is pointed at its code. */
  async joins(browser: Browser, measure: Page, who: string): Promise<Page> {
    const [user, desk] = [this.#user, this.#desk]
    user.begin(`A phone for ${who}`)
    await user.tap(this.#button('Pair a screen'))
    await user.choose(desk.getByLabel('What the screen is for'), 'Somebody’s phone')
    await user.choose(desk.getByLabel('Whose phone'), who)
    await user.tap(this.#button('Make a link'))
    const code = desk.getByRole('img', { name: 'Code for a camera' })
    const { text } = await scan(code, measure)
    await this.#shot(`14-code-for-${who.toLowerCase()}`, desk)
    const { page } = await newDevice(browser, { width: 360, height: 740 })
    // Pointing the camera and opening what it found: two things to do.
    await page.goto(text)
    await user.tap(page.locator('body'))
    await page.getByText(who).first().waitFor()
    await user.tap(this.#button('Done'))
    await this.#shot(`15-phone-of-${who.toLowerCase()}`, page)
    return page
  }

  async callsTheFirstAct(): Promise<void> {
    const [user, desk] = [this.#user, this.#desk]
    user.begin('The calls')
    for (const call of ['the half', 'the quarter', 'the five', 'beginners']) {
      await user.tap(this.#button(`Call ${call}`))
      await this.#button(`Call ${call}`).waitFor({ state: 'detached' })
    }
    user.begin('The first act')
    await user.tap(desk.getByLabel('Calling', { exact: true }))
    await this.#guarded('u', 'Act 1 down')
    await this.#shot('16-act-one-is-up', desk)
    for (let cue = 0; cue < ACT_ONE_CUES; cue += 1) {
      const go = desk.getByRole('button', { name: /^GO/ })
      const before = (await go.textContent()) ?? ''
      await user.press(desk, ' ')
      await go.filter({ hasNotText: before }).waitFor()
      await desk.waitForTimeout(300)
      if (cue === 7) await this.#shot('17-calling', desk)
    }
    await this.#guarded('d', 'Act 2 up')
    await this.#shot('18-the-first-act-is-called', desk)
  }

  async #guarded(key: string, then: string): Promise<void> {
    await this.#desk.waitForTimeout(1_100)
    await this.#user.press(this.#desk, key)
    await this.#desk.waitForTimeout(650)
    await this.#user.press(this.#desk, key)
    await this.#button(then).waitFor()
  }
}
