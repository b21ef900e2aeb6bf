// A whole night by seeded dice, with a taint in everything that is sealed or private: who heard what of it, and where it lies.

import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { RoleName } from '../../src/core/disclosure/policy.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { audiences, fieldNames, type Note } from '../../src/core/vault/note.ts'
import { backupLog } from '../../src/server/log/backup.ts'
import { exportStream } from '../../src/server/log/export.ts'
import { commandNames, nobody, pressOf } from './access-presses.ts'
import { bodies, routes } from './access-table.ts'
import { temporaryFolder } from './ghostlight.ts'
import { departmentOf, markedShow, type PersonRole, personId, rolesOfPeople } from './marked.ts'
import { asSealing, type SealedDevice, writes } from './sealed.ts'
import { openServedHouse, RealSocket, type ServedHouse } from './served-house.ts'

/**
 * What is tainted: parts of a sealed note; whom to ring; what is permitted of somebody; an entry of the accident book and a
 * near miss; what was said, found and put right in an incident; that somebody asked somebody to get in touch.
 */
export const taints = ['sealed', 'contact', 'permitted', 'accident', 'near-miss', 'incident', 'ask'] as const
export type Taint = (typeof taints)[number]
/** Letters and figures alone: written down in JSON, in an address or in a header they are the same. */
export const taintOf = (seed: number, what: Taint): string => `Tq${seed}${what.replace('-', '')}Zx9`

/** As it stands, in two bytes a letter, in hexadecimals, and in base64 wherever it begins. */
export function formsOf(text: string): readonly string[] {
  const plain = Buffer.from(text)
  const coded = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), plain])
      .toString('base64')
      .replace(/=+$/, '')
    return whole.slice(before === 0 ? 0 : before + 1, -1)
  })
  return [text, Buffer.from(text, 'utf16le').toString('latin1'), plain.toString('hex'), ...coded]
}

export type Tainted = {
  readonly seed: number
  /** All that each role’s device was ever sent, and a stranger. */
  readonly heard: ReadonlyMap<RoleName | 'stranger', string>
  /** All that was printed by the program. */
  readonly printed: string
  /** By file: the data folder at the end, copies and exports made meanwhile. */
  readonly files: ReadonlyMap<string, string>
  /** What the owner and the CM read back: the night was one in which there was something to find. */
  readonly found: ReadonlySet<Taint>
  /** Who was asked for something in an incident, or had it: theirs to read. */
  readonly inIncidents: ReadonlySet<string>
  readonly deeds: number
}

const DEEDS = 24
const listeners: readonly RoleName[] = [
  ...(['caller', 'SM', 'ASM', 'dept', 'dresser', 'DC', 'perf', 'chap'] as const),
  ...(['CM', 'FOH', 'dir', 'prod', 'kiosk', 'callboard', 'admin'] as const),
]

export async function playTainted(seed: number): Promise<Tainted> {
  const folder = temporaryFolder()
  const printed: string[] = []
  const take = (text: unknown) => {
    printed.push(String(text))
    return true
  }
  const watched = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take),
    vi.spyOn(process.stderr, 'write').mockImplementation(take),
  ]
  const night = new TaintedNight(seed, folder.path)
  try {
    await night.play()
  } finally {
    for (const one of watched) one.mockRestore()
  }
  const files = filesIn(folder.path)
  folder.remove()
  const { found, deeds, inIncidents } = night
  const heard = new Map([...night.heard].map(([role, texts]) => [role, texts.join('\n')]))
  return { seed, heard, printed: printed.join('\n'), files, found, inIncidents, deeds }
}

const filesIn = (path: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => [
        join(one.parentPath, one.name).slice(path.length + 1),
        readFileSync(join(one.parentPath, one.name), 'latin1'),
      ]),
  )

class TaintedNight {
  readonly heard = new Map<RoleName | 'stranger', string[]>()
  readonly found = new Set<Taint>()
  readonly inIncidents = new Set<string>()
  deeds = 0
  #incident: string | null = null
  readonly #dice: Dice
  readonly #seed: number
  readonly #data: string
  readonly #kept: string
  readonly #cookies = new Map<RoleName, string>()
  #house: ServedHouse | null = null
  #owner: SealedDevice | null = null
  #duty: SealedDevice | null = null

  constructor(seed: number, path: string) {
    this.#dice = dice(seed)
    this.#seed = seed
    this.#data = join(path, 'data')
    this.#kept = join(path, 'kept-elsewhere')
    for (const one of [this.#data, this.#kept]) mkdirSync(one)
  }

  get #home(): ServedHouse {
    if (this.#house === null) throw new Error('the house is open')
    return this.#house
  }

  async play(): Promise<void> {
    this.#house = await openServedHouse({ show: markedShow, dataDir: this.#data })
    await Promise.all(listeners.map(async (role) => this.#cookies.set(role, await this.#pair(role))))
    await this.#leaveEverything()
    for (let deed = 0; deed < DEEDS; deed += 1) {
      await this.#dice.pick(this.#all)()
      this.deeds += 1
    }
    // Everybody once more, with all that they may ask and a screen that comes in.
    await Promise.all([...listeners, 'stranger' as const].map((role) => this.#listen(role)))
    await this.#notices('CM', { name: 'matter.close', matter: this.#matter })
    await this.#copy('at-the-end.db')
    await this.#close()
  }

  /** Now and then while a copy is on its way out: nothing of it stays behind. */
  async #close(): Promise<void> {
    for (const { records } of this.#home.server.incidents.all(false))
      for (const { what } of records)
        if ('person' in what && what.person !== undefined) this.inIncidents.add(what.person)
    const cut = this.#dice.chance(0.5) ? this.#ask('SM', 'GET /api/backup').catch(() => '') : null
    await this.#home.close()
    await cut
  }

  #pair(role: RoleName): Promise<string> {
    const department = departmentOf[role]
    return this.#home.pair({
      roles: [role],
      name: `device of ${role}`,
      // `as`: ids are texts in this kit.
      person: (isPerson(role) ? personId(role) : null) as never,
      department: (department ?? null) as never,
    })
  }

  readonly #all: readonly (() => Promise<unknown>)[] = [
    () => this.#ask(this.#anybody(), this.#dice.pick(Object.keys(routes))),
    () => this.#ask(this.#anybody(), this.#dice.pick(Object.keys(routes))),
    () =>
      this.#ask(
        this.#anybody(),
        this.#dice.pick(['GET /api/notices', 'GET /api/care', 'GET /api/accident-book']),
      ),
    () => this.#askForIncident(this.#anybody()),
    () => this.#ask(this.#anybody(), 'POST /api/care', { name: 'care.read', ask: this.#askOf }),
    () => this.#ask(this.#anybody(), 'POST /api/care', { name: 'care.withdraw', ask: this.#askOf }),
    () =>
      this.#ask(this.#anybody(), 'POST /api/sealed/ask', {
        person: personId('perf'),
        key: 'A'.repeat(87),
        share: null,
      }),
    () => this.#ask(this.#anybody(), 'POST /api/sealed/told', {}),
    () => this.#ask(this.#anybody(), 'POST /api/sealed/keep', { sealed: this.#mark('sealed') }),
    () => this.#pressAnything(),
    () => this.#pressAnything(),
    () => this.#listen(this.#anybody()),
    () => this.#openNote(),
    () => this.#leaveNote(),
    () => this.#restart(),
    () => this.#copy(`copy-${this.deeds}.db`),
    () => this.#export(),
  ]

  #anybody = (): RoleName | 'stranger' => this.#dice.pick([...listeners, 'stranger'] as const)
  #mark = (what: Taint): string => taintOf(this.#seed, what)
  get #askOf(): string {
    return `ask-${this.#mark('ask')}`
  }
  get #matter(): string {
    return `matter-of-${this.#seed}`
  }

  #hear(role: RoleName | 'stranger', ...texts: readonly string[]): void {
    this.heard.set(role, [...(this.heard.get(role) ?? []), ...texts])
  }

  async #ask(role: RoleName | 'stranger', route: string, body?: object): Promise<string> {
    const [method = 'GET', path = '/'] = route.split(' ')
    const posted = bodies[path]
    const cookie = role === 'stranger' ? undefined : this.#cookies.get(role)
    const text = body === undefined ? (posted?.text ?? '{}') : JSON.stringify(body)
    const reply = await this.#home.ask(path, {
      method,
      headers: {
        'content-type': posted?.kind ?? 'application/json',
        ...(cookie === undefined ? {} : { cookie }),
      },
      ...(method === 'POST' ? { body: text } : {}),
    })
    this.#hear(role, reply.text, JSON.stringify(reply.headers))
    return reply.text
  }

  #notices = (role: RoleName, command: object) => this.#ask(role, 'POST /api/notices', command)

  /** A screen that comes in, hears what it is sent, and presses something now and then. */
  async #listen(role: RoleName | 'stranger'): Promise<void> {
    const cookie = role === 'stranger' ? 'ghostlight=nobody.secret' : (this.#cookies.get(role) ?? '')
    const socket = new RealSocket(this.#home.server.port, { headers: { cookie } })
    await socket.hello().catch(() => undefined)
    await socket.quiet().catch(() => undefined)
    await socket.close()
    this.#hear(role, ...socket.texts)
    for (const page of ['GET /api/notices', 'GET /api/accident-book', 'GET /api/report', 'GET /api/sheets'])
      await this.#ask(role, page)
  }

  async #pressAnything(): Promise<void> {
    const role = this.#dice.pick(listeners)
    const socket = new RealSocket(this.#home.server.port, {
      headers: { cookie: this.#cookies.get(role) ?? '' },
    })
    await socket.hello()
    const own = isPerson(role) ? { ...nobody, person: personId(role) } : nobody
    await socket
      .press(pressOf(this.#dice.pick(commandNames), this.#dice.chance(0.5) ? own : nobody))
      .catch(() => undefined)
    await socket.close().catch(() => undefined)
    this.#hear(role, ...socket.texts)
  }

  async #leaveEverything(): Promise<void> {
    const perf = this.#cookies.get('perf') ?? ''
    this.#owner = await asSealing(this.#home, perf, personId('perf'))
    this.#duty = await asSealing(this.#home, this.#cookies.get('CM') ?? '', null)
    await this.#duty.duty()
    await this.#signIn()
    await this.#leaveNote()
    const matter = this.#matter
    await this.#notices('CM', { name: 'matter.open', id: matter, person: personId('perf') })
    const contact = { name: 'contact.add', id: `contact-${this.#seed}-one`, matter, may: 'everything' }
    const called = this.#mark('contact')
    await this.#notices('CM', { ...contact, called, relation: called, phone: called })
    await this.#notices('CM', {
      ...{
        name: 'permission.give',
        id: `permit-${this.#seed}-one`,
        matter,
        item: 'condition',
        audience: 'company',
      },
      ...{
        words: this.#mark('permitted'),
        giver: 'proxy',
        from: this.#mark('permitted'),
        how: 'by-telephone',
        by: 'Cleo',
      },
    })
    const words = {
      who: this.#mark('accident'),
      place: 'SL',
      happened: this.#mark('accident'),
      seen: '',
      done: '',
      by: 'Dee',
    }
    const entry = { name: 'accident.write', id: `entry-${this.#seed}-one`, kind: 'accident', words }
    await this.#ask('dept', 'POST /api/accident-book', entry)
    const missed = this.#mark('near-miss')
    await this.#ask('perf', 'POST /api/accident-book', {
      ...{ ...entry, id: `entry-${this.#seed}-two`, kind: 'near-miss' },
      words: { ...words, who: missed, happened: missed },
    })
    await this.#askForContact()
    await this.#openNote()
    const page = await this.#ask('CM', 'GET /api/notices')
    for (const what of ['contact', 'permitted'] as const)
      if (page.includes(this.#mark(what))) this.found.add(what)
    const book = await this.#ask('CM', 'GET /api/accident-book')
    for (const what of ['accident', 'near-miss'] as const)
      if (book.includes(this.#mark(what))) this.found.add(what)
  }

  /** An ask has no words: what is looked for is the name that it goes by. */
  async #askForContact(): Promise<void> {
    const inside = {
      id: 'contact-of-company',
      name: 'Asa',
      person: personId('ASM'),
      reach: '',
      withinHours: 1,
    }
    const outside = { id: 'contact-outside', name: 'Helpline', person: null, reach: '0800 1', withinHours: 1 }
    await this.#ask('CM', 'POST /api/care', { name: 'care.contacts', contacts: [inside, outside] })
    await this.#ask('perf', 'POST /api/care', { name: 'care.ask', id: this.#askOf, contact: inside.id })
    if ((await this.#ask('ASM', 'GET /api/care')).includes(this.#mark('ask'))) this.found.add('ask')
  }

  /** Only of whoever is in the building does a note lie ready on duty devices. */
  async #signIn(): Promise<void> {
    const socket = new RealSocket(this.#home.server.port, {
      headers: { cookie: this.#cookies.get('kiosk') ?? '' },
    })
    await socket.hello()
    await socket.press({ name: 'sign.in', person: personId('perf') })
    await socket.close()
  }

  /** In some parts or in all of them, for some audience: another one each time. */
  async #leaveNote(): Promise<void> {
    const chosen = fieldNames.filter(() => this.#dice.chance(0.7))
    const text = this.#mark('sealed')
    const fields: Note['fields'] = Object.fromEntries(
      (chosen.length === 0 ? fieldNames : chosen).map((name) => [
        name,
        { text: `${text} ${name}`, audience: this.#dice.pick(audiences), confirmedAt: 0 },
      ]),
    )
    await this.#owner?.leave({ fields, keepers: [] })
    const opened = await this.#duty?.opens(personId('perf'))
    if (JSON.stringify(opened ?? '').includes(text)) this.found.add('sealed')
  }

  /** Somebody is down, it is said who, and a duty device opens what lies on it. */
  async #openNote(): Promise<void> {
    const duty = this.#duty
    if (duty === null) return
    const incident = `incident-${randomUUID()}`
    await writes(this.#home, duty, incident, [
      { kind: 'opened', place: null, how: 'hold' },
      { kind: 'names', who: personId('perf') },
      { kind: 'words', about: 'found-beside', text: this.#mark('incident'), witness: this.#mark('incident') },
      { kind: 'known', bound: 'found', witness: this.#mark('incident'), doing: this.#mark('incident') },
      { kind: 'corrects', record: 'said-of-before', text: this.#mark('incident') },
      ...(this.#dice.chance(0.3) ? [{ kind: 'handed-over', to: this.#mark('incident') }] : []),
    ])
    this.#incident = incident
    if ((await this.#askForIncident('CM')).includes(this.#mark('incident'))) this.found.add('incident')
    this.#hear('CM', (await duty.post('opened', duty.opening(personId('perf'), incident))).text)
  }

  /** All that was written of it, and its sheet for the crew. */
  async #askForIncident(role: RoleName | 'stranger'): Promise<string> {
    const asked = { incident: this.#incident, drill: false }
    if (this.#incident !== null && this.#dice.chance(0.2))
      await this.#ask(role, 'POST /api/hand-over', { ...asked, order: 'ATMIST', paper: 'A4' })
    return this.#ask(role, 'POST /api/incident/whole', { ...asked, seen: null })
  }

  async #restart(): Promise<void> {
    if (!this.#dice.chance(0.4)) return
    await this.#close()
    this.#house = await openServedHouse({ show: null, dataDir: this.#data })
    this.#owner = this.#owner && (await this.#again(this.#owner))
    this.#duty = this.#duty && (await this.#again(this.#duty))
  }

  async #again(device: SealedDevice): Promise<SealedDevice> {
    const { cookie, person } = device
    const again = await asSealing(this.#home, cookie, person)
    if (person === null) await again.duty()
    return again
  }

  async #copy(name: string): Promise<void> {
    await backupLog(join(this.#data, 'ghostlight.db'), join(this.#kept, name)).catch((error) => {
      writeFileSync(join(this.#kept, `${name}.txt`), String(error))
    })
    const sent = await this.#ask('SM', 'GET /api/backup')
    writeFileSync(join(this.#kept, `${name}.sent`), sent, 'latin1')
  }

  async #export(): Promise<void> {
    const stream = this.#home.server.stage.night()?.performance.id ?? ''
    const target = join(this.#kept, `export-${this.deeds}.db`)
    await exportStream({ file: join(this.#data, 'ghostlight.db') }, stream, target)
  }
}

const isPerson = (role: RoleName): role is PersonRole => (rolesOfPeople as readonly string[]).includes(role)
