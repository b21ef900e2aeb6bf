// What of one's page one is told of elsewhere: that somebody asked, that it was not read in time, that a reminder came round.

import type { CareSection } from './section.ts'

/** Whoever was asked is told until they have read it; whatever else, until they have seen it. */
export const newsOf = (section: CareSection, seen: readonly string[]): readonly string[] => [
  ...section.forMe.filter(({ isRead }) => !isRead).map(({ id }) => `asked:${id}`),
  ...onceOf(section).filter((one) => !seen.includes(one)),
]

/** What is news once, by names that say nothing of it. */
export const onceOf = ({ own, after }: CareSection): readonly string[] => [
  ...own.filter(({ is }) => is !== 'waits').map(({ id, is }) => `${is}:${id}`),
  ...after.map(({ incident, round }) => `after:${incident}:${round ?? 'note'}`),
]
