// The house's mail server as it was entered, and its password: in a file of its own, which only this user may read.
// Beside the record and not in it, so that no copy, no export and no frame has it.

import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type KeptPost, keptPost } from '../../wire/post.ts'

export const POST_FILE = 'mail.json'

/** Null where nothing was entered, or what lies there is none of ours. */
export function readPost(dataDir: string): KeptPost | null {
  try {
    const read = keptPost.safeParse(JSON.parse(readFileSync(join(dataDir, POST_FILE), 'utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Whole or not at all, and never readable by others, not even while it is written. */
export function writePost(dataDir: string, post: KeptPost): void {
  const file = join(dataDir, POST_FILE)
  const coming = `${file}-coming`
  const opened = openSync(coming, 'w', 0o600)
  try {
    // A file that lay there already keeps the rights it had.
    chmodSync(coming, 0o600)
    writeSync(opened, JSON.stringify(post))
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(coming, file)
}
