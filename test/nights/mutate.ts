// A thousand ways of spoiling a show file, each from its seed, for the reader and for the command line alike.

import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { textKinds } from './mutate-text.ts'
import { valueKinds } from './mutate-values.ts'

export type Mutation = (text: string, throws: Dice) => string

const kinds: Readonly<Record<string, Mutation>> = { ...textKinds, ...valueKinds }

/** The show file spoiled in the way of this seed; seeds one after another go through all kinds in turn. */
export function mutate(text: string, seed: number): { readonly kind: string; readonly text: string } {
  const names = Object.keys(kinds)
  const kind = names[seed % names.length] ?? ''
  const mutation = kinds[kind]
  if (mutation === undefined) throw new Error('there is no kind of mutation at all')
  return { kind, text: mutation(text, dice(seed)) }
}
