// A house whose show two people edit through its own door is killed at drawn moments: every edit that was answered is in it
// afterwards, every other one wholly or not at all, and sent again it is done once.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { Edit } from '../../src/core/editing/edit.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import type { Show } from '../../src/core/show/show.ts'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { openServedHouse } from '../kit/served-house.ts'
import { roundsOr, seed, timeFor } from './effort.ts'

const ROUNDS = roundsOr(2)
/** As many edits are answered before the moment of the kill is drawn. */
const ANSWERED_MAX = 12
/** An edit of this show takes about as long: each of its steps is hit in some round. */
const KILL_MS_MAX = 40
const EDITS_MAX = 10_000

const program = fileURLToPath(new URL('./edit-child.ts', import.meta.url))

/** `path`: by which of the two doors of the office it goes. */
type Sent = { readonly id: string; readonly path: 'edit' | 'book-edit'; readonly edit: Edit }
type House = { readonly port: number; readonly tokens: readonly string[] }

function ask(port: number, path: string, cookie: string, body: object) {
  return new Promise<{ readonly status: number; readonly text: string; readonly cookie: string }>(
    (resolve, reject) => {
      const headers = { 'content-type': 'application/json', cookie }
      const asked = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
        let text = ''
        answer.on('data', (part: Buffer) => {
          text += part.toString()
        })
        answer.on('error', reject)
        const given = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
        answer.on('end', () =>
          answer.complete
            ? resolve({ status: answer.statusCode ?? 0, text, cookie: given })
            : reject(new Error('cut off')),
        )
      })
      asked.on('error', reject)
      asked.end(JSON.stringify(body))
    },
  )
}

/** The `count`-th edit of one of the two; each is of its own kind, and of something nobody else edits. */
function editOf(who: number, count: number, throws: Dice): Sent {
  const id = `edit-${who}-${count}`
  const at = { line: `l${(count % 40) + 1}`, word: count % 5 }
  const department = ['LX', 'SND'][who] ?? 'LX'
  switch (throws.whole(0, 2)) {
    case 0: {
      const row = { department, number: String(count), title: '' }
      return { id, path: 'book-edit', edit: { name: 'cue.place', row, at } }
    }
    case 1: {
      const rows = [{ pack: `${who}-${count}` }]
      return { id, path: 'edit', edit: { name: 'table.put', table: 'mics', row: null, rows } }
    }
    default: {
      const rows = [1, 2, 3].map((part) => ({ department, number: `${count}.${part}` }))
      return { id, path: 'edit', edit: { name: 'cues.put', rows } }
    }
  }
}

const sending = ({ id, path, edit }: Sent) => (path === 'edit' ? { id, edit } : { id, on: null, edit })

/** How often what the edit makes is in the show: 1 where it is whole. */
function timesIn(show: Show, who: number, { edit }: Sent): number {
  const department = show.departments.find(({ short }) => short === ['LX', 'SND'][who])?.id
  const cues = (number: string) =>
    show.cues.filter((cue) => cue.department === department && cue.number === number).length
  if (edit.name === 'cue.place') return cues(edit.row.number)
  if (edit.name === 'table.put') return show.mics.filter(({ pack }) => pack === edit.rows[0]?.['pack']).length
  if (edit.name !== 'cues.put') return 0
  return edit.rows.reduce((sum, row) => sum + cues(row['number'] ?? ''), 0) / edit.rows.length
}

type Editor = {
  readonly who: number
  readonly cookie: string
  readonly answered: Sent[]
  /** On its way as the house was killed. */
  open: Sent | null
}

/** One after another, until the house is gone. */
async function editOn(port: number, editor: Editor, throws: Dice, answered: () => void): Promise<void> {
  for (let count = 1; count <= EDITS_MAX; count += 1) {
    const sent = editOf(editor.who, count, throws)
    editor.open = sent
    const told = await ask(port, `/api/office/${sent.path}`, editor.cookie, sending(sent)).catch(() => null)
    if (told === null) return
    expect([told.status, told.text.slice(0, 200)]).toEqual([200, told.text.slice(0, 200)])
    editor.answered.push(sent)
    editor.open = null
    answered()
  }
}

async function begun(
  dataDir: string,
): Promise<{ child: ChildProcess; house: House; complained: () => string }> {
  const child = spawn(process.execPath, [program, dataDir])
  let complained = ''
  child.stderr.on('data', (bytes: Buffer) => {
    complained += bytes.toString()
  })
  const [said] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'close').then(() => Promise.reject(new Error(`it ended: ${complained}`))),
  ])) as [Buffer]
  // As at the edge: edit-child.ts prints nothing else.
  return { child, house: JSON.parse(said.toString()) as House, complained: () => complained }
}

async function editAndKill(dataDir: string, throws: Dice): Promise<readonly Editor[]> {
  const { child, house, complained } = await begun(dataDir)
  const closed = once(child, 'close')
  const editors: Editor[] = []
  for (const [who, token] of house.tokens.entries()) {
    const { cookie } = await ask(house.port, '/api/join', '', { token })
    editors.push({ who, cookie, answered: [], open: null })
  }
  const [many, ms] = [throws.whole(1, ANSWERED_MAX), throws.whole(0, KILL_MS_MAX)]
  let left = many
  const enough = new Promise<void>((resolve) => {
    const answered = () => {
      left -= 1
      if (left === 0) resolve()
    }
    for (const editor of editors)
      void editOn(house.port, editor, dice(throws.whole(1, 1e9)), answered).catch(resolve)
  })
  await Promise.race([enough, closed])
  await wait(ms)
  child.kill('SIGKILL')
  await closed
  expect(complained()).toBe('')
  process.stdout.write(
    `killed ${ms} ms after ${many} answers; ${editors.filter(({ open }) => open).length} on their way\n`,
  )
  return editors
}

test(
  'BOOK-16: an edited show survives a kill at any moment after the edit is acknowledged',
  async () => {
    process.stdout.write(`the dice begin with ${seed}\n`)
    const throws = dice(seed)
    for (let round = 0; round < ROUNDS; round += 1) {
      const folder = temporaryFolder()
      onTestFinished(() => folder.remove())
      const editors = await editAndKill(folder.path, throws)
      expect(editors.reduce((sum, { answered }) => sum + answered.length, 0)).toBeGreaterThan(0)
      const house = await openServedHouse({ show: null, dataDir: folder.path })
      const published = async (): Promise<Show> => {
        const show = await house.server.stage.published()
        if (!show) throw new Error('there is a show')
        return show
      }
      const show = await published()
      for (const { who, answered, open } of editors) {
        expect(answered.filter((sent) => timesIn(show, who, sent) !== 1)).toEqual([])
        // On the disk and not yet answered it may be there as well, and then whole.
        if (open) expect([0, 1]).toContain(timesIn(show, who, open))
      }
      // Whoever had no answer sends it again: done once, whether or not it had been.
      for (const { who, cookie, open } of editors) {
        if (!open) continue
        const told = await ask(house.server.port, `/api/office/${open.path}`, cookie, sending(open))
        expect(told.status).toBe(200)
        expect(timesIn(await published(), who, open)).toBe(1)
      }
      await house.close()
    }
  },
  timeFor(ROUNDS, 8_000),
)
