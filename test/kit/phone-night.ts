// A house that can be killed: the real command in a process of its own, with a certificate, a department's phone and
// three tasks for it.

import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { theMachine } from '../../src/core/installation/installation.ts'
import type { Served } from './ghostlight.ts'
import { ghostlight, serveGhostlight, temporaryFolder } from './ghostlight.ts'
import { RealSocket } from './served-house.ts'
import { HOUSE_NAME } from './trusting.ts'

export type KillableHouse = {
  readonly authority: Buffer
  readonly plain: string
  readonly safe: string
  /** The phone's link, at the plain address. */
  readonly link: string
  readonly desk: () => RealSocket
  kill(): Promise<void>
  /** On the same ports as before. */
  open(): Promise<void>
  /** How many times this was said by somebody, by the record; what the machine writes of itself is not counted. */
  recorded(type: string): number
  close(): Promise<void>
}

export const TASKS = ['The third rung creaks', 'Gel in 12 is burnt', 'Spare lamp for the boat']

export async function openKillableHouse(): Promise<KillableHouse> {
  const folder = temporaryFolder()
  await ghostlight('certificate', '--data', folder.path)
  let served: Served | null = await serveGhostlight('--data', folder.path, '--demo')
  const port = Number(new URL(served.address).port)
  const told = (await (await fetch(`${served.address}/api/way-in`)).json()) as { port: number }
  const cookie = await joinBy(served.address, served.deskLink)
  let desk = await new RealSocket(port, { headers: { cookie } }).hello()
  const invited = await desk.press({
    name: 'device.invite',
    title: 'Lights’ phone',
    roles: ['dept'],
    person: null,
    department: 'lx',
    place: null,
  })
  for (const [index, text] of TASKS.entries()) {
    await desk.press({ name: 'note.write', department: 'lx', text })
    await desk.press({ name: 'task.give', task: `1-${index + 1}`, owner: { department: 'lx' } })
  }
  const pem = readFileSync(join(folder.path, 'certificate', 'authority.pem'), 'utf8')
  return {
    authority: new X509Certificate(pem).raw,
    plain: `http://${HOUSE_NAME}:${port}`,
    safe: `https://${HOUSE_NAME}:${told.port}`,
    link: `http://${HOUSE_NAME}:${port}${'link' in invited ? invited.link : ''}`,
    desk: () => desk,
    kill: async () => {
      await served?.end('SIGKILL')
      served = null
    },
    open: async () => {
      const ports = ['--port', String(port), '--secure-port', String(told.port)]
      served = await serveGhostlight('--data', folder.path, ...ports)
      desk = await new RealSocket(port, { headers: { cookie } }).hello()
    },
    recorded: (type) => {
      const database = new DatabaseSync(join(folder.path, 'ghostlight.db'), { readOnly: true })
      const row = database
        .prepare('select count(*) as times from event where type = ? and author <> ?')
        .get(type, theMachine.device)
      database.close()
      return Number(row?.['times'])
    },
    close: async () => {
      await served?.end('SIGKILL')
      folder.remove()
    },
  }
}

async function joinBy(address: string, link: string): Promise<string> {
  const answer = await fetch(`${address}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link.slice(link.indexOf('#') + 1) }),
  })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}
