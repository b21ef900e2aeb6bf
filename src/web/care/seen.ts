// What of its owner's news this phone has shown on its page; names of it, and nothing of what it says.

const SEEN_KEY = 'ghostlight.care-seen'
/** More than a person has at once; the newest stay. */
const SEEN_MAX = 64

export const careSeen = (): readonly string[] => (localStorage.getItem(SEEN_KEY) ?? '').split(' ')

export function careIsSeen(news: readonly string[]): void {
  if (news.length === 0) return
  const all = [...new Set([...careSeen(), ...news])].filter(Boolean)
  localStorage.setItem(SEEN_KEY, all.slice(-SEEN_MAX).join(' '))
}
