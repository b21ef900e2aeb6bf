// Tonight: the installation, the performance that is on, and how each is opened from the log.

import { may, type Viewer } from '../../core/disclosure/policy.ts'
import type { InstallationCommand, PublishedShow } from '../../core/installation/commands.ts'
import {
  applyInstallation,
  currentPerformance,
  decideInstallation,
  emptyInstallation,
  type InstallationState,
  type Performance,
  theMachine,
} from '../../core/installation/installation.ts'
import { ofProduction } from '../../core/installation/productions.ts'
import { id } from '../../core/kit/ids.ts'
import type { Instant } from '../../core/kit/time.ts'
import { type NightCommand, type NightState, type Plan, planOf } from '../../core/night/night.ts'
import type { PlayedPerformance } from '../../core/running/played.ts'
import type { PerformanceKind } from '../../core/show/kinds.ts'
import type { Show } from '../../core/show/show.ts'
import { tellMistake, toldAs } from '../clock/mistakes.ts'
import { type Onward, onward } from '../clock/onward.ts'
import { INSTALLATION_STREAM, type Log } from '../log/log.ts'
import { type Owner, type OwnerAnswer, startOwner } from '../owner/owner.ts'
import { notBeforeRecord } from './door-time.ts'
import { type EarlierNight, keepPlayed, playedBefore, readNight } from './earlier.ts'
import { forgetOld } from './forgetting.ts'
import { keepNoticed } from './noticing.ts'
import { isRenewed, isSame, openNight } from './open-night.ts'
import { recallPerformances } from './recalling.ts'
import { refusal } from './refusal.ts'
import { keepVersion, rememberShows, type ShowsRead } from './shows-read.ts'
import type { ChangeShow, Published, StageOptions, When } from './stage-asks.ts'
import { tellDamage } from './telling-damage.ts'

export type Night = {
  readonly performance: Performance
  readonly plan: Plan
  readonly owner: Owner<NightState, NightCommand>
}

export type Stage = {
  readonly installation: Owner<InstallationState, InstallationCommand>
  /** What links, letters, keys and guests go by: it never goes back. */
  readonly door: Onward
  night(): Night | null
  /** Publishes the show, plans a performance of it and opens it as tonight's. */
  plan(
    showText: string,
    show: Show,
    curtainAt: Instant,
    by: Viewer,
    command?: string,
    kind?: PerformanceKind,
  ): Promise<OwnerAnswer>
  /** Another performance of the show that is on. */
  planNext(curtainAt: Instant, by: Viewer, command: string, kind?: PerformanceKind): Promise<OwnerAnswer>
  /** The show as it was last published; null before there is one. */
  published(): Promise<Show | null>
  version(hash: string): Promise<Show | null>
  /** Versions of shows and pages of the book, each under the hash of what it holds: copied with the record, and in no event. */
  readonly documents: Pick<Log, 'saveDocument' | 'document'>
  /** Publishes what `change` makes of the published show, one at a time; tonight takes it where it may (TAKE-3). */
  edit(change: ChangeShow, by: Viewer, command: string): Promise<Published>
  /** Tonight takes the newest version because somebody asks. */
  takeTonight(by: Viewer): Promise<OwnerAnswer>
  /** Performances of tonight's show, tonight's included, in their order. */
  performances(): readonly Performance[]
  /** One of them as its record has it; null where it is not one of them or cannot be read. */
  earlier(number: number): Promise<EarlierNight | null>
  /** The times of those that are closed, newest first. */
  played(): Promise<readonly PlayedPerformance[]>
  /** Numbers of performances whose record could not be read when somebody last looked: passed over, and named. */
  unreadable(): readonly number[]
  /** What the sender of this command was told in a performance that is not on any more; null where it was not there. */
  told(performance: string, command: string): Promise<OwnerAnswer | null>
  /** Called whenever another performance becomes tonight's. */
  onNight(listener: (night: Night) => void): void
  close(): Promise<void>
}

/** A performance that could not be opened is tried again after this long. */
export const OPEN_AGAIN_MS = 1_000

export async function openStage(options: StageOptions): Promise<Stage> {
  const { log, clock } = options
  const door = onward(clock)
  const installation = await startOwner(log, door, {
    stream: INSTALLATION_STREAM,
    projector: 'installation@6',
    empty: emptyInstallation,
    apply: applyInstallation,
    decide: (state: InstallationState, command: InstallationCommand, { by, at }) =>
      decideInstallation(state, command, by, at),
  })
  await notBeforeRecord(log, door, installation.state())
  const losses = options.losses ?? []
  if (losses.some(({ stream }) => stream === INSTALLATION_STREAM))
    await recallPerformances(options, installation)
  const stage = new OpenStage(options, installation, door)
  await stage.openCurrent()
  await tellDamage(stage, losses)
  return stage
}

class OpenStage implements Stage {
  readonly installation: Owner<InstallationState, InstallationCommand>
  readonly door: Onward
  readonly documents: Stage['documents']
  readonly #options: StageOptions
  readonly #shows: ShowsRead
  #night: Night | null = null
  #opening: Promise<void> = Promise.resolve()
  #planning: Promise<unknown> = Promise.resolve()
  #playing: Promise<readonly PlayedPerformance[]> | null = null
  #closed = false
  readonly #unreadable = new Set<number>()
  #forgetting: Promise<void> = Promise.resolve()
  readonly #listeners: ((night: Night) => void)[] = []

  constructor(
    options: StageOptions,
    installation: Owner<InstallationState, InstallationCommand>,
    door: Onward,
  ) {
    this.door = door
    this.#shows = rememberShows(options.log, options.readShow)
    this.#options = { ...options, version: this.#shows.version }
    this.installation = installation
    this.documents = options.log
    // Also what the log took without saying so is a performance to open.
    installation.onChange(() => this.#openPlanned())
  }

  night(): Night | null {
    return this.#night
  }

  onNight(listener: (night: Night) => void): void {
    this.#listeners.push(listener)
  }

  performances(): readonly Performance[] {
    const night = this.#night
    return night ? ofProduction(this.installation.state().performances, night.performance.production) : []
  }

  async earlier(number: number): Promise<EarlierNight | null> {
    const night = this.#night
    if (night?.performance.number === number) return { plan: night.plan, state: night.owner.state() }
    // The newest, where numbers were given twice before a show kept them through a new title.
    const found = this.performances().findLast((one) => one.number === number)
    if (!found) return null
    const earlier = await readNight(this.#options, found).catch(toldAs(null))
    this.#unreadable[earlier ? 'delete' : 'add'](number)
    return earlier
  }

  /** One reading at a time, however many ask. */
  played(): Promise<readonly PlayedPerformance[]> {
    this.#playing ??= this.#played().finally(() => {
      this.#playing = null
    })
    return this.#playing
  }

  async #played(): Promise<readonly PlayedPerformance[]> {
    const production = this.#night?.performance.production ?? ''
    this.#unreadable.clear()
    const passOver = ({ number }: Performance) => void this.#unreadable.add(number)
    const every = { id: id<'performance'>(''), production }
    return playedBefore(this.#options, this.performances(), every, passOver)
  }

  unreadable(): readonly number[] {
    return [...this.#unreadable].toSorted((one, other) => one - other)
  }

  async told(performance: string, command: string): Promise<OwnerAnswer | null> {
    if (!this.installation.state().performances.some((one) => one.id === performance)) return null
    return this.#told(performance, command)
  }

  // `as`: the log wrote this answer itself.
  async #told(stream: string, command: string): Promise<OwnerAnswer | null> {
    const known = await this.#options.log.answer(stream, command)
    return known === null ? null : (known.answer as unknown as OwnerAnswer)
  }

  plan(
    showText: string,
    show: Show,
    curtainAt: Instant,
    by: Viewer,
    command = this.#options.freshId(),
    kind: PerformanceKind = 'show',
  ): Promise<OwnerAnswer> {
    return this.#inTurn(async () => {
      const hash = await this.#options.log.saveDocument(showText)
      const { title, production } = show
      return this.#planPerformance({ show: hash, title, production, curtainAt, kind }, by, command)
    })
  }

  /** One at a time: the second of two presses finds the performance that the first one made. */
  planNext(
    curtainAt: Instant,
    by: Viewer,
    command: string,
    kind: PerformanceKind = 'show',
  ): Promise<OwnerAnswer> {
    return this.#inTurn(() => this.#planNextNow({ curtainAt, kind }, by, command))
  }

  async #planNextNow(when: When, by: Viewer, command: string): Promise<OwnerAnswer> {
    // Asked first: what was planned once is not refused the second time.
    const told = await this.#told(INSTALLATION_STREAM, command)
    if (told !== null) return told
    // Before anything is said about tonight.
    if (!may(by, 'open a performance')) return refusal('not-yours', 'This device does not open performances.')
    const state = this.installation.state()
    const last = currentPerformance(state)
    if (!last || !state.published) return refusal('no-show', 'No show is published yet.')
    const night = this.#night
    if (night?.performance.id !== last.id || night.owner.state().calling.closedAt === null) {
      return refusal('still-open', 'Tonight’s performance is not closed yet.')
    }
    return this.#planPerformance({ ...state.published, ...when }, by, command)
  }

  async #planPerformance(
    { kind, ...what }: PublishedShow & When & { readonly production?: string | undefined },
    by: Viewer,
    commandId: string,
  ): Promise<OwnerAnswer> {
    const performance = id<'performance'>(`performance-${this.#options.freshId()}`)
    const command = {
      ...({ name: 'performance.plan', id: performance, edition: null } as const),
      ...what,
      ...(kind === 'show' ? {} : { kind }),
    }
    const madeAt = this.#options.clock.now()
    const answer = await this.installation.submit({ id: commandId, by, madeAt, command })
    if (answer.ok) await this.openCurrent()
    return answer
  }

  /** Opens the newest planned performance, one at a time (whoever asked is told what broke); finishes one cut in two. */
  openCurrent(): Promise<void> {
    const opening = this.#opening.then(() => this.#openNewest())
    this.#opening = opening.catch(() => undefined)
    return opening
  }

  async #openNewest(): Promise<void> {
    const performance = currentPerformance(this.installation.state())
    if (!performance || isSame(performance, this.#night?.performance)) return
    const { performances } = this.installation.state()
    const now = this.#options.clock.now()
    // Before it has an owner: a house that was dark for long opens on the performance that it closed with.
    await forgetOld(this.#options, [performance], now)
    // Of a version that was taken: what was pressed before is settled first, by the owner that has it.
    if (performance.id === this.#night?.performance.id) await this.#night.owner.close()
    const night = await openNight(this.#options, performance, performances)
    if (isRenewed(night.owner.state(), performance)) return this.#finishTaking(night)
    this.#keepTimes(night)
    if (performance.id !== this.#night?.performance.id) await this.#night?.owner.close()
    this.#night = night
    for (const listener of this.#listeners) listener(night)
    this.#forget()
  }

  /** Beside everything else, one after the other: tonight waits for none of it. */
  #forget(): void {
    this.#forgetting = this.#forgetting.then(async () => {
      const tonight = this.#night?.performance.id
      const others = this.installation.state().performances.filter(({ id }) => id !== tonight)
      if (!this.#closed) await forgetOld(this.#options, others, this.#options.clock.now())
    })
  }

  /** Its record took a version, and a crash came before the installation knew: now it does, and it is opened with that. */
  async #finishTaking({ performance, owner }: Night): Promise<void> {
    const show = owner.state().calling.opened?.show ?? performance.show
    const title = (await this.version(show))?.title ?? performance.title
    await owner.close()
    const answer = await this.#revise(performance, { show, title }, theMachine)
    if (!answer.ok)
      throw new Error(`Performance ${performance.number} cannot be opened with the show it took.`)
    return this.#openNewest()
  }

  #revise(performance: Performance, { show, title }: PublishedShow, by: Viewer): Promise<OwnerAnswer> {
    const command = { name: 'performance.revise', performance: performance.id, show, title } as const
    // A fresh id: what was taken once may be taken again after another.
    const id = `revise:${this.#options.freshId()}`
    return this.installation.submit({ id, by, madeAt: this.#options.clock.now(), command })
  }

  async published(): Promise<Show | null> {
    return this.version(this.installation.state().published?.show ?? '')
  }

  version(hash: string): Promise<Show | null> {
    return this.#shows.version(hash)
  }

  edit(change: ChangeShow, by: Viewer, command: string): Promise<Published> {
    return this.#inTurn(async () => {
      const told = await this.#told(INSTALLATION_STREAM, command)
      if (told !== null) return told
      if (!may(by, 'edit the show')) return refusal('not-yours', 'A stage manager edits the show.')
      const before = await this.published()
      const changed = before && (await change(before, this.installation.state().published?.show ?? ''))
      if (!changed) return refusal('no-show', 'There is no show yet to change.')
      if (!changed.ok) return changed
      const { show } = changed.value
      const version = {
        show: await keepVersion(this.#options.log, this.#shows, changed.value),
        title: show.title,
      }
      const publish = { name: 'show.publish', ...version } as const
      const madeAt = this.#options.clock.now()
      const answer = await this.installation.submit({ id: command, by, madeAt, command: publish })
      if (!answer.ok) return answer
      return { ...answer, version: version.show, tonight: await this.#take(version, show, by, false) }
    })
  }

  takeTonight(by: Viewer): Promise<OwnerAnswer> {
    return this.#inTurn(async () => {
      const { published } = this.installation.state()
      const show = await this.published()
      if (!published || !show) return refusal('no-show', 'There is no show yet.')
      return (await this.#take(published, show, by, true)) ?? { ok: true, seq: 0 }
    })
  }

  /** Tonight takes the version where it may; else why not, in a sentence. Null where it did. */
  async #take(
    version: PublishedShow,
    show: Show,
    by: Viewer,
    asked: boolean,
  ): Promise<Exclude<OwnerAnswer, { ok: true }> | null> {
    const night = this.#night
    if (!night) return refusal('no-night', 'No performance is open.')
    if (night.performance.show === version.show) return null
    const plan = planOf(show, undefined, night.performance.kind)
    const command = { name: 'show.take', show: version.show, plan, asked } as const
    const madeAt = this.#options.clock.now()
    const taken = await night.owner.submit({ id: `take:${this.#options.freshId()}`, by, madeAt, command })
    if (!taken.ok) return taken
    return this.#follow(night.performance, version, by).then(() => null)
  }

  /** The installation learns which version the record took, however often it takes: until then nothing is pressed. */
  async #follow(performance: Performance, version: PublishedShow, by: Viewer): Promise<void> {
    if (this.#closed) return
    const answer = await this.#revise(performance, version, by)
    if (answer.ok) return this.openCurrent()
    const again = () => void this.#follow(performance, version, by).catch(() => this.#openPlanned())
    this.#options.clock.after(OPEN_AGAIN_MS, again)
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#planning.then(act)
    this.#planning = turn.catch(() => undefined)
    return turn
  }

  /** Once it is closed, and once only. A house does not stop for its sums: whoever needs them makes them anew. */
  #keepTimes({ performance, plan, owner }: Night): void {
    let kept = owner.state().calling.closedAt !== null
    owner.onChange(() => {
      if (kept || owner.state().calling.closedAt === null) return
      kept = true
      const night = { plan, state: owner.state() }
      keepPlayed(this.#options.log, performance, night).catch(tellMistake)
      keepNoticed(this.#options.log, performance, night).catch(tellMistake)
      this.#forget()
    })
  }

  #openPlanned(): void {
    if (this.#closed) return
    this.openCurrent().catch((error) => {
      tellMistake(error)
      this.#options.clock.after(OPEN_AGAIN_MS, () => this.#openPlanned())
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#opening
    await this.#forgetting
    await this.#night?.owner.close()
    await this.installation.close()
  }
}
