// Where the record lies when nobody says: in the user's place, as each system has it.

import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

export type Around = {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly here: string
  readonly exists: (path: string) => boolean
}

/** `.ghostlight` in the working folder only where it is already: records of before are found again. */
export function folderFor({ platform, env, home, here, exists }: Around, demo = false): string {
  const before = join(here, '.ghostlight')
  if (exists(before)) return before
  const own = userPlace(platform, env, home)
  // The demonstration has a record of its own: nobody's first night begins as its second performance.
  return demo ? join(own, 'demo') : own
}

function userPlace(platform: string, env: Around['env'], home: string): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Ghostlight')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Ghostlight')
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'ghostlight')
}

/** `given`: what was said by --data. */
export const dataFolder = (given: string | undefined, demo = false): string =>
  given ??
  folderFor(
    {
      platform: process.platform,
      env: process.env,
      home: homedir(),
      here: process.cwd(),
      exists: existsSync,
    },
    demo,
  )
