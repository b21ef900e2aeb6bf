// The process that edited-show.test.ts kills: a whole house with its own door, which says where that is and how two stage managers come in.

import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { theMachine } from '../../src/core/installation/installation.ts'
import { must } from '../../src/core/kit/assert.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { importFile } from '../../src/formats/import-file.ts'
import { writeShowFile } from '../../src/formats/show-file/write.ts'
import { freshSecret } from '../../src/server/http/cookies.ts'
import { startServer } from '../../src/server/main.ts'

const dataDir = must(process.argv[2], 'the folder is the first')
const lines = Array.from({ length: 40 }, (_, at) => `PELL\nLine ${at} of the quay at night.`)
const text = `INT. QUAY - NIGHT\n\n${lines.join('\n\n')}\n`
const play = importFile({ name: 'quay.fountain', bytes: new TextEncoder().encode(text), text })
if (!play.ok) throw new Error('the fixture is a play')
const show = { text: writeShowFile(play.show), show: play.show }
const server = await startServer({ dataDir, port: 0, host: '127.0.0.1', webDir: 'nowhere', show })
const tokens: string[] = []
for (const name of ['one', 'other']) {
  const link = freshSecret()
  const device = id<'device'>(`stage-manager-${name}`)
  const post = { name, roles: ['SM'] as const, person: null, department: null, place: null }
  const command = { name: 'device.invite', device, linkHash: link.hash, post } as const
  const press = { id: randomUUID(), by: theMachine, madeAt: instant(0), command }
  const answer = await server.stage.installation.submit(press)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  tokens.push(`${device}.${link.secret}`)
}
writeSync(1, `${JSON.stringify({ port: server.port, tokens })}\n`)
