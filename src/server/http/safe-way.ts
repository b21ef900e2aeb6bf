// By which way a request came.

import type { IncomingMessage } from 'node:http'
import { isLoopback } from './listen.ts'

/** By https, or on the machine itself: anywhere else in between somebody could read along, or send another page. */
export const isSafeWay = ({ socket }: Pick<IncomingMessage, 'socket'>): boolean =>
  'encrypted' in socket || isLoopback(socket.remoteAddress ?? '')
