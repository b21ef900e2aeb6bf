// How a language counts: one screen, two screens, and in other languages a few or many of them.

export type Counted = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>

/** Chooses the form for a count by the rules of the language: `counting('en-GB')(2, { one: …, other: … })`. */
export function counting(locale: string): (count: number, forms: Counted) => string {
  const rules = new Intl.PluralRules(locale)
  return (count, forms) => forms[rules.select(count)] ?? forms.other
}

/** "Ana, Ben and Cho", or with "or", as the language joins them. */
export function listing(
  locale: string,
  type: Intl.ListFormatType = 'conjunction',
): (names: readonly string[]) => string {
  const format = new Intl.ListFormat(locale, { type })
  return (names) => format.format(names)
}
