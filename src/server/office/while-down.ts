// What keeps the one thread of the server busy waits until the act is down: a GO must not wait for it.

import type { Stage } from '../hub/stage.ts'
import { type OfficeAnswer, refuse } from './deeds.ts'

/** A large file takes seconds to read, and a night to watch is a whole house opened, in which nothing else is done. */
export function whileDown(
  stage: Stage,
  act: () => OfficeAnswer | Promise<OfficeAnswer>,
  sentence = 'An act is up. Files are read between the acts and after the show.',
): OfficeAnswer | Promise<OfficeAnswer> {
  return isUp(stage) ? refuse('running', sentence) : act()
}

export const isUp = (stage: Stage): boolean => {
  const last = stage.night()?.owner.state().calling.acts.at(-1)
  return last !== undefined && last.downAt === null
}
