// The house’s own key: Ed25519, in a file of its own beside the record and in no copy of it.

import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SignedHead } from '../../wire/heads.ts'

const KEY_FILE = 'signing-key.pem'

export type HouseKey = {
  /** Public, as devices keep it. */
  readonly name: string
  readonly sign: (words: string) => string
}

/** Made where there is none. */
export function houseKey(dataDir: string): HouseKey {
  const file = join(dataDir, KEY_FILE)
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  return keyFrom(createPrivateKey(readFileSync(file)))
}

export const keyFrom = (secret: KeyObject): HouseKey => ({
  name: createPublicKey(secret).export({ type: 'spki', format: 'der' }).toString('base64'),
  sign: (words) => sign(null, Buffer.from(words), secret).toString('base64'),
})

export const wordsOf = ({ number, at, root }: Pick<SignedHead, 'number' | 'at' | 'root'>): string =>
  `ghostlight head 1\n${number}\n${at}\n${root}`

/** Beside everything else: a hundred of them would keep a press waiting. */
const verified = (words: string, key: KeyObject, signature: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    verify(null, Buffer.from(words), key, Buffer.from(signature, 'base64'), (error, isGood) =>
      error ? reject(error) : resolve(isGood),
    )
  })

/** By the key that stands beside it: whether that is the house’s is another question. */
export async function isSigned(head: SignedHead): Promise<boolean> {
  try {
    const key = createPublicKey({ key: Buffer.from(head.key, 'base64'), type: 'spki', format: 'der' })
    if (key.asymmetricKeyType !== 'ed25519') return false
    return await verified(wordsOf(head), key, head.signature)
  } catch {
    return false
  }
}
