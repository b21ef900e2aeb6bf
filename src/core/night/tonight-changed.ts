// Versions of who plays what and of the order, for the report of those who plan: names and times, and nothing of why.

import type { CoveringState, Version } from '../covering/covering.ts'
import { sees, type Viewer } from '../disclosure/policy.ts'
import type { Report } from '../paperwork/report.ts'
import type {
  ReportOrder,
  ReportOrderChange,
  ReportPlan,
  TonightChanged,
} from '../paperwork/tonight-changed.ts'
import type { Change } from '../reorder/change.ts'
import type { OrderVersion } from '../reorder/night-order.ts'
import type { ItemId, ObligationId, PersonId, Show } from '../show/show.ts'
import type { NightState, Plan } from './night.ts'
import { firstOf } from './played-again.ts'
import { Names } from './seen.ts'

/** For the report of those who plan; of nobody else's it is no part. */
export const changedFor = (plan: Plan, state: NightState, viewer: Viewer): Pick<Report, 'changed'> =>
  sees(viewer, 'plans') === 'all' && sees(viewer, 'report') === 'all'
    ? { changed: tonightChanged(plan, state) }
    : {}

/** Null where tonight was as rehearsed. */
function tonightChanged({ show }: Plan, { covering, order }: NightState): TonightChanged | null {
  if (covering.versions.length + order.versions.length === 0) return null
  const words = new Words(show)
  return {
    plans: covering.versions.map((one) => words.plan(one, covering)),
    orders: order.versions.map((one) => words.order(one)),
  }
}

class Words {
  readonly #show: Show
  readonly #names: Names

  constructor(show: Show) {
    this.#show = show
    this.#names = new Names(show)
  }

  plan({ changes, drafted, walked = [], ...one }: Version, { told, announced }: CoveringState): ReportPlan {
    const { version, at, why, proved, shownAt, overridden } = one
    return {
      ...{ version, at, why, proved, shownAt, overridden },
      // `as`: a device's name is nobody's, and gives none.
      by: this.#names.callName(one.yes ?? (one.by as PersonId)),
      unasked: one.unasked === true,
      changed: new Set(changes.flatMap(({ person }) => person ?? [])).size,
      drafted: drafted === undefined ? null : this.#names.callName(drafted),
      cut: changes.filter(({ person }) => person === null).length,
      walked: this.#itemsOf(walked),
      announced: announced
        .filter((word) => word.version === version)
        .map(({ channel, at: usedAt }) => ({ channel, at: usedAt })),
      told: told
        .filter((word) => word.version === version)
        .map(({ to, by, at: saidAt }) => ({
          name: 'person' in to ? this.#name(to.person) : this.#department(to.department),
          by: by === null ? null : this.#name(by),
          at: saidAt,
        })),
    }
  }

  order({ version, at, heard, approvedBy, by, changes, told = [], overridden }: OrderVersion): ReportOrder {
    return {
      ...{ version, at, heard },
      // `as`: as above.
      by: this.#names.callName(approvedBy ?? (by as PersonId)),
      changes: changes.map((change) => this.#change(change)),
      told: told.map((one) => ({ name: this.#name(one.person), by: this.#name(one.by) })),
      overridden: overridden === true,
    }
  }

  #change(change: Change): ReportOrderChange {
    const said = { kind: change.kind, item: '', other: '', seconds: 0 }
    switch (change.kind) {
      case 'cut':
      case 'shorten':
        return { ...said, item: this.#item(change.item) }
      case 'swap':
        return { ...said, item: this.#item(change.item), other: this.#item(change.with) }
      case 'move':
      case 'repeat':
        return { ...said, item: this.#item(change.item), other: this.#item(change.after) }
      case 'delay':
      case 'wait':
        return { ...said, item: this.#item(change.item), seconds: change.seconds }
      case 'vamp':
        return { ...said, seconds: change.seconds }
      case 'skip':
        return { ...said, item: this.#item(change.after) }
      default:
        return change satisfies never
    }
  }

  #item(item: ItemId): string {
    const found = this.#show.items.find(({ id }) => id === item)
    return found ? `${found.code} ${found.title}`.trim() : item
  }

  #name(person: PersonId): string {
    return this.#names.callName(person) ?? ''
  }

  #itemsOf(walked: readonly ObligationId[]): readonly string[] {
    const { obligations, items } = this.#show
    const ids = new Set<ObligationId>(walked.map((id) => firstOf(id) ?? id))
    const hit = new Set<ItemId>(obligations.flatMap(({ id, anchor }) => (ids.has(id) ? [anchor.item] : [])))
    return items.flatMap(({ id, title }) => (hit.has(id) ? [title] : []))
  }

  #department(department: string): string {
    return this.#show.departments.find(({ id }) => id === department)?.name ?? ''
  }
}
