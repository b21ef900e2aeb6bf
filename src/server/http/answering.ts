// Answers at the door: that the house is there, at once; everything else once what answers it has been read.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { tellMistake } from '../clock/mistakes.ts'
import { refuse, send } from './answers.ts'
import type { KeysAtDoor } from './keys.ts'
import type { RouteOptions } from './routes.ts'

/** What a page from elsewhere may ask too: whether there is a Ghostlight here. It says nothing of the house. */
const HEALTH_PATH = '/api/health'

/** How this way in is reached. */
export type Way = Pick<RouteOptions, 'secured' | 'network'>
export type Answers = (way: Way, request: IncomingMessage, response: ServerResponse) => Promise<void>

export type Answering = (way: Way, request: IncomingMessage, response: ServerResponse) => void

/** Reading what answers takes a tenth of a second, and a house that opens anew is first of all there. Once it is read nobody waits. */
export function answering(keys: Pick<KeysAtDoor, 'seen'>, read: () => Promise<Answers>): Answering {
  let answers: Answers | null = null
  const first: Answers = async (...asked) => {
    answers = await read()
    await answers(...asked)
  }
  return (way, request, response) => {
    if (pathOf(request) === HEALTH_PATH) {
      keys.seen(request.headers)
      send(response, 200, { ok: true })
      return
    }
    const answer = answers ?? first
    answer(way, request, response).catch((error) => {
      tellMistake(error)
      // Half an answer is no answer: whoever asked sees that it broke off.
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'server', 'The server could not do that.')
    })
  }
}

export const pathOf = ({ url = '/' }: IncomingMessage): string => url.split(/[?#]/, 1)[0] ?? '/'
