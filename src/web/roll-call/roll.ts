// The roll call on a device: what is touched is written down here first, then drawn, then brought to the house.

import { assistances, nameKey, type SaidWhat, type Who, whereTold } from '../../core/roll-call/record.ts'
import type { Roll } from '../../core/roll-call/roll.ts'
import { make } from '../incident/draw.ts'
import { keepPrintedWhen } from '../incident/printed-when.ts'
import type { Rounds } from '../incident/rounds.ts'
import type { Shelf } from '../incident/store.ts'
import { keepAsking, type Reach } from './deliver.ts'
import { drawPeople } from './draw.ts'
import { drawFacts } from './facts.ts'
import { beginRoll, keepRoll, type RollKept, readRoll, rollHere, writeRoll } from './store.ts'
import { type RollTexts, textsOn } from './texts.ts'

/** So long after the last touch may rows change places. */
const SETTLE_MS = 4_000

export function mountRoll(root: HTMLElement, shelf: Shelf): void {
  const texts = textsOn(root)
  if (texts !== null) new Mounted(root, shelf, texts)
}

class Mounted {
  readonly #root: HTMLElement
  readonly #shelf: Shelf
  readonly #texts: RollTexts
  readonly #drill: boolean
  readonly #rounds: Rounds
  #reach: Reach | null = null
  #full = false
  #touchedAt = 0

  constructor(root: HTMLElement, shelf: Shelf, texts: RollTexts) {
    this.#root = root
    this.#shelf = shelf
    this.#texts = texts
    this.#drill = root.dataset['drill'] === 'yes'
    keepPrintedWhen(root, texts.timeZone)
    root.addEventListener('click', (event) => this.#click(event))
    root.addEventListener('submit', (event) => this.#submit(event))
    root.addEventListener('input', () => this.#draw())
    for (const kind of ['pointerdown', 'keydown'] as const)
      root.addEventListener(kind, () => {
        this.#touchedAt = Date.now()
      })
    addEventListener('scroll', () => {
      this.#touchedAt = Date.now()
    })
    this.#draw()
    this.#rounds = keepAsking(shelf, this.#drill, (_, reach) => {
      this.#reach = reach
      this.#draw()
    })
    void navigator.wakeLock?.request('screen').catch(() => null)
  }

  #kept(): RollKept {
    return readRoll(this.#shelf, this.#drill, Date.now())
  }

  #keep(kept: RollKept): void {
    keepRoll(this.#shelf, this.#drill, kept)
    this.#draw()
    this.#rounds.now()
  }

  #write(what: SaidWhat): void {
    const written = writeRoll(this.#kept(), what, this.#drill, Date.now())
    this.#full = written === null
    if (written) this.#keep(written)
    else this.#draw()
  }

  #click(event: MouseEvent): void {
    const touched = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]') : null
    if (!touched || touched.getAttribute('aria-disabled') === 'true') return
    const kept = this.#kept()
    const { do: action, which } = touched.dataset
    const who = touched.closest<HTMLElement>('[data-who]')?.dataset['who']
    if (action === 'change') this.#keep({ ...kept, point: '' })
    else if (who === undefined) return
    else if (kept.name === '' || kept.point === '') this.#askWho()
    else this.#about(kept, who, action, which)
  }

  #about(kept: RollKept, who: Who, action: string | undefined, which: string | undefined): void {
    const { point, name: by } = kept
    const how = whereTold.find((one) => one === which)
    const need = assistances.find((one) => one === which)
    if (action === 'seen') this.#write({ kind: 'seen', who, point, by, name: null })
    else if (action === 'not-here') this.#write({ kind: 'not-here', who, point, by })
    else if (action === 'undo') this.#undo(kept, who)
    else if (action === 'told' && how) this.#write({ kind: 'told', who, how, by })
    else if (action === 'assistance' && need) this.#write({ kind: 'assistance', who, action: need, by })
  }

  /** All that this device has seen of them: two taps too many are taken back by one. */
  #undo(kept: RollKept, who: Who): void {
    const device = kept.section?.me.device ?? 'here'
    const line = rollHere(kept, Date.now())?.lines.find((one) => one.who === who)
    for (const one of line?.seen ?? [])
      if (one.device === device) this.#write({ kind: 'undone', record: one.record })
  }

  #askWho(): void {
    this.#root.querySelector<HTMLInputElement>('[data-form=who] input')?.focus()
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const given = new FormData(event.target)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    this.#take(event.target.dataset['form'], text)
    for (const input of event.target.querySelectorAll<HTMLInputElement>(
      'input[name=text], input[name=count]',
    ))
      input.value = ''
    const step = event.target.closest('details')
    if (step) step.open = false
  }

  #take(form: string | undefined, text: (name: string) => string): void {
    const kept = this.#kept()
    const signed = text('by')
    if (form === 'who') this.#keep({ ...kept, name: text('name'), point: text('point') })
    else if (form === 'begin' && signed !== '')
      this.#keep({ ...beginRoll(kept, signed, this.#drill, Date.now()), name: kept.name || signed })
    else if (form === 'end' && signed !== '') this.#write({ kind: 'ended', by: signed })
    else if (form === 'return' && signed !== '') this.#write({ kind: 'may-return', by: signed })
    else if (kept.name === '' || kept.point === '') this.#askWho()
    else this.#takeOther(form, kept, text)
  }

  #takeOther(
    form: string | undefined,
    { name: by, point, section }: RollKept,
    text: (name: string) => string,
  ) {
    const written = text('text')
    if (form === 'write-in' && written !== '')
      this.#write({ kind: 'seen', who: nameKey(written), point, by, name: written })
    if (form === 'swept' && written !== '') this.#write({ kind: 'swept', zone: written, by })
    if (form === 'counted') this.#write({ kind: 'counted', count: Number.parseInt(text('count'), 10), by })
    const person = section?.stewards.find((one) => one.person === text('person'))?.person
    if (form === 'steward' && person) this.#write({ kind: 'steward', person, by })
  }

  #draw(): void {
    const [kept, root, texts] = [this.#kept(), this.#root, this.#texts]
    const roll = rollHere(kept, Date.now())
    drawFacts({ root, roll, kept, texts, reach: this.#reach, full: this.#full })
    this.#show(kept, roll)
    const people = root.querySelector('[data-part=people]')
    if (roll === null) people?.replaceChildren()
    if (!people || roll === null) return
    const find = root.querySelector<HTMLInputElement>('[data-part=find]')?.value ?? ''
    const mayWrite = kept.section === null || kept.section.mayRecord
    const settle = Date.now() - this.#touchedAt > SETTLE_MS || people.childElementCount === 0
    drawPeople(people, { roll, texts, device: kept.section?.me.device ?? 'here', mayWrite, find, settle })
  }

  /** What is there for whom, and when. */
  #show(kept: RollKept, roll: Roll | null): void {
    const { section, name, point } = kept
    const isReady = name !== '' && point !== ''
    const on = roll !== null
    const hide = (found: string, hidden: boolean) => {
      const one = this.#root.querySelector<HTMLElement>(found)
      if (one) one.hidden = hidden
    }
    hide('[data-form=who]', !on || isReady)
    hide('[data-part=you]', !on || !isReady)
    hide('[data-step=begin]', on || section?.mayHold !== true)
    hide('[data-part=aid]', on)
    hide('[data-part=open]', !on)
    hide('[data-part=nobody]', !on || roll.of > 0)
    hide('[data-part=rest]', !on || section?.mayRecord === false)
    hide('[data-part=holder]', section?.mayHold !== true)
    hide('[data-part=stewards]', (section?.stewards.length ?? 0) === 0)
    hide('[data-part=earlier]', on || section?.ready === null || section === null)
    this.#fillFields(kept, roll)
  }

  /** What is known already need not be typed. */
  #fillFields({ section, name, point }: RollKept, roll: Roll | null): void {
    const root = this.#root
    const known = name || section?.me.name || ''
    for (const field of root.querySelectorAll<HTMLInputElement>('input[name=by], input[name=name]'))
      if (field.value === '' && document.activeElement !== field) field.value = known
    const where = root.querySelector<HTMLInputElement>('input[name=point]')
    if (where && where.value === '' && document.activeElement !== where) where.value = point
    const options = (into: Element | null, all: readonly HTMLOptionElement[]) => {
      if (into && into.childElementCount !== all.length) into.replaceChildren(...all)
    }
    options(
      root.querySelector('#points'),
      pointsOf(root.querySelector<HTMLElement>('#points'), roll).map((one) => option(one, one)),
    )
    options(
      root.querySelector('select[name=person]'),
      (section?.stewards ?? []).map((one) => option(one.person, one.name)),
    )
  }
}

/** Those of the building, as the page has them, and whatever else stewards have called theirs. */
function pointsOf(into: HTMLElement | null, roll: Roll | null): readonly string[] {
  // `as`: written by `rollCallPage` of the same build.
  const own = JSON.parse(into?.dataset['own'] ?? '[]') as readonly string[]
  return [...new Set([...own, ...(roll?.points ?? []).map(({ point }) => point)])]
}

function option(value: string, text: string): HTMLOptionElement {
  const made = make('option', text)
  made.value = value
  return made
}
