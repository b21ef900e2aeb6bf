// Ids for what is added by hand: "c1", "c2" …, one beyond the highest that is there.

export function nextId(letter: string, among: readonly { readonly id: string }[]): string {
  const highest = among.reduce((most, { id }) => {
    const [, digits] = id.startsWith(letter) ? (/^.(\d{1,9})$/.exec(id) ?? []) : []
    return Math.max(most, Number(digits ?? 0))
  }, 0)
  return `${letter}${highest + 1}`
}
