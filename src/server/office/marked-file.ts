// A file of the record that is about to be saved, with the mark in it of which copy it is.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNodeDriver } from '../log/driver.ts'
import { writeMark } from '../log/mark.ts'

export function markedFile(file: Buffer, words: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'ghostlight-mark-'))
  try {
    const target = join(folder, 'marked.db')
    writeFileSync(target, file, { mode: 0o600 })
    const driver = openNodeDriver(target)
    try {
      writeMark(driver, words)
    } finally {
      driver.close()
    }
    return readFileSync(target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
