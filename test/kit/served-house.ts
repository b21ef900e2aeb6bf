// The real server in this process, on loopback with a folder of its own, and plain requests and sockets to it.

import { randomUUID } from 'node:crypto'
import { type IncomingHttpHeaders, request } from 'node:http'
import { inflateRawSync } from 'node:zlib'
import { type RawData, WebSocket } from 'ws'
import type { RoleName } from '../../src/core/disclosure/policy.ts'
import { type Post, theMachine } from '../../src/core/installation/installation.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import type { Show } from '../../src/core/show/show.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import type { Clock } from '../../src/server/clock/clock.ts'
import { freshSecret } from '../../src/server/http/cookies.ts'
import { type RunningServer, startServer } from '../../src/server/main.ts'
import type { Answer, FromServer, WireCommand } from '../../src/wire/messages.ts'
import { PROTOCOL } from '../../src/wire/protocol.ts'
import { temporaryFolder } from './ghostlight.ts'

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }

export type ServedHouse = {
  readonly server: RunningServer
  readonly dataDir: string
  /** Sends the path exactly as it is written here, as no browser would. */
  ask(
    path: string,
    how?: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<Reply>
  /** A link for a device of this post; its token is what stands behind the `#`. */
  invite(post: Partial<Post> & { readonly roles: readonly RoleName[] }): Promise<string>
  /** Uses a link; the answer and the cookie that came with it. */
  join(token: string): Promise<{ readonly reply: Reply; readonly cookie: string }>
  /** Invites and joins. */
  pair(post: Partial<Post> & { readonly roles: readonly RoleName[] }): Promise<string>
  close(): Promise<void>
}

type Opening = {
  readonly show: Show | null
  readonly dataDir?: string
  readonly webDir?: string
  readonly clock?: Clock
  readonly port?: number
  readonly securePort?: number
  readonly reachedAt?: () => readonly string[]
  readonly ownName?: string
}

/** The show goes through its file, as everybody's does; where it is null, what lies in the folder is opened again. */
export async function openServedHouse(opening: Opening): Promise<ServedHouse> {
  const { show, dataDir, webDir, ...more } = opening
  const folder = dataDir === undefined ? temporaryFolder() : { path: dataDir, remove: () => undefined }
  const text = show === null ? null : JSON.stringify(show)
  const read = text === null ? null : readShowFile(text)
  if (read && !read.ok) throw new Error(read.errors.map((error) => error.message).join('\n'))
  const server = await startServer({
    dataDir: folder.path,
    port: 0,
    host: '127.0.0.1',
    webDir: webDir ?? 'nowhere',
    show: text !== null && read?.ok ? { text, show: read.show } : null,
    goIntervalMs: 0,
    ...more,
  })
  const ask: ServedHouse['ask'] = (path, how = {}) => plainRequest(server.port, path, how)
  const invite: ServedHouse['invite'] = async (parts) => {
    const secret = randomUUID()
    const link = freshSecret()
    const device = id<'device'>(`device-${secret}`)
    const post = { name: 'A device', person: null, department: null, place: null, ...parts }
    const command = { name: 'device.invite', device, linkHash: link.hash, post } as const
    const answer = await server.stage.installation.submit({
      id: secret,
      by: theMachine,
      madeAt: instant(0),
      command,
    })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return `${device}.${link.secret}`
  }
  const join: ServedHouse['join'] = async (token) => {
    const body = JSON.stringify({ token })
    const reply = await ask('/api/join', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    return { reply, cookie: (reply.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '' }
  }
  return {
    server,
    dataDir: folder.path,
    ask,
    invite,
    join,
    pair: async (post) => (await join(await invite(post))).cookie,
    close: async () => {
      await server.close()
      folder.remove()
    },
  }
}

/** What a device's cookie says of it. */
export function readCookie(cookie: string): { readonly device: string; readonly secret: string } {
  const [device = '', secret = ''] = cookie.slice(cookie.indexOf('=') + 1).split('.')
  return { device, secret }
}

function plainRequest(
  port: number,
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** `headers`: cookie, origin, whatever a browser or a program would say. */
export type SocketOptions = {
  readonly headers?: Readonly<Record<string, string>>
  readonly path?: string
  readonly autoPong?: boolean
  /** By https, believing this authority. */
  readonly ca?: string
  readonly protocols?: readonly string[]
}

const unpacked = (data: RawData): string => {
  if (!Buffer.isBuffer(data)) throw new Error('a message of a kind that was not asked for')
  return inflateRawSync(data).toString()
}

/** A real socket that keeps every text it was sent. */
/** A machine that is busy takes seconds; whatever takes this long does not come. */
const UNSAID_MS = 60_000
const PING_MS = 250

export class RealSocket {
  readonly socket: WebSocket
  readonly texts: string[] = []
  /** How many of them travelled packed. */
  packed = 0
  /** 101 once it is open, else the status it was refused with. */
  readonly status: Promise<number>
  readonly closed: Promise<number>
  #waiting: (() => void)[] = []
  #over = false
  #said = 0

  constructor(port: number, options: SocketOptions) {
    const { path = '/live', autoPong = true, headers = {}, protocols = [], ca } = options
    const address = `${ca === undefined ? 'ws' : 'wss'}://127.0.0.1:${port}${path}`
    this.socket = new WebSocket(address, [...protocols], { headers, autoPong, ca })
    this.socket.on('message', (data, isBinary) => {
      this.texts.push(isBinary ? unpacked(data) : String(data))
      if (isBinary) this.packed += 1
      this.#wake()
    })
    this.socket.once('close', () => {
      this.#over = true
      this.#wake()
    })
    this.status = new Promise((resolve) => {
      this.socket.once('open', () => resolve(101))
      this.socket.once('unexpected-response', (_asked, answer) => {
        resolve(answer.statusCode ?? 0)
        answer.resume()
        this.socket.terminate()
      })
    })
    this.closed = new Promise((resolve) => this.socket.once('close', resolve))
    this.socket.on('error', () => undefined)
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake()
  }

  get messages(): FromServer[] {
    return this.texts.map((text) => JSON.parse(text) as FromServer)
  }

  /** The first message of this shape, already there or still to come; what is never said is told with what it was. */
  async until(is: (message: FromServer) => boolean): Promise<FromServer> {
    const unsaid = new Error(`not said within ${UNSAID_MS / 1000} s: ${is}`)
    let isLate = false
    const end = setTimeout(() => {
      isLate = true
      this.#wake()
    }, UNSAID_MS)
    try {
      return await this.#heard(is, () => {
        if (isLate) throw unsaid
      })
    } finally {
      clearTimeout(end)
    }
  }

  async #heard(is: (message: FromServer) => boolean, inTime: () => void): Promise<FromServer> {
    let looked = 0
    for (;;) {
      for (; looked < this.texts.length; looked += 1) {
        const message = JSON.parse(this.texts[looked] ?? 'null') as FromServer
        if (is(message)) return message
      }
      if (this.#over) throw new Error('the socket closed before that was said')
      inTime()
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  say(message: unknown): this {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
    return this
  }

  async hello(
    seen: { performance: string; boot: string; seq: number } | null = null,
    unpacks = false,
  ): Promise<this> {
    await this.status
    const before = this.texts.length
    this.say({ t: 'hello', protocol: PROTOCOL, seen, unpacks })
    let heard = 0
    await this.until((message) => {
      heard += 1
      return heard > before && (message.t === 'snapshot' || message.t === 'frame')
    })
    return this
  }

  /** Presses now, or so long ago, and waits for what came of it. */
  async press(command: WireCommand, madeAt = Date.now()): Promise<Answer> {
    this.#said += 1
    const key = `socket-press-${this.#said}-${randomUUID().slice(0, 8)}`
    this.say({ t: 'command', id: key, madeAt, command })
    const told = await this.until((message) => message.t === 'answer' && message.id === key)
    return told.t === 'answer' ? told.answer : { ok: false, failure: 'no answer' }
  }

  /**
   * Everything that was sent before this has arrived when it resolves. Asked again and again, as a device does: while it has
   * nothing of a night that has just begun, or has not read all of it, there is no pong.
   */
  async quiet(): Promise<void> {
    this.#said += 1
    const at = this.#said + 0.5
    this.say({ t: 'ping', at })
    const again = setInterval(() => this.say({ t: 'ping', at }), PING_MS)
    await this.until((message) => message.t === 'pong' && message.at === at).finally(() =>
      clearInterval(again),
    )
  }

  async close(): Promise<void> {
    this.socket.close()
    await this.closed
  }
}
