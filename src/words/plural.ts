// How a language counts: one screen, two screens, and in other languages a few or many of them.

export type Counted = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>

/** Chooses the form for a count by the rules of the language: `counting('en-GB')(2, { one: …, other: … })`. */
export function counting(locale: string): (count: number, forms: Counted) => string {
  let rules: Intl.PluralRules | undefined
  return (count, forms) => {
    // When first counted: a server begins before it says anything, and each of these takes milliseconds.
    rules ??= new Intl.PluralRules(locale)
    return forms[rules.select(count)] ?? forms.other
  }
}

/** "Ana, Ben and Cho", or with "or", as the language joins them. */
export function listing(
  locale: string,
  type: Intl.ListFormatType = 'conjunction',
): (names: readonly string[]) => string {
  let format: Intl.ListFormat | undefined
  return (names) => {
    format ??= new Intl.ListFormat(locale, { type })
    return format.format(names)
  }
}
