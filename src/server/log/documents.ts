// Documents as they lie: each whole, or as what it keeps of another one and says of its own; found under the hash of its text.

import { changeBetween, changeIn, changeText, rowsAfter } from '../../core/kit/list-change.ts'
import { textHash } from './chain.ts'
import { DOCUMENT_CHANGES_MAX } from './log.ts'
import { type Driver, type Row, text, textOrNull } from './rows.ts'
import { LogDamaged } from './trouble.ts'

/** As it lies: its own text, or a change of the one under `base`. */
type Kept = { readonly text: string; readonly base: string | null }

const damaged = (hash: string) => new LogDamaged('document', 0, `${hash} does not match its hash`)

export function documentText(driver: Driver, hash: string): string | null {
  const kept = keptUnder(driver, hash)
  if (kept === null) return null
  const made = soundText(driver, hash, kept)
  if (made === null) throw damaged(hash)
  return made
}

function soundText(driver: Driver, hash: string, kept = keptUnder(driver, hash)): string | null {
  const made = kept && textOf(driver, kept)
  return made !== null && textHash(made) === hash ? made : null
}

/** What it is a change of; null where it is whole, or not there. */
export const baseOf = (driver: Driver, hash: string): string | null => keptUnder(driver, hash)?.base ?? null

function keptUnder(driver: Driver, hash: string): Kept | null {
  const row = knowsChanges(driver)
    ? driver.get(
        `SELECT d.text, b.base FROM document d LEFT JOIN document_base b ON b.hash = d.hash WHERE d.hash = ?`,
        [hash],
      )
    : driver.get('SELECT text, NULL AS base FROM document WHERE hash = ?', [hash])
  return row === null ? null : { text: text(row, 'text'), base: textOrNull(row, 'base') }
}

/** Null where something that it is made of is gone, or is no change. */
function textOf(driver: Driver, kept: Kept): string | null {
  const changes: string[] = []
  let last = kept
  while (last.base !== null) {
    changes.push(last.text)
    const base = keptUnder(driver, last.base)
    if (base === null || changes.length > DOCUMENT_CHANGES_MAX) return null
    last = base
  }
  if (changes.length === 0) return last.text
  let lines: readonly string[] | null = linesOf(last.text)
  for (const change of changes.toReversed()) lines = lines && changed(lines, change)
  return lines === null ? null : lines.join('\n')
}

const linesOf = (whole: string): readonly string[] => whole.split('\n')

function changed(lines: readonly string[], kept: string): readonly string[] | null {
  const change = changeIn(kept)
  return change && rowsAfter(lines, change)
}

/** The same text twice is once; a copy that no longer is the same text is put right. */
export function saveDocument(driver: Driver, hash: string, body: string): void {
  driver.run(
    `INSERT INTO document (hash, text) VALUES (?, ?)
     ON CONFLICT (hash) DO UPDATE SET text = excluded.text WHERE text <> excluded.text`,
    [hash, body],
  )
  driver.run('DELETE FROM document_base WHERE hash = ?', [hash])
}

/** False where it has to be kept whole: the one it is a change of is gone, or so many changes lie behind that already. */
export function saveChange(driver: Driver, hash: string, base: string, change: string): boolean {
  if (keptUnder(driver, hash) !== null) return true
  if (!takesChange(driver, base)) return false
  insertChange(driver, { hash, base, change })
  return true
}

function takesChange(driver: Driver, hash: string): boolean {
  let kept = keptUnder(driver, hash)
  for (let changes = 1; kept !== null && changes <= DOCUMENT_CHANGES_MAX; changes += 1) {
    if (kept.base === null) return true
    kept = keptUnder(driver, kept.base)
  }
  return false
}

function insertChange(
  driver: Driver,
  { hash, base, change }: { readonly hash: string; readonly base: string; readonly change: string },
): void {
  driver.run('INSERT INTO document (hash, text) VALUES (?, ?)', [hash, change])
  driver.run('INSERT INTO document_base (hash, base) VALUES (?, ?)', [hash, base])
}

/** What was a change of it is one of what lies before it, and holds no word of it any more. */
export function removeDocument(driver: Driver, hash: string): void {
  const base = baseOf(driver, hash)
  for (const row of driver.all('SELECT hash FROM document_base WHERE base = ?', [hash]))
    rebase(driver, text(row, 'hash'), base)
  driver.run('DELETE FROM document_base WHERE hash = ?', [hash])
  driver.run('DELETE FROM document WHERE hash = ?', [hash])
}

function rebase(driver: Driver, hash: string, base: string | null): void {
  const own = soundText(driver, hash)
  const before = base === null ? null : soundText(driver, base)
  // What cannot be read any more stays what it is, and is found by verification; forgetting does not wait for it.
  if (own === null) driver.run('DELETE FROM document_base WHERE hash = ?', [hash])
  else if (before === null || base === null) saveDocument(driver, hash, own)
  else {
    const change = changeText(changeBetween(linesOf(before), linesOf(own)))
    driver.run('UPDATE document SET text = ? WHERE hash = ?', [change, hash])
    driver.run('UPDATE document_base SET base = ? WHERE hash = ?', [base, hash])
  }
}

export type Looked = { readonly hash: string; readonly sound: boolean }

/** Each once, behind the one it is a change of: so that a long evening of edits is made again once, not once for each. */
export function* everyDocument(driver: Driver): Generator<Looked> {
  const left = new Set(driver.all('SELECT hash FROM document', []).map((row) => text(row, 'hash')))
  const open = wholesOf(driver).map((hash) => ({ hash, before: null as readonly string[] | null }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { hash, before } = next
    if (!left.delete(hash)) continue
    const kept = keptUnder(driver, hash)
    const lines = kept && (before === null ? linesOf(kept.text) : changed(before, kept.text))
    const sound = lines !== null && textHash(lines.join('\n')) === hash
    yield { hash, sound }
    if (lines === null) continue
    for (const row of changesOf(driver, hash)) open.push({ hash: text(row, 'hash'), before: lines })
  }
  for (const hash of left) yield { hash, sound: false }
}

function wholesOf(driver: Driver): readonly string[] {
  const wholes = knowsChanges(driver)
    ? 'SELECT hash FROM document WHERE hash NOT IN (SELECT hash FROM document_base)'
    : 'SELECT hash FROM document'
  return driver.all(wholes, []).map((row) => text(row, 'hash'))
}

const changesOf = (driver: Driver, hash: string): readonly Row[] =>
  knowsChanges(driver) ? driver.all('SELECT hash FROM document_base WHERE base = ?', [hash]) : []

/** Where both have the one it is a change of, as it lies; whole everywhere else. False where it cannot be read. */
export function copyDocument(
  source: Driver,
  target: Driver,
  hash: string,
  isCopied: (base: string) => boolean,
): boolean {
  const kept = keptUnder(source, hash)
  if (kept === null) return false
  if (kept.base !== null && isCopied(kept.base))
    insertChange(target, { hash, base: kept.base, change: kept.text })
  else saveDocument(target, hash, textOf(source, kept) ?? '')
  return true
}

/** A file of the form before is read as it is by whoever may not write in it. */
const knowsChanges = (driver: Driver): boolean =>
  driver.get("SELECT 1 FROM sqlite_schema WHERE name = 'document_base'", []) !== null
