// Makes an authority of the house's own, and the server's certificate by it. Keys and signatures are the platform's;
// only the writing down is here.

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto'
import {
  type Bytes,
  bits,
  identifier,
  moment,
  octets,
  placed,
  plain,
  sequence,
  set,
  text,
  whole,
  yes,
} from './der.ts'
import { constraintBytes, nameBytes, type SaidName } from './names.ts'

/** A certificate and its key, as files hold them. */
export type Pair = { readonly certificate: string; readonly key: string }

const DAY_MS = 24 * 3_600_000
/** Trusting it is work for a person on every device, so it lasts as long as a house keeps its machines. */
export const AUTHORITY_DAYS = 10 * 365
/** Telephones take none that lasts longer than 825 days; this one is renewed by itself. */
export const SERVER_DAYS = 180
/** A phone's clock may be behind. */
export const BACKDATED_MS = DAY_MS

const oid = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  subjectKey: '2.5.29.14',
  keyUsage: '2.5.29.15',
  alternativeNames: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  authorityKey: '2.5.29.35',
  extendedUsage: '2.5.29.37',
  serverAuthentication: '1.3.6.1.5.5.7.3.1',
} as const

/** The name says which house's it is where a device lists several: the beginning of its own key. */
export function makeAuthority(now: number): Pair {
  const { publicKey, privateKey } = freshKeys()
  const name = `Ghostlight authority ${hexOf(keyId(publicKey).slice(0, 4))}`
  const certificate = signed({
    issuer: name,
    subject: name,
    from: now - BACKDATED_MS,
    until: now + AUTHORITY_DAYS * DAY_MS,
    publicKey,
    signer: privateKey,
    extensions: [
      extension(oid.basicConstraints, true, sequence(yes, whole([0]))),
      // To sign certificates, and nothing else.
      extension(oid.keyUsage, true, bits([0b0000_0100], 2)),
      extension(oid.nameConstraints, true, constraintBytes()),
      extension(oid.subjectKey, false, octets(keyId(publicKey))),
    ],
  })
  return { certificate, key: exported(privateKey) }
}

export function issueServer(authority: Pair, names: readonly SaidName[], now: number): Pair {
  const { publicKey, privateKey } = freshKeys()
  const signer = createPrivateKey(authority.key)
  const certificate = signed({
    issuer: commonNameOf(authority.certificate),
    subject: 'Ghostlight',
    from: now - BACKDATED_MS,
    until: now + SERVER_DAYS * DAY_MS,
    publicKey,
    signer,
    extensions: [
      extension(oid.basicConstraints, true, sequence()),
      extension(oid.keyUsage, true, bits([0b1000_0000], 7)),
      extension(oid.extendedUsage, false, sequence(identifier(oid.serverAuthentication))),
      extension(oid.alternativeNames, false, nameBytes(names)),
      extension(oid.subjectKey, false, octets(keyId(publicKey))),
      extension(oid.authorityKey, false, sequence(plain(0, keyId(createPublicKey(signer))))),
    ],
  })
  return { certificate, key: exported(privateKey) }
}

export const commonNameOf = (certificate: string): string =>
  /^CN=(.+)$/m.exec(new X509Certificate(certificate).subject)?.[1] ?? ''

const freshKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

const exported = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString()

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' })

const keyId = (key: KeyObject): Bytes => [...createHash('sha256').update(spki(key)).digest().subarray(0, 20)]

const hexOf = (bytes: Bytes): string => Buffer.from(bytes).toString('hex').toUpperCase()

const extension = (id: string, critical: boolean, content: Bytes): Bytes =>
  sequence(identifier(id), ...(critical ? [yes] : []), octets(content))

const nameOf = (commonName: string): Bytes =>
  sequence(set(sequence(identifier(oid.commonName), text(commonName))))

type Unsigned = {
  readonly issuer: string
  readonly subject: string
  readonly from: number
  readonly until: number
  readonly publicKey: KeyObject
  readonly signer: KeyObject
  readonly extensions: readonly Bytes[]
}

function signed({ issuer, subject, from, until, publicKey, signer, extensions }: Unsigned): string {
  const algorithm = sequence(identifier(oid.ecdsaWithSha256))
  const body = sequence(
    // The third version, which has extensions, is written as 2.
    placed(0, whole([2])),
    // Positive, and 126 bits of dice.
    whole([0x40 | ((randomBytes(1)[0] ?? 0) & 0x3f), ...randomBytes(15)]),
    algorithm,
    nameOf(issuer),
    sequence(moment(from), moment(until)),
    nameOf(subject),
    [...spki(publicKey)],
    placed(3, sequence(...extensions)),
  )
  const signature = sign('sha256', Uint8Array.from(body), signer)
  return pem(sequence(body, algorithm, bits([...signature])))
}

function pem(bytes: Bytes): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
