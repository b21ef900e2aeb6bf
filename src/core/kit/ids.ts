// Branded identities: a person's id cannot stand where a track's belongs.

declare const noun: unique symbol

/** A short text that names one thing of its noun for ever; never a person's name. */
export type Id<Noun extends string> = string & { readonly [noun]: Noun }

// `as` only here: the constructor of the brand.
export const id = <Noun extends string>(text: string): Id<Noun> => text as Id<Noun>
