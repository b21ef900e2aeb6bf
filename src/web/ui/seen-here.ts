// What of its owner's news this phone has shown on their pages: names of it, and nothing of what it says.

/** More than a person has at once, and than one page has of one person; the newest stay. */
export const seenMax = {
  'ghostlight.care-seen': 64,
  'ghostlight.said-of-me-seen': 128,
  'ghostlight.taken-back-seen': 64,
} as const
type SeenKey = keyof typeof seenMax

/** Nothing in a browser that keeps nothing: then it is news each time. */
export function seenHere(key: SeenKey): readonly string[] {
  try {
    return (localStorage.getItem(key) ?? '').split(' ').filter(Boolean)
  } catch {
    return []
  }
}

export function isSeenHere(key: SeenKey, news: readonly string[]): void {
  if (news.length === 0) return
  const all = [...new Set([...seenHere(key), ...news])]
  try {
    localStorage.setItem(key, all.slice(-seenMax[key]).join(' '))
  } catch {
    // It is news once more.
  }
}
