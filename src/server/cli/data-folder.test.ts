// Where the record lies on each system.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderFor } from './data-folder.ts'

const around = { env: {}, home: join('/', 'u'), here: join('/', 'w'), exists: () => false }

test('KEEP-1: in the user’s place as each system has it, or where the system was told', () => {
  const on = (platform: string, env = {}) => folderFor({ ...around, platform, env })
  expect(on('linux')).toBe(join('/', 'u', '.local', 'share', 'ghostlight'))
  expect(on('linux', { XDG_DATA_HOME: join('/', 'x') })).toBe(join('/', 'x', 'ghostlight'))
  expect(on('darwin')).toBe(join('/', 'u', 'Library', 'Application Support', 'Ghostlight'))
  expect(on('win32')).toBe(join('/', 'u', 'AppData', 'Local', 'Ghostlight'))
  expect(on('win32', { LOCALAPPDATA: join('/', 'l') })).toBe(join('/', 'l', 'Ghostlight'))
})

test('KEEP-1: a folder of before is found again, and only then used; the demonstration has a record of its own', () => {
  const before = join('/', 'w', '.ghostlight')
  const asked: string[] = []
  const exists = (path: string) => asked.push(path) > 0 && path === before
  expect(folderFor({ ...around, platform: 'linux', exists }, true)).toBe(before)
  expect(asked).toEqual([before])
  expect(folderFor({ ...around, platform: 'linux' }, true)).toBe(
    join('/', 'u', '.local', 'share', 'ghostlight', 'demo'),
  )
})
