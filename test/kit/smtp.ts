// The smallest mail server that can say yes, no, not now, and nothing at all; on loopback, with TLS where it is asked to.

import { createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'
import { issueServer, makeAuthority } from '../../src/server/certificate/issue.ts'

export type SmtpManner = {
  /** `offered`: by STARTTLS; with a certificate that a house made for itself. */
  readonly tls?: 'offered' | 'from the start'
  readonly user?: { readonly name: string; readonly password: string }
  /** Says nothing at all from this point on. */
  readonly silentAt?: 'greeting' | 'end of data'
  /** Answers `RCPT TO` of these in its own words. */
  readonly refuses?: Readonly<Record<string, string>>
  /** Answers `MAIL FROM` in these words so many times, and then takes it. */
  readonly notNow?: { readonly words: string; readonly times: number }
}

type Taken = { readonly to: readonly string[]; readonly text: string; readonly secured: boolean }

export type Smtp = {
  readonly port: number
  /** What believes its certificate has this. */
  readonly authority: string
  readonly taken: readonly Taken[]
  /** Every line it was sent, as it came. */
  readonly heard: readonly string[]
  readonly connections: () => number
  close(): Promise<void>
}

/** What all talks of one server share. */
type Shared = {
  readonly manner: SmtpManner
  readonly taken: Taken[]
  readonly heard: string[]
  readonly secure: (socket: Socket) => TLSSocket
  refusals: number
}

export async function openSmtp(manner: SmtpManner = {}): Promise<Smtp> {
  const authority = makeAuthority(Date.now())
  const pair = issueServer(authority, [{ type: 'ip', value: '127.0.0.1' }], Date.now())
  const secureContext = createSecureContext({ cert: pair.certificate, key: pair.key })
  const secure = (socket: Socket) => {
    const tls = new TLSSocket(socket, { isServer: true, secureContext })
    return tls.on('error', () => undefined)
  }
  const shared: Shared = { manner, taken: [], heard: [], secure, refusals: manner.notNow?.times ?? 0 }
  const open = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => undefined)
    const secured = manner.tls === 'from the start'
    const talk = new Talk(shared, secured ? secure(socket) : socket, secured)
    if (manner.silentAt !== 'greeting') talk.say('220 house.example ready')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  return {
    port: bound !== null && typeof bound === 'object' ? bound.port : 0,
    authority: authority.certificate,
    taken: shared.taken,
    heard: shared.heard,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

class Talk {
  readonly #shared: Shared
  readonly #socket: Socket
  readonly #secured: boolean
  #rest = ''
  #to: string[] = []
  #data: string[] | null = null
  #login: string[] | null = null

  constructor(shared: Shared, socket: Socket, secured: boolean) {
    this.#shared = shared
    this.#socket = socket
    this.#secured = secured
    socket.on('data', this.#read)
  }

  say(line: string): void {
    this.#socket.write(`${line}\r\n`)
  }

  readonly #read = (chunk: Buffer): void => {
    this.#rest += chunk.toString('utf8')
    for (let end = this.#rest.indexOf('\r\n'); end >= 0; end = this.#rest.indexOf('\r\n')) {
      const line = this.#rest.slice(0, end)
      this.#rest = this.#rest.slice(end + 2)
      this.#shared.heard.push(line)
      if (this.#data !== null) this.#write(this.#data, line)
      else if (this.#login !== null) this.#answerLogin(this.#login, line)
      else this.#obey(line)
    }
  }

  #write(data: string[], line: string): void {
    if (line !== '.') {
      data.push(line)
      return
    }
    if (this.#shared.manner.silentAt === 'end of data') return
    this.#shared.taken.push({ to: this.#to, text: data.join('\n'), secured: this.#secured })
    this.#data = null
    this.#to = []
    this.say('250 2.0.0 queued as 4F2A')
  }

  #answerLogin(before: readonly string[], line: string): void {
    const said = [...before, Buffer.from(line, 'base64').toString('utf8')]
    this.#login = said.length < 2 ? said : null
    if (said.length < 2) this.say('334 UGFzc3dvcmQ6')
    else this.#judge(said[0], said[1])
  }

  #judge(name: string | undefined, password: string | undefined): void {
    const { user } = this.#shared.manner
    const isRight = user !== undefined && name === user.name && password === user.password
    this.say(isRight ? '235 2.7.0 welcome' : '535 5.7.8 that is not the password')
  }

  #obey(line: string): void {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') this.#greet()
    else if (verb === 'STAR' && this.#offersTls()) this.#startTls()
    else if (verb === 'AUTH') this.#authenticate(line)
    else if (verb === 'MAIL') this.#from()
    else if (verb === 'RCPT') this.#recipient(/<([^>]*)>/.exec(line)?.[1] ?? '')
    else if (verb === 'DATA') {
      this.#data = []
      this.say('354 go on')
    } else this.say(verb === 'QUIT' ? '221 goodbye' : '502 5.5.1 not here')
  }

  #offersTls(): boolean {
    return this.#shared.manner.tls === 'offered' && !this.#secured
  }

  #greet(): void {
    this.say('250-house.example')
    if (this.#offersTls()) this.say('250-STARTTLS')
    if (this.#shared.manner.user) this.say('250-AUTH PLAIN LOGIN')
    this.say('250 8BITMIME')
  }

  #startTls(): void {
    this.say('220 go on')
    this.#socket.off('data', this.#read)
    new Talk(this.#shared, this.#shared.secure(this.#socket), true)
  }

  #authenticate(line: string): void {
    const [, how, words = ''] = line.split(' ')
    if (how === 'PLAIN') {
      const [, name, password] = Buffer.from(words, 'base64').toString('utf8').split('\0')
      this.#judge(name, password)
      return
    }
    this.#login = []
    this.say('334 VXNlcm5hbWU6')
  }

  #from(): void {
    const no = this.#shared.refusals > 0
    if (no) this.#shared.refusals -= 1
    this.say(no ? (this.#shared.manner.notNow?.words ?? '') : '250 2.1.0 ok')
  }

  #recipient(to: string): void {
    const no = this.#shared.manner.refuses?.[to]
    if (no === undefined) this.#to.push(to)
    this.say(no ?? '250 2.1.5 ok')
  }
}
