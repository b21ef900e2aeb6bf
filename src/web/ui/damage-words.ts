// What of the record cannot be read any more, in one sentence or two: at the desk, and in the report.

import type { Instant } from '../../core/kit/time.ts'
import type { Damage } from '../../core/paperwork/damage.ts'
import type { Words } from '../../words/words.ts'
import { formatClock } from './clock.ts'

export function damageWords(texts: Words['damaged'], line: Damage, timeZone: string): string {
  const { of, from, to, entries, after, before, remembered } = line
  const when = whenWords(texts, { after, before }, (at) => formatClock(at, timeZone))
  const what = texts.what({ whose: texts.of[of], when, from, to, entries })
  return `${what} ${remembered ? texts.remembered : texts.missing[of]}`
}

function whenWords(
  texts: Words['damaged'],
  { after, before }: Pick<Damage, 'after' | 'before'>,
  clock: (at: Instant) => string,
): string {
  if (after === null) return before === null ? texts.allOfIt : texts.until({ clock: clock(before) })
  if (before === null) return texts.since({ clock: clock(after) })
  return texts.between({ from: clock(after), to: clock(before) })
}
