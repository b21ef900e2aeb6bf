// The show that a list proposes: its items, cues and tasks, with what had to be assumed asked.

import { departmentOf, newDepartment } from '../../core/editing/departments.ts'
import { newShow } from '../../core/editing/details.ts'
import { INTERVAL_SECONDS_GUESSED, SECONDS_GUESSED, wholeShow } from '../../core/editing/order.ts'
import { layOutGuessed } from '../../core/editing/spread.ts'
import { id } from '../../core/kit/ids.ts'
import type {
  Cue,
  DepartmentId,
  Item,
  Obligation,
  Place,
  PlaceId,
  Show,
  Track,
} from '../../core/show/show.ts'
import type { CueSaid, Follows, ItemSaid, SheetEvent, SheetQuestion, TaskSaid } from './events.ts'

export type Proposed = { readonly show: Show; readonly questions: readonly SheetQuestion[] }

/** What a task is taken to last where nothing says it. */
const TASK_SECONDS = 60

/** “Ana + Ben”, “Ana and Ben”: several, where each of them does something alone as well. */
const joinedBy = /\s*[+&/,]\s*|\s+(?:and|und|et)\s+/i
const crowds = /^(?:all|both|everybody|everyone|crew|company|alle|beide|tous|toutes)$/i

export function proposeSheet(events: readonly SheetEvent[], title: string, sheet: string): Proposed {
  const alone = new Set(events.flatMap((event) => (event.kind === 'task' ? [same(event.who)] : [])))
  const laying = new Laying(title, sheet, alone)
  for (const event of events)
    if (event.kind === 'item') laying.item(event)
    else if (event.kind === 'cue') laying.cue(event)
    else laying.task(event)
  return laying.proposed()
}

const same = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[\s.,:–—-]+/gu, ' ')
    .trim()

function triggerOf(seconds: number | null, before: Cue | undefined): Cue['trigger'] {
  if (seconds === null || !before) return { kind: 'called' }
  return seconds === 0
    ? { kind: 'follow-on', after: before.id }
    : { kind: 'auto-follow', after: before.id, seconds }
}

class Laying {
  readonly #sheet: string
  /** Everybody as they are written, several together too. */
  readonly #alone: ReadonlySet<string>
  readonly #questions: SheetQuestion[] = []
  readonly #items: Item[] = []
  readonly #cues: Cue[] = []
  readonly #tracks = new Map<string, Track>()
  readonly #places = new Map<string, Place>()
  readonly #obligations: Obligation[] = []
  readonly #byName = new Map<string, Item>()
  readonly #numbers = new Map<string, number>()
  readonly #last = new Map<string, Cue>()
  readonly #called = new Map<string, Cue>()
  /** The cue of the row before, unless that was left out. */
  #laid: Cue | undefined
  #show: Show
  #current: Item | null = null
  #withoutLength = 0
  #firstLine = 1

  constructor(title: string, sheet: string, alone: ReadonlySet<string>) {
    this.#sheet = sheet
    this.#alone = alone
    const details = { title, venue: '', address: '', country: 'GB', timeZone: 'Europe/London' } as const
    this.#show = newShow(details)
  }

  item({ line, code, title, act, seconds, item: kind }: ItemSaid): void {
    if (seconds === null) this.#noLength(line)
    const guessed = kind === 'interval' ? INTERVAL_SECONDS_GUESSED : SECONDS_GUESSED
    const item = {
      id: id<'item'>(`i${this.#items.length + 1}`),
      code,
      title,
      kind,
      act,
      seconds: seconds ?? guessed,
    }
    this.#items.push(item)
    this.#current = item
    for (const name of [code, title])
      if (name !== '' && !this.#byName.has(same(name))) this.#byName.set(same(name), item)
  }

  #noLength(line: number): void {
    if (this.#withoutLength === 0) this.#firstLine = line
    this.#withoutLength += 1
  }

  /** What is named, else where the list has come to, else the show as one. */
  #itemFor(line: number, named: string): Item {
    const known = named === '' ? this.#current : this.#byName.get(same(named))
    if (known) {
      this.#current = known
      return known
    }
    if (named !== '') {
      const isCode = /^\d{1,3}(?:\.\d{1,3})?\p{L}?$/u.test(named)
      const act = this.#current?.act ?? 1
      this.item({
        kind: 'item',
        line,
        code: isCode ? named : '',
        title: isCode ? '' : named,
        act,
        seconds: null,
        item: 'scene',
      })
    } else {
      this.#items.push(wholeShow)
      this.#ask(
        line,
        'item',
        'This list has no scenes: what is in it lies in the show as one, taken to last an hour. What is its running order?',
      )
      this.#current = wholeShow
    }
    return this.#current ?? wholeShow
  }

  cue({ line, department: said, number, title, words, page, item: named, follows }: CueSaid): void {
    const item = this.#itemFor(line, named)
    const department = departmentOf(this.#show, said) ?? newDepartment(this.#show, said)
    if (!this.#show.departments.includes(department))
      this.#show = { ...this.#show, departments: [...this.#show.departments, department] }
    const spoken = `${department.id} ${number.toUpperCase().replaceAll(/\s/g, '')}`
    const twin = this.#numbers.get(spoken)
    if (twin !== undefined) {
      this.#laid = undefined
      this.#ask(
        line,
        'cue',
        `${department.short} ${number} stands in row ${twin} already; this one was left out. What is its number?`,
      )
      return
    }
    this.#numbers.set(spoken, line)
    const before = follows ? this.#cueBefore(follows, department.id) : undefined
    if (follows !== null && !before)
      this.#ask(
        line,
        'cue',
        `${department.short} ${number} follows a cue that is not before it here; it is put down as called. Which?`,
      )
    const cue: Cue = {
      ...{ id: id<'cue'>(`c${this.#cues.length + 1}`), department: department.id, number, title },
      anchor: {
        ...{ item: item.id, seconds: 0, guessed: true },
        ...(words === '' ? {} : { line: words }),
        ...(page === '' ? {} : { page }),
      },
      trigger: triggerOf(follows?.seconds ?? null, before),
    }
    this.#cues.push(cue)
    this.#last.set(department.id, cue)
    this.#laid = cue
    this.#called.set(same(`${department.short} ${number}`), cue)
  }

  #cueBefore({ after, before }: Follows, department: DepartmentId): Cue | undefined {
    if (after !== null) return this.#called.get(same(after))
    return before === 'in the list' ? this.#laid : this.#last.get(department)
  }

  task(said: TaskSaid): void {
    for (const who of this.#each(said)) this.#taskOf({ ...said, who })
  }

  /** Who is meant; asked once for each that is several. */
  #each({ line, who }: TaskSaid): readonly string[] {
    const parts = who.split(joinedBy).filter((part) => part !== '')
    if (parts.length > 1 && parts.every((part) => this.#alone.has(same(part)))) return parts
    if (!this.#tracks.has(same(who)) && (parts.length > 1 || crowds.test(who)))
      this.#ask(line, 'task', `“${who}” may be several, and is one track here; who are they?`)
    return [who]
  }

  #taskOf({ line, who, title, words, item: named, from, to, seconds }: TaskSaid): void {
    const item = this.#itemFor(line, named)
    const track = this.#trackFor(who)
    const [placeIn, placeOut] = [this.#placeFor(from), this.#placeFor(to)]
    this.#obligations.push({
      ...{ id: id<'obligation'>(`o${this.#obligations.length + 1}`), track: track.id, kind: 'task', title },
      anchor: { item: item.id, seconds: 0, guessed: true, ...(words === '' ? {} : { line: words }) },
      ...{ seconds: seconds ?? TASK_SECONDS, droppable: 're-assignable' },
      ...(placeIn ? { placeIn } : {}),
      ...(placeOut ? { placeOut } : {}),
    })
  }

  #trackFor(who: string): Track {
    const known = this.#tracks.get(same(who))
    if (known) return known
    const number = this.#tracks.size + 1
    const track: Track = { id: id<'track'>(`t${number}`), code: `R${number}`, title: who, kind: 'crew' }
    this.#tracks.set(same(who), track)
    return track
  }

  #placeFor(said: string): PlaceId | null {
    if (said === '') return null
    const place = this.#places.get(same(said)) ?? {
      ...{ id: id<'place'>(`p${this.#places.size + 1}`), code: said, name: said },
    }
    this.#places.set(same(said), place)
    return place.id
  }

  proposed(): Proposed {
    if (this.#withoutLength > 0)
      this.#ask(
        this.#firstLine,
        'item',
        `${this.#withoutLength === 1 ? 'One item has' : `${this.#withoutLength} items have`} no length: five minutes are taken, twenty for an interval. How long are they?`,
      )
    const [edition] = this.#show.editions
    const show: Show = {
      ...this.#show,
      items: this.#items,
      cues: this.#cues,
      tracks: [...this.#tracks.values()],
      obligations: this.#spread(),
      venue: { ...this.#show.venue, places: [...this.#places.values()] },
      editions: edition ? [{ ...edition, items: this.#items.map((item) => item.id) }] : [],
    }
    return { show: layOutGuessed(show), questions: this.#questions }
  }

  /** Tasks of one item lie in it one after another, in the order of the list. */
  #spread(): readonly Obligation[] {
    const counts = new Map<string, number>()
    for (const { anchor } of this.#obligations) counts.set(anchor.item, (counts.get(anchor.item) ?? 0) + 1)
    const met = new Map<string, number>()
    const lengths = new Map(this.#items.map((item) => [item.id, item.seconds]))
    return this.#obligations.map((obligation) => {
      const { anchor } = obligation
      const place = met.get(anchor.item) ?? 0
      met.set(anchor.item, place + 1)
      const length = lengths.get(anchor.item) ?? 0
      const seconds = Math.round(((length * place) / (counts.get(anchor.item) ?? 1)) * 10) / 10
      return { ...obligation, anchor: { ...anchor, seconds } }
    })
  }

  #ask(line: number, kind: SheetQuestion['kind'], message: string): void {
    this.#questions.push({ line, column: 1, sheet: this.#sheet, kind, message })
  }
}
