// What this phone has shown of the pages about its owner, by names that say nothing of it.

const SEEN_KEY = 'ghostlight.said-of-me-seen'
/** More than one page has of one person; the newest stay. */
const SEEN_MAX = 128

export const ownSeen = (): readonly string[] => (localStorage.getItem(SEEN_KEY) ?? '').split(' ')

export function ownIsSeen(news: readonly string[]): void {
  if (news.length === 0) return
  const all = [...new Set([...ownSeen(), ...news])].filter(Boolean)
  localStorage.setItem(SEEN_KEY, all.slice(-SEEN_MAX).join(' '))
}
