// Numbers on the command line, refused in a sentence where they are none.

/** Undefined where the option was not given. */
export function wholeNumber(option: string, given: string | undefined, max: number): number | undefined {
  if (given === undefined) return undefined
  const number = Number(given)
  if (/^\d+$/.test(given) && number <= max) return number
  throw new Error(`${option} takes a whole number from 0 to ${max}; “${given}” is none.`)
}

export const PERFORMANCES_MAX = 100_000
