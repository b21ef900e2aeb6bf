// An authenticator in the test’s hands: makes passkeys and signs with them, well or wrongly.

import { createHash, generateKeyPairSync, sign } from 'node:crypto'

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
const asText = (bytes: Buffer) => bytes.toString('base64url')

export type Saying = {
  readonly challenge: string
  readonly origin: string
  readonly rpId: string
  readonly flags?: number
  readonly type?: string
  readonly crossOrigin?: boolean
}

export class SoftPasskey {
  readonly id = asText(sha256(String(Math.random())))
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  counter = 0

  get publicKey(): string {
    return asText(this.#keys.publicKey.export({ format: 'der', type: 'spki' }))
  }

  #data({ rpId, flags = 0x05 }: Saying, more = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, more])
  }

  #client({ challenge, origin, type, crossOrigin }: Saying, usual: string): Buffer {
    return Buffer.from(JSON.stringify({ type: type ?? usual, challenge, origin, crossOrigin }))
  }

  made(saying: Saying) {
    const id = Buffer.from(this.id, 'base64url')
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const attested = Buffer.concat([Buffer.alloc(16), length, id])
    return {
      ...{ id: this.id, publicKey: this.publicKey },
      clientData: asText(this.#client(saying, 'webauthn.create')),
      authenticatorData: asText(this.#data({ ...saying, flags: saying.flags ?? 0x45 }, attested)),
    }
  }

  shown(saying: Saying) {
    const [data, client] = [this.#data(saying), this.#client(saying, 'webauthn.get')]
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.#keys.privateKey)
    return {
      ...{ id: this.id, clientData: asText(client), authenticatorData: asText(data) },
      signature: asText(signature),
    }
  }
}
