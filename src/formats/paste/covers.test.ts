// Who can cover what, as a dance captain's spreadsheet has it.

import { expect, test } from 'vitest'
import { readCovers } from './covers.ts'

const rows = (text: string) => {
  const read = readCovers(text, null)
  return read.ok ? read.rows : []
}

test('PASTE-12: columns by their headings or as on the screen, kinds and levels in the usual words for them', () => {
  expect(rows('Dee, e1, , put in, 2031-05-01')).toMatchObject([
    { what: 'knows', who: 'Dee', track: 'e1', item: '', level: 'put-in', on: '2031-05-01' },
  ])
  const read = rows(
    'Name;What;Track;Scene;With;Status;Expires\nDee;lift;;;Ben;;2031-12-31\nDee;split;e1;7;;;\nBen;;e2;;;knows words;\nBen;last resort;;;;;\nBen;at most;;;;;\nDee;certificate;;;;;\nDee;does not;e3;;;;\nDee;always;e3;;;;\nBen;says yes;;;;;',
  )
  expect(read.map(({ what, level }) => `${what} ${level}`.trim())).toEqual([
    ...[
      'cleared',
      'split',
      'knows words',
      'last-resort',
      'at-most',
      'certificate',
      'does-not',
      'goes-on',
      'says-yes',
    ],
  ])
  expect(read[0]).toMatchObject({ other: 'Ben', until: '2031-12-31' })
  expect(rows('Dee, e1, , perhaps')[0]?.level).toBe('perhaps')
})
