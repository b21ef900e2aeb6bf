// What the browser does with a passkey, and what the house says to it. Null where it is done, else why not.

import type { PasskeyAsked } from '../../wire/passkey.ts'
import { words } from '../speech/speech.ts'
import { askHouse, type Told } from './ask-house.ts'

const PATH = '/api/passkey'

const asText = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const asBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))

/** Also where the browser knows none: the house then says why this page cannot have one. */
async function askForPasskey(): Promise<PasskeyAsked | { readonly sentence: string }> {
  const { status, told, sentence } = await askHouse(PATH, { step: 'ask' })
  // `as`: our own server, which builds its answer from the same type.
  return status === 200 ? (told as PasskeyAsked) : { sentence: sentence ?? words().mine.unreachable }
}

/** Elliptic P-256, then RSA: what the house can check. */
const algorithms = [-7, -257].map((alg) => ({ type: 'public-key', alg }) as const)
const known = (ids: readonly string[]) => ids.map((id) => ({ type: 'public-key', id: asBytes(id) }) as const)

/** On a device of one’s own: made there, and its public half kept by the house. */
export async function makePasskey(): Promise<string | null> {
  const asked = await askForPasskey()
  if ('sentence' in asked) return asked.sentence
  if (asked.user === null) return words().mine.notDone
  const { challenge, rpId, user } = asked
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: asBytes(challenge),
        rp: { id: rpId, name: 'Ghostlight' },
        user: { id: asBytes(user.id), name: user.name, displayName: user.name },
        pubKeyCredParams: algorithms,
        excludeCredentials: known(asked.known),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
      },
    })
    if (!(made instanceof PublicKeyCredential)) return words().mine.notDone
    // `as`: what is made is attested, and what is asked for later is asserted.
    const response = made.response as AuthenticatorAttestationResponse
    const publicKey = response.getPublicKey()
    if (publicKey === null) return words().mine.notDone
    return said(
      await askHouse(PATH, {
        ...{ step: 'keep', id: made.id, publicKey: asText(publicKey) },
        clientData: asText(response.clientDataJSON),
        authenticatorData: asText(response.getAuthenticatorData()),
      }),
    )
  } catch {
    return words().mine.notDone
  }
}

/** `own`: this screen becomes theirs. Where it goes well the page goes on by itself. */
export async function enterByPasskey(own: boolean): Promise<Told | { readonly sentence: string }> {
  const asked = await askForPasskey()
  if ('sentence' in asked) return asked
  const { challenge, rpId } = asked
  try {
    const shown = await navigator.credentials.get({
      publicKey: { challenge: asBytes(challenge), rpId, userVerification: 'required' },
    })
    if (!(shown instanceof PublicKeyCredential)) return { sentence: words().mine.notDone }
    // `as`: see above.
    const response = shown.response as AuthenticatorAssertionResponse
    return await askHouse(PATH, {
      ...{ step: 'use', own, id: shown.id, clientData: asText(response.clientDataJSON) },
      authenticatorData: asText(response.authenticatorData),
      signature: asText(response.signature),
    })
  } catch {
    return { sentence: words().mine.notDone }
  }
}

export const dropPasskeys = async (): Promise<string | null> => said(await askHouse(PATH, { step: 'drop' }))

const said = ({ status, sentence }: Told): string | null =>
  status === 200 ? null : (sentence ?? words().mine.unreachable)
