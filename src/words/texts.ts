// What a catalogue is made of: texts by name, sentences with their values, and how one language differs from another.

/** A text as it stands, or a sentence that takes its values; the values may be named in one object. */
export type Text = string | ((...values: never[]) => string)

/** What another language says in other words; what it leaves out is said as in the first. */
export type Differences<Of> = {
  readonly [Name in keyof Of]?: Of[Name] extends Text ? Of[Name] : Differences<Of[Name]>
}

/** The whole catalogue of a language that differs from another in some texts. */
export function differing<Of extends object>(first: Of, other: Differences<Of>): Of {
  const all = Object.entries(first).map(([name, text]) => {
    const instead: unknown = other[name as keyof Of]
    if (instead === undefined) return [name, text]
    return [name, isTexts(text) && isTexts(instead) ? differing(text, instead) : instead]
  })
  // `as`: the same names as in `first`, each with a text of the same kind; the types above say so.
  return Object.fromEntries(all) as Of
}

/** Another catalogue of the same shape, each text put through `say`. */
export function mapped<Of extends object>(texts: Of, say: (text: Text) => Text): Of {
  const all = Object.entries(texts).map(([name, text]) => [
    name,
    isTexts(text) ? mapped(text, say) : say(text),
  ])
  // `as`: the same names as before, each with a text of the same kind.
  return Object.fromEntries(all) as Of
}

const isTexts = (text: unknown): text is object => typeof text === 'object' && text !== null
