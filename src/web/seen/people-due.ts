// Whose tap is asked for: the people due here, each beside what the plan says of them, and what is known of where they are.

import { between, type Instant } from '../../core/kit/time.ts'
import type { DueLine, DueSection, Seen } from '../../core/night/presence-sections.ts'
import type { SideEntry } from '../../core/night/side-section.ts'
import { worthOf } from '../../core/presence/evidence.ts'
import { words } from '../speech/speech.ts'
import { agoWords } from '../ui/words.ts'

/** After "just now". */
const NOW_MS = 10_000

export type PeopleDue = {
  readonly entries: readonly SideEntry[]
  /** By the entry's id. */
  readonly dueOf: ReadonlyMap<string, DueLine>
}

/** The plan's entries, each with the person who is due for it; and those due for something that no entry tells. */
export function peopleDue(entries: readonly SideEntry[], due: DueSection | undefined): PeopleDue {
  const left = new Set(due?.lines ?? [])
  const dueOf = new Map<string, DueLine>()
  // By its name in the plan where it has the same there; a change and a hand-off are told once and owed by each in it.
  for (const isOf of [hasKeyOf, isBesides])
    for (const entry of entries) {
      if (dueOf.has(entry.id)) continue
      const line = [...left].find((one) => one.name === entry.name && isOf(one, entry))
      if (line === undefined) continue
      left.delete(line)
      dueOf.set(entry.id, line)
    }
  const others = [...left].map((line) => ({ entry: entryOf(line), line }))
  for (const { entry, line } of others) dueOf.set(entry.id, line)
  return { entries: [...entries, ...others.map(({ entry }) => entry)], dueOf }
}

const hasKeyOf = ({ key }: DueLine, { id }: SideEntry): boolean => key === id

const isBesides = ({ place, point }: DueLine, { place: there, at }: SideEntry): boolean =>
  place === there && point.act === at.act && point.seconds === at.seconds

const entryOf = (line: DueLine): SideEntry => ({
  id: `${line.key}:${line.person}`,
  place: line.place,
  kind: line.kind,
  title: line.title,
  item: line.item,
  at: line.point,
  seconds: 0,
  name: line.name,
  as: '',
  child: line.child,
  with: [],
  carries: [],
  costume: null,
  safety: false,
  notes: null,
})

/** Seen for certain, and not so long ago that it is old. */
export const isSeen = ({ seen }: DueLine, now: Instant): boolean => seen !== null && !isOld(seen, now)

const isOld = ({ how, at }: Seen, now: Instant): boolean =>
  between(at, now) >= worthOf[how].validMinutes * 60_000

/** What is known of where somebody is, in one line under their name. */
export function seenWords({ seen, weak }: DueLine, now: Instant): string {
  const said = words().seen
  if (seen === null) return weak === null || isOld(weak, now) ? said.notYet : weakWords(weak, now)
  const ago = sinceWords(seen.at, now)
  const { by, how } = seen
  if (isOld(seen, now)) return by === null ? said.old({ ago }) : said.oldBy({ by, ago })
  if (by === null) return said.seen({ ago })
  return how === 'cans' ? said.heardBy({ by, ago }) : said.seenBy({ by, ago })
}

const weakWords = ({ how, at }: Seen, now: Instant): string =>
  words().seen.weak[how]({ ago: sinceWords(at, now) })

function sinceWords(at: Instant, now: Instant): string {
  const passed = between(at, now)
  const said = words().seen
  return passed < NOW_MS ? said.now : said.ago({ time: agoWords(passed) })
}
