// What is said of our own mistakes where the server was started: the place in the program, and nobody’s words.

import { Failed, Mistake } from '../../core/kit/assert.ts'

/** The first places are told, and each once: a fault that comes with every frame would bury the one that led to it. */
export const MISTAKES_TOLD_MAX = 20
/** How the program came there, as far as it helps. */
const STEPS_MAX = 8

/** What the system says of its own: a file, a connection, or a thread that was not to be had or needed more than it may. */
const ofTheSystem = /^(?:E[A-Z\d]+|ERR_WORKER_\w+|ERR_STREAM_PREMATURE_CLOSE)$/

const isOfTheWorld = (error: unknown): boolean =>
  error instanceof Failed ||
  (error instanceof Error && 'code' in error && ofTheSystem.test(String(error.code)))

/** Whoever goes on without what broke says so here; else nobody could ever find it. */
export type TellMistake = (error: unknown) => void

export function openMistakes(say: (text: string) => void): TellMistake {
  const told = new Set<string>()
  return (error) => {
    if (isOfTheWorld(error)) return
    const steps = stepsOf(error)
    // What broke and who asked for it: the way there may be another each time.
    const place = steps.slice(0, 3).join()
    if (told.has(place) || told.size >= MISTAKES_TOLD_MAX) return
    told.add(place)
    say(`Ghostlight went on without something that broke, by a mistake of its own:\n${steps.join('\n')}\n`)
  }
}

export const tellMistake: TellMistake = openMistakes((text) => process.stderr.write(text))

/** Of a message only what we promised ourselves: in any other there may be a name, or what somebody wrote. */
function stepsOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [typeof error]
  const { name, message, stack = '' } = error
  const steps = stack.slice(stack.indexOf(message) + message.length).split('\n')
  const where = steps.filter((step) => /^\s+at /.test(step)).slice(0, STEPS_MAX)
  return [error instanceof Mistake ? `${name}: ${message}` : name, ...where]
}

/** For a promise that the night goes on without: what broke is told, and this stands for what it would have given. */
export const toldAs =
  <T>(instead: T) =>
  (error: unknown): T => {
    tellMistake(error)
    return instead
  }
