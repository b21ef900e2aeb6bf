// Which copy a file is, and who made it, in words inside the file itself: beside the record, and no part of what is verified.

import { openNodeDriver } from './driver.ts'
import { type Driver, text } from './rows.ts'

export const MARK_LENGTH_MAX = 300

/** An older program opens a file with it as any other. Null: whatever it said before, it says nothing any more. */
export function writeMark(driver: Driver, words: string | null): void {
  driver.exec('PRAGMA secure_delete = ON; DROP TABLE IF EXISTS copy_mark')
  if (words === null) return
  driver.exec('CREATE TABLE copy_mark (words TEXT NOT NULL) STRICT')
  driver.run('INSERT INTO copy_mark (words) VALUES (?)', [plain(words)])
}

export const isMarked = (driver: Driver): boolean =>
  driver.get("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'copy_mark'", []) !== null

/** Null where the file has none, as every copy from before there were any; it may come from anywhere, so it is one plain line. */
export function markIn(file: string): string | null {
  const driver = openNodeDriver(file, true)
  try {
    const row = isMarked(driver) ? driver.get('SELECT words FROM copy_mark LIMIT 1', []) : null
    return row ? plain(text(row, 'words')) : null
  } catch {
    // A file that cannot be read is said by whoever verifies it.
    return null
  } finally {
    driver.close()
  }
}

const plain = (words: string): string => words.replaceAll(/\p{Cc}+/gu, ' ').slice(0, MARK_LENGTH_MAX)
