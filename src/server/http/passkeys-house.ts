// Signing in with a passkey: a challenge that is good once, and what the browser made of it.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { asViewer, type Device } from '../../core/installation/installation.ts'
import { type PasskeyAsked, type PasskeyBody, passkeySchema } from '../../wire/passkey.ts'
import { BODY_BYTES_MAX, readBody, refuse, send } from './answers.ts'
import type { Challenges } from './challenges.ts'
import { freshId, sha256 } from './cookies.ts'
import { type Door, enterBy } from './join.ts'
import { deviceHere } from './known-by.ts'
import { isSafeWay } from './safe-way.ts'
import { type Asked, readMade, readShown } from './webauthn.ts'

const BY_NUMBER =
  'This page was opened by a number. A browser keeps a passkey for a name: open the house by its name, or use letters.'
const NOT_SAFE =
  'This page came by plain HTTP, and a browser keeps no passkey for that. Open the house’s safe address (https), or use letters.'
const NOT_GOOD = 'This passkey is not good here, or not any more. Ask for letters.'

/** By what the page was opened: the name a passkey is kept for, or why it cannot be. */
function placeOf(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
): { readonly rpId: string; readonly origin: string } | { readonly sentence: string } {
  const host = request.headers.host ?? ''
  const rpId = host.replace(/:\d+$/, '').toLowerCase()
  if (/^[\d.]+$|^\[/.test(rpId)) return { sentence: BY_NUMBER }
  const encrypted = 'encrypted' in request.socket
  const isHere = rpId === 'localhost' && isSafeWay(request)
  if (!encrypted && !isHere) return { sentence: NOT_SAFE }
  return { rpId, origin: `${encrypted ? 'https' : 'http'}://${host}` }
}

type Parts = Door & { readonly challenges: Challenges }

export async function passkeys(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
    return refuse(response, 405, 'method', 'That is not possible here.')
  const body = bodyOf((await readBody(request, BODY_BYTES_MAX))?.toString('utf8') ?? '')
  if (body === null) return refuse(response, 400, 'wrong-message', 'This cannot be understood.')
  const place = placeOf(request)
  if ('sentence' in place) return refuse(response, 409, 'no-passkey-here', place.sentence)
  const here = deviceHere(parts.stage, request)
  switch (body.step) {
    case 'ask':
      return send(
        response,
        200,
        asking(parts, here, { rpId: place.rpId, from: request.socket.remoteAddress ?? '' }),
      )
    case 'keep':
      return await keep(parts, body, { ...place, here }, response)
    case 'use':
      return await use(parts, body, { ...place, here }, response)
    case 'drop':
      return await submitted(parts, here, { name: 'passkey.drop' }, response)
    default:
      return body satisfies never
  }
}

function bodyOf(text: string): PasskeyBody | null {
  try {
    return passkeySchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function asking(
  { stage, challenges }: Parts,
  here: Device | null,
  { rpId, from }: { readonly rpId: string; readonly from: string },
): PasskeyAsked {
  const own = here?.person == null ? null : here
  const mine = (stage.installation.state().passkeys ?? []).filter((one) => one.person === own?.person)
  return {
    ...{ challenge: challenges.make(from), rpId },
    // Stays in the authenticator: not the id of the person, from which somebody else’s could be told.
    user: own && { id: sha256(`passkey ${rpId} ${own.person}`), name: own.name },
    known: own === null ? [] : mine.map(({ id }) => id),
  }
}

type At = Omit<Asked, 'challenge'> & { readonly here: Device | null }

/** The challenge that it answers, where that was one of ours and is good still. */
function askedBy({ challenges }: Parts, clientData: string, { rpId, origin }: At): Asked | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'))
    const told = typeof said === 'object' && said !== null && 'challenge' in said ? said.challenge : null
    return typeof told === 'string' && challenges.take(told) ? { challenge: told, rpId, origin } : null
  } catch {
    return null
  }
}

async function keep(
  parts: Parts,
  body: Extract<PasskeyBody, { step: 'keep' }>,
  at: At,
  response: ServerResponse,
): Promise<void> {
  const asked = askedBy(parts, body.clientData, at)
  const counter = asked && readMade(body, asked)
  if (counter === null) return refuse(response, 409, 'passkey', NOT_GOOD)
  const { id, publicKey } = body
  const called = at.here?.name ?? ''
  const command = { name: 'passkey.keep', id, publicKey, called, rpId: at.rpId, counter } as const
  return submitted(parts, at.here, command, response)
}

async function submitted(
  { stage, clock }: Parts,
  here: Device | null,
  command: Parameters<typeof stage.installation.submit>[0]['command'],
  response: ServerResponse,
): Promise<void> {
  if (here === null) return refuse(response, 401, 'not-paired', 'This device is not paired yet.')
  const id = `passkey:${freshId()}`
  const answer = await stage.installation.submit({ id, by: asViewer(here), madeAt: clock.now(), command })
  if (answer.ok) send(response, 200, {})
  else if ('refusal' in answer) refuse(response, 409, answer.refusal.code, answer.refusal.sentence)
  else refuse(response, 503, 'failure', answer.failure)
}

async function use(
  parts: Parts,
  body: Extract<PasskeyBody, { step: 'use' }>,
  at: At,
  response: ServerResponse,
): Promise<void> {
  const { stage, clock } = parts
  const passkey = stage.installation.state().passkeys?.find((one) => one.id === body.id)
  const asked = askedBy(parts, body.clientData, at)
  const isHere = passkey?.rpId === at.rpId
  const counter = passkey && asked && isHere ? readShown(body, passkey.publicKey, asked) : null
  // One sentence for one that is unknown, taken back, another house’s or forged: a guess learns nothing.
  if (!passkey || counter === null) return refuse(response, 403, 'passkey', NOT_GOOD)
  const { production = null } = passkey
  if (!(await parts.company.has({ person: passkey.person, production })))
    return refuse(response, 403, 'passkey', NOT_GOOD)
  const command = { name: 'passkey.use', passkey: passkey.id, counter } as const
  const by = { device: passkey.device, roles: [], person: null, department: null, place: null }
  const id = `passkey:${freshId()}`
  const answer = await stage.installation.submit({ id, by, madeAt: clock.now(), command })
  if (!answer.ok)
    return 'refusal' in answer
      ? refuse(response, 403, 'passkey', NOT_GOOD)
      : refuse(response, 503, 'failure', answer.failure)
  const { person, called, roles } = passkey
  const who = { person, called, roles, how: 'passkey' } as const
  const { status, said, cookie } = await enterBy(parts, who, body.own ? null : at.here)
  send(response, status, said, cookie === null ? {} : { 'Set-Cookie': cookie })
}
