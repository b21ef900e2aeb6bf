// A list by what each of its members belongs to, in the order of the list.

export function grouped<Key, Of>(
  all: readonly Of[],
  keyOf: (one: Of) => Key,
): ReadonlyMap<Key, readonly Of[]> {
  const groups = new Map<Key, Of[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
