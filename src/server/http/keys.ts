// Keys of devices as they are shown at the door: a new one that is seen counts, and one that was replaced is somebody’s copy.

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { InstallationCommand } from '../../core/installation/commands.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { isAskedFor, isCopy, toSettle } from '../../core/installation/keys.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
import type { Stage } from '../hub/stage.ts'
import { refuse, send } from './answers.ts'
import {
  cookieName,
  credentialsFromCookies,
  freshId,
  freshSecret,
  OLD_COOKIE_NAME,
  setCookie,
} from './cookies.ts'
import { byCookie, deviceHere } from './known-by.ts'
import { openSafeKeys } from './safe-keys.ts'

/** How often it is looked which old keys have been good for long enough. */
export const SETTLE_LOOK_MS = 60_000

export type KeysAtDoor = {
  /** Before anything is asked or answered. */
  seen(headers: IncomingHttpHeaders): void
  /** By which way it came: what went by plain HTTP is exchanged sooner. */
  passed(request: Pick<IncomingMessage, 'headers' | 'socket'>): void
  /** A new key for whoever asks, where theirs is old. */
  turn(request: IncomingMessage, response: ServerResponse): Promise<void>
  close(): void
}

export function openKeys({ stage, clock }: { readonly stage: Stage; readonly clock: Clock }): KeysAtDoor {
  const { installation } = stage
  const safe = openSafeKeys()
  const ask = (command: InstallationCommand, id: string) =>
    installation.submit({ id, by: theMachine, madeAt: clock.now(), command })
  // What could not be kept is asked for again by the next thing that is shown, or at the next look.
  const quietly = (command: InstallationCommand, id: string) => void ask(command, id).catch(tellMistake)
  let cancel = () => {}
  const look = () => {
    for (const device of toSettle(installation.state(), clock.now()))
      quietly({ name: 'key.settle', device }, `settle:${device}:${freshId()}`)
    cancel = clock.after(SETTLE_LOOK_MS, look)
  }
  look()
  return {
    seen: ({ cookie }) => {
      const state = installation.state()
      const held = credentialsFromCookies(cookie, cookieName(state))
      const shown = held.length > 0 ? held : credentialsFromCookies(cookie, OLD_COOKIE_NAME)
      for (const { device: named, secretHash } of shown) {
        const device = state.devices.find(({ id }) => id === named)
        if (!device || device.revokedAt !== null) continue
        const key = { device: device.id, secretHash }
        if (isAskedFor(device, secretHash)) quietly({ name: 'key.keep', ...key }, `keep:${secretHash}`)
        else if (isCopy(device, secretHash))
          quietly({ name: 'key.copied', ...key }, `copied:${secretHash}:${freshId()}`)
      }
    },
    passed: (request) => safe.shown(request, cookieName(installation.state())),
    turn: async (request, response) => {
      if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
        return refuse(response, 405, 'method', 'That is not possible here.')
      const state = installation.state()
      const device = deviceHere(stage, request)
      if (!device) return refuse(response, 401, 'not-paired', 'This device is not paired yet.')
      const shown = byCookie(state, request.headers)?.credential
      // A program holds its key in its own settings: it is exchanged there, by pairing it anew.
      if (!shown) return send(response, 200, { turned: false })
      const isEncrypted = 'encrypted' in request.socket
      const { secret, hash } = freshSecret()
      const command = {
        name: 'key.turn',
        device: device.id,
        was: shown.secretHash,
        secretHash: hash,
        early: isEncrypted && safe.isDue(device.id, shown.secretHash, clock.now()),
      } as const
      const answer = await ask(command, `turn:${hash}`)
      if (!answer.ok && 'failure' in answer) return refuse(response, 503, 'failure', answer.failure)
      if (!answer.ok) return send(response, 200, { turned: false })
      if (isEncrypted) safe.given(device.id, hash, clock.now())
      const cookie = setCookie(cookieName(installation.state()), device.id, secret)
      send(response, 200, { turned: true }, { 'Set-Cookie': cookie })
    },
    close: () => cancel(),
  }
}
