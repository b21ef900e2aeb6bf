// Vamps as they are said: by their bar, with how long they may last and what the band goes out on.

import { isPast } from '../../core/calling/expected.ts'
import { between, formatLength, type Instant, seconds } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { VampLine } from '../../core/night/vamp-section.ts'
import type { Sections } from '../../wire/messages.ts'
import { words } from '../speech/speech.ts'

/** "vamp at bar 41". */
export const vampName = ({ kind, bar }: VampLine): string => {
  const { vamps } = words()
  if (bar === null) return kind === 'vamp' ? vamps.vamp : vamps.safety
  return kind === 'vamp' ? vamps.vampAt({ bar }) : vamps.safetyAt({ bar })
}

/** "up to 40 s: out on the lantern". */
export const vampOut = ({ secondsMax, out }: VampLine): string => {
  const { times, vamps } = words()
  const length = secondsMax < 120 ? times.seconds(Math.round(secondsMax)) : formatLength(seconds(secondsMax))
  return vamps.upTo({ length, out })
}

/** The one the band is in, and since when; else the next to come; null where none is left. */
export function vampOf({ vamps, vamp, position }: Pick<Sections, 'vamps' | 'vamp' | 'position'>): {
  readonly line: VampLine
  readonly since: Instant | null
} | null {
  const running = vamp?.now ? vamps?.vamps[vamp.now.vamp] : undefined
  if (running && vamp?.now) return { line: running, since: vamp.now.at }
  const next = position ? vamps?.vamps.find((one) => isAhead(one, position)) : undefined
  return next ? { line: next, since: null } : null
}

/** Until the band is out of them: safety bars that are usually left out have no length to be behind. */
function isAhead({ at, seconds: usual }: VampLine, { running }: PositionSection): boolean {
  if (usual === 0) return !isPast(running, at)
  const { act, seconds: known } = running.point
  return at.act > act || (at.act === act && at.seconds + usual > known)
}

/** "0:12", or how far beyond what can be borne. */
export function vampFor({ secondsMax }: VampLine, since: Instant, now: Instant): string {
  const gone = between(since, now)
  const length = formatLength(gone)
  return gone > secondsMax * 1000 ? words().vamps.longer({ gone: length }) : length
}

/** Is the act up in which the band would go round? */
export const mayVamp = ({ at }: VampLine, { acts }: PositionSection): boolean =>
  acts.some((act) => act.act === at.act && act.downAt === null)
