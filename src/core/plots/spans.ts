// Times from one second to another, and what lies between them.

export type Span = { readonly from: number; readonly to: number }

/** In order, and those that touch as one: between them nobody is off. */
function merged(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1)
    if (last && from <= last.to) found[found.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    else found.push({ from, to })
  }
  return found
}

/** What lies between two of them and is shorter than `seconds`. */
export const shortBetween = (spans: readonly Span[], seconds: number): readonly Span[] =>
  merged(spans).flatMap(({ to: from }, at, all) => {
    const to = all[at + 1]?.from
    return to !== undefined && to - from < seconds ? [{ from, to }] : []
  })
