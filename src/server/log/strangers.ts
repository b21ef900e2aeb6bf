// What would run by itself in a file that somebody brings: triggers and views that no Ghostlight ever wrote.

import { type Driver, text } from './rows.ts'

type Stranger = { readonly kind: 'trigger' | 'view'; readonly name: string }

/** `ours`: the steps that made the file. A table runs nothing, whoever added it; a view in a table’s place is one of these. */
export const strangersIn = (driver: Driver, ours: readonly string[]): readonly Stranger[] =>
  driver
    .all("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')", [])
    .filter((row) => !ours.some((step) => step.includes(text(row, 'sql'))))
    .map((row) => ({ kind: text(row, 'type') === 'view' ? 'view' : 'trigger', name: text(row, 'name') }))

/** In one’s own record they are taken out: a house is opened all the same. */
export function withoutStrangers(driver: Driver, ours: readonly string[]): void {
  for (const { kind, name } of strangersIn(driver, ours))
    driver.exec(`DROP ${kind === 'view' ? 'VIEW' : 'TRIGGER'} "${name.replaceAll('"', '""')}"`)
}
