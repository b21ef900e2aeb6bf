// Makes the card that is there without any script write down what is touched. One delegated listener, and nothing blocks.

import { functionsOf } from '../../core/incident/functions.ts'
import {
  abouts,
  bounds,
  deedNames,
  functionNames,
  type IncidentRecord,
  type Said,
  showDecisions,
  type What,
} from '../../core/incident/record.ts'
import type { Order } from '../../core/incident/sheet.ts'
import { id } from '../../core/kit/ids.ts'
import { type Beats, openBeats } from './beating.ts'
import { keepDelivering } from './deliver.ts'
import { drawBriefing, drawFunctions, drawLines, drawSheet, recordsOf } from './draw.ts'
import { drawAudience, drawElsewhere, drawNames, drawSheets, drawStop } from './draw-others.ts'
import { askForPage } from './one-page.ts'
import { keepAsking, nobodyElse, type Others } from './others.ts'
import { keepPrintedWhen } from './printed-when.ts'
import { askQuietly, keepQuietRounds, quietMark } from './quiet-help.ts'
import { openSound } from './sound.ts'
import {
  type BeatPace,
  beatPaces,
  isOpen,
  type Kept,
  keep,
  ofCurrent,
  readKept,
  type Shelf,
  type Told,
  takenUp,
  waitingOf,
  write,
} from './store.ts'
import { type CardTexts, textsOn } from './texts.ts'

const MINUTE_MS = 60_000

export type Card = {
  /** Written down as raised, before anything else is touched. */
  raise(how: 'hold' | 'taps' | 'key', place: string | null): void
  end(): void
}

/** `root`: an element of class `incident` with a card in it. Null where it holds none. */
export function mountCard(root: HTMLElement, shelf: Shelf): Card | null {
  const texts = textsOn(root)
  if (texts === null) return null
  const mounted = new Mounted(root, shelf, texts)
  return mounted
}

class Mounted implements Card {
  readonly #root: HTMLElement
  readonly #shelf: Shelf
  readonly #texts: CardTexts
  readonly #drill: boolean
  readonly #beats: Beats
  readonly #delivering: ReturnType<typeof keepDelivering>
  readonly #heard = new AbortController()
  readonly #asking: ReturnType<typeof keepAsking>
  readonly #quiet: ReturnType<typeof keepQuietRounds>
  #others: Others = nobodyElse
  #order: Order = 'ATMIST'
  #full = false

  constructor(root: HTMLElement, shelf: Shelf, texts: CardTexts) {
    this.#root = root
    this.#shelf = shelf
    this.#texts = texts
    this.#drill = root.dataset['drill'] === 'yes'
    this.#beats = openBeats({ root, shelf, texts, sound: openSound() })
    root.dataset['live'] = ''
    const { signal } = this.#heard
    keepPrintedWhen(root, texts.timeZone, signal)
    root.addEventListener('click', (event) => this.#click(event), { signal })
    root.addEventListener('pointerdown', () => this.#beats.touched(), { signal })
    root.addEventListener('submit', (event) => this.#submit(event), { signal })
    this.#draw(readKept(shelf))
    this.#delivering = keepDelivering(shelf, (kept) => this.#draw(kept))
    this.#asking = keepAsking({ shelf, drill: this.#drill, heard: (others) => this.#hear(others) })
    this.#quiet = keepQuietRounds(shelf, (kept) => {
      const mark = root.querySelector('[data-part=quiet-mark]')
      if (mark) mark.textContent = quietMark(kept, Date.now())
    })
    root.addEventListener('input', () => drawAudience(root), { signal })
    void navigator.wakeLock?.request('screen').catch(() => null)
  }

  raise(how: 'hold' | 'taps' | 'key', place: string | null): void {
    this.#write({ kind: 'opened', place, how })
  }

  end(): void {
    this.#heard.abort()
    this.#delivering.end()
    this.#asking.end()
    this.#quiet.end()
    this.#beats.end()
  }

  /** Stood down elsewhere it is over here too: what is raised next is another. */
  #hear(others: Others): void {
    this.#others = others
    const kept = readKept(this.#shelf)
    const over = others.records.some(({ what }) => what.kind === 'stood-down')
    const isOver = over && kept.current !== null && kept.current.id !== kept.ended
    this.#draw(isOver && kept.current ? keep(this.#shelf, { ...kept, ended: kept.current.id }) : kept)
  }

  #write(what: What, parts: Told['parts'] = {}): void {
    const kept = readKept(this.#shelf)
    const written = write(kept, what, { drill: this.#drill, now: Date.now(), parts })
    this.#full = written === null
    if (written !== null) keep(this.#shelf, written)
    this.#draw(written ?? kept)
    this.#delivering.now()
  }

  #click(event: MouseEvent): void {
    const touched = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null
    if (touched === null) return
    const { beat, pace, order, part, then, pageOf } = touched.dataset
    this.#recordTouch(touched.dataset)
    if (beat !== undefined) this.#beat(beat)
    const paced = beatPaces.find((one) => one === pace)
    if (paced) this.#pace(paced)
    if (order === 'ATMIST' || order === 'IMIST-AMBO') {
      this.#order = order
      this.#draw(readKept(this.#shelf))
    }
    if (part === 'print') print()
    if (part === 'quiet') {
      askQuietly(this.#shelf, null, Date.now())
      this.#quiet.now()
    }
    if (part === 'page') void this.#page()
    if (pageOf !== undefined) void this.#page(pageOf)
    this.#goTo(event, touched, then)
  }

  #page(of?: string): Promise<void> {
    const other = of === undefined ? undefined : { id: of, drill: this.#drill }
    return askForPage({ root: this.#root, shelf: this.#shelf, order: this.#order, texts: this.#texts, other })
  }

  #recordTouch(touched: Readonly<Record<string, string | undefined>>): void {
    const deed = deedNames.find((one) => one === touched['deed'])
    const decision = showDecisions.find((one) => one === touched['stage'])
    const name = functionNames.find((one) => one === touched['function'])
    const { correct } = touched
    if (deed) this.#write({ kind: 'done', deed })
    if (decision) this.#write({ kind: 'show', decision, where: '' })
    if (name) this.#take(name)
    if (correct !== undefined) this.#correct(correct)
    if (touched['takeUp'] !== undefined) this.#takeUp(touched['takeUp'])
    if (touched['sameAs'] !== undefined)
      this.#write({ kind: 'same-as', incident: id<'incident'>(touched['sameAs']) })
    if (touched['part'] === 'stand-down') this.#write({ kind: 'stood-down' })
  }

  #takeUp(incident: string): void {
    const told = { drill: this.#drill, now: Date.now() }
    this.#draw(keep(this.#shelf, takenUp(readKept(this.#shelf), id<'incident'>(incident), told)))
    this.#asking.now()
  }

  /** With a name it is for whoever is named, told by voice; without one it is whoever holds this device. */
  #take(name: (typeof functionNames)[number]): void {
    const field = this.#root.querySelector<HTMLInputElement>('input[data-part=who-name]')
    const who = field?.value.trim() ?? ''
    if (who === '') {
      field?.focus()
      return
    }
    this.#write({ kind: 'function', name, step: 'told-by-voice', who }, { evidence: 'was-told' })
  }

  /** What stands in the words field is the correction. */
  #correct(record: string): void {
    const field = this.#root.querySelector<HTMLTextAreaElement>('textarea[name=text]')
    const text = field?.value.trim() ?? ''
    if (text === '') {
      field?.focus()
      return
    }
    this.#write({ kind: 'corrects', record, text })
    if (field) field.value = ''
  }

  #beat(how: string): void {
    if (how === 'start') this.#beats.start()
    if (how === 'swap') {
      this.#beats.swap()
      this.#write({ kind: 'done', deed: 'swapped' })
    }
    if (how === 'stop' && this.#beats.isOn()) {
      this.#beats.stop()
      this.#write({ kind: 'done', deed: 'cpr-paused' })
    }
  }

  #pace(pace: BeatPace): void {
    this.#beats.pace(pace)
    for (const one of this.#root.querySelectorAll<HTMLElement>('[data-pace]'))
      one.setAttribute('aria-pressed', String(one.dataset['pace'] === pace))
  }

  /** The step that was touched fills the screen; a telephone number is the device's own business. */
  #goTo(event: MouseEvent, touched: HTMLElement, then: string | undefined): void {
    const href = touched.getAttribute('href')
    const to = then ?? (href?.startsWith('#') ? href.slice(1) : undefined)
    if (to === undefined) return
    if (then === undefined) event.preventDefault()
    const place = this.#root.querySelector(`#${to}`)
    place?.scrollIntoView()
    // A field is ready to be typed into: what was found beside them is on the sheet in two touches (N26).
    if (place instanceof HTMLTextAreaElement) place.focus()
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const given = new FormData(event.target)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    if (event.target.dataset['part'] === 'hand-over') {
      if (text('to') !== '') this.#write({ kind: 'handed-over', to: text('to') })
    } else if (event.target.dataset['part'] === 'along') this.#along(text)
    else if (event.target.dataset['part'] === 'command') {
      if (text('to') !== '') this.#write({ kind: 'command-passed', to: text('to'), text: text('text') })
    } else
      this.#words({ about: text('about'), text: text('text'), witness: text('witness'), ago: text('ago') })
    event.target.reset()
  }

  /** Who goes with them, and where to; what is left empty was not said. */
  #along(text: (name: string) => string): void {
    const who = text('who')
    if (who !== '')
      this.#write(
        { kind: 'function', name: 'goes-along', step: 'told-by-voice', who },
        { evidence: 'was-told' },
      )
    for (const about of ['hospital', 'number-to-ring'] as const)
      if (text(about) !== '') this.#write({ kind: 'words', about, text: text(about), witness: null })
  }

  #words(given: { about: string; text: string; witness: string; ago: string }): void {
    const ago = Number.parseInt(given.ago, 10)
    const at = Number.isFinite(ago) && ago > 0 ? Date.now() - ago * MINUTE_MS : null
    const happened: Said['happened'] = at === null ? null : { from: at, to: at }
    const bound = bounds.find((one) => `bound:${one}` === given.about)
    const about = abouts.find((one) => one === given.about)
    const parts = { happened, evidence: 'was-told', certainty: at === null ? 'certain' : 'about' } as const
    const witness = given.witness === '' ? null : given.witness
    if (bound)
      this.#write(
        {
          kind: 'known',
          bound,
          witness: witness ?? this.#texts.paper.unknown,
          doing: given.text || this.#texts.paper.unknown,
        },
        parts,
      )
    else if (about && given.text !== '')
      this.#write({ kind: 'words', about, text: given.text, witness }, parts)
  }

  #draw(kept: Kept): void {
    const root = this.#root
    const texts = this.#texts
    const said = ofCurrent(kept).filter((one) => one.drill === this.#drill)
    const isHere = isOpen(kept, this.#drill, Date.now())
    root.toggleAttribute('data-raised', said.length > 0 || isHere)
    const records = this.#withOthers(recordsOf(said, kept.device, Date.now()))
    const part = (name: string) => root.querySelector(`[data-part="${name}"]`)
    const [lines, sheet, waiting, briefing] = [
      part('lines'),
      part('sheet'),
      part('waiting'),
      part('briefing'),
    ]
    const drill = root.querySelector('.banner')?.textContent ?? ''
    if (lines) drawLines(lines, records, texts)
    if (sheet) drawSheet(sheet, { records, order: this.#order, drill, texts })
    if (briefing) drawBriefing(briefing, records, texts)
    drawFunctions(root, records, texts)
    drawNames(root, [...new Set(functionsOf(records).flatMap(({ asked }) => asked))])
    drawElsewhere(
      root,
      { ...this.#others, drill: this.#drill, own: isHere ? (kept.current?.id ?? null) : null },
      texts,
    )
    const own = isHere ? (kept.current?.id ?? null) : null
    drawSheets(root, { sheets: this.#others.sheets, drill: this.#drill, own }, texts)
    drawStop(root, this.#others.stop, texts)
    drawAudience(root)
    const down = root.querySelector<HTMLElement>('button[data-part=stand-down]')
    if (down) down.hidden = !isHere
    if (waiting) waiting.textContent = this.#full ? texts.record.full : waitingWords(kept, texts)
    for (const one of root.querySelectorAll<HTMLElement>('[data-order]'))
      one.setAttribute('aria-pressed', String(one.dataset['order'] === this.#order))
    markDone(root, records)
  }

  /** The house has put this device's clock right, where it has an entry already. */
  #withOthers(own: readonly IncidentRecord[]): readonly IncidentRecord[] {
    const { records } = this.#others
    const known = new Set(records.map((one) => one.id))
    return [...records, ...own.filter((one) => !known.has(one.id))]
  }
}

function markDone(root: Element, records: readonly IncidentRecord[]): void {
  const done = new Set<string>(records.flatMap(({ what }) => (what.kind === 'done' ? [what.deed] : [])))
  for (const one of root.querySelectorAll<HTMLElement>('button[data-deed]'))
    one.toggleAttribute('data-done', done.has(one.dataset['deed'] ?? ''))
}

function waitingWords(kept: Kept, { record }: CardTexts): string {
  const waiting = waitingOf(kept).length
  if (kept.said.length === 0) return record.none
  return waiting === 0 ? record.delivered : `${record.kept}. ${record.waiting}: ${waiting}.`
}
