// The process that edited-show.test.ts kills: a whole house in which cues are placed through the office's own path, each
// said on its standard output once it was acknowledged.

import { writeSync } from 'node:fs'
import { editShow } from '../../src/core/editing/edits.ts'
import { must } from '../../src/core/kit/assert.ts'
import { id } from '../../src/core/kit/ids.ts'
import { importFile } from '../../src/formats/import-file.ts'
import { writeShowFile } from '../../src/formats/show-file/write.ts'
import { startServer } from '../../src/server/main.ts'
import { checkedShow } from '../../src/server/office/checked-show.ts'

const dataDir = must(process.argv[2], 'the folder is the first')
const lines = Array.from({ length: 40 }, (_, at) => `PELL\nLine ${at} of the quay at night.`)
const text = `INT. QUAY - NIGHT\n\n${lines.join('\n\n')}\n`
const play = importFile({ name: 'quay.fountain', bytes: new TextEncoder().encode(text), text })
if (!play.ok) throw new Error('the fixture is a play')
const show = { text: writeShowFile(play.show), show: play.show }
const { stage } = await startServer({ dataDir, port: 0, host: '127.0.0.1', webDir: 'nowhere', show })
const by = { device: id<'device'>('d'), roles: ['SM'], person: null, department: null, place: null } as const
const EDITS_MAX = 10_000
for (let count = 0; count < EDITS_MAX; count += 1) {
  const row = { department: 'LX', number: String(count + 1), title: '' }
  const at = { line: `l${(count % 40) + 1}`, word: count % 5 }
  const answer = await stage.edit(
    (before) => {
      const changed = editShow(before, { name: 'cue.place', row, at })
      return changed.ok ? checkedShow(changed.value) : changed
    },
    by,
    `edit-${count}`,
  )
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  writeSync(1, `${count + 1}\n`)
}
