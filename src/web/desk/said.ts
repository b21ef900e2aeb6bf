// What the desk says about the last press, in words, in its fixed place above GO.

import { STEP_BACK_FREE_MS } from '../../core/calling/commands.ts'
import { between, type Instant } from '../../core/kit/time.ts'
import type { CallingSection, CuesSection } from '../../core/night/sections.ts'
import type { Sections, WireCommand } from '../../wire/messages.ts'
import type { Press } from '../link/presses.ts'
import { words } from '../speech/speech.ts'
import { formatClock } from '../ui/clock.ts'
import { outcomeWords } from '../ui/words.ts'
import { backTarget, lastOnDeck, momentAt, momentWords, rangeWords } from './places.ts'

/** The words about a press stay this long. */
export const SAID_MS = 20_000

export type Said = { readonly tone: 'quiet' | 'wait' | 'refused'; readonly words: string }

const nothing: Said = { tone: 'quiet', words: '' }

export function saidOf(press: Press | null, sections: Sections): Said {
  if (press === null) return nothing
  const what = commandWords(press.command, sections)
  const { outcome } = press
  if (outcome === null) return press.slow ? { tone: 'wait', words: words().said.sending({ what }) } : nothing
  switch (outcome.kind) {
    case 'done':
      return { tone: 'quiet', words: doneWords(press.command, what, outcome.seq, sections) }
    case 'refused':
      return { tone: 'refused', words: outcome.sentence }
    case 'failed':
      return { tone: 'refused', words: words().said.failed({ what, why: outcome.sentence }) }
    case 'not-sent':
      return { tone: 'refused', words: words().said.notSent({ what, why: outcome.sentence }) }
    default:
      return outcome satisfies never
  }
}

function doneWords(command: WireCommand, what: string, seq: number, { calling, position }: Sections): string {
  if (command.name !== 'cue.go') return ''
  const called = calling?.recent.find((one) => one.seq === seq)
  const { said } = words()
  return called && position
    ? said.calledAt({ what, clock: formatClock(called.at, position.timeZone) })
    : said.called({ what })
}

/** What was asked, as short as it is said. The word GO stays on its control. */
function commandWords(command: WireCommand, { cues, position, order }: Sections): string {
  const { said, runningOrder, desk } = words()
  const moment = (id: string) => {
    const found = cues?.moments.find((one) => one.id === id)
    return found ? momentWords(found) : desk.thatCue
  }
  switch (command.name) {
    case 'cue.go':
      return moment(command.moment)
    case 'standby.give':
      return words().controls.standbyFor({ cue: rangeOf(command, cues) })
    case 'act.up':
      return runningOrder.actUp({ act: command.act })
    case 'act.down':
      return runningOrder.actDown({ act: command.act })
    case 'call.give':
      return position?.nextCall?.id === command.call ? position.nextCall.words : said.thatCall
    case 'item.start':
      return said.start({ item: order?.items.find(({ id }) => id === command.item)?.title ?? said.thatItem })
    case 'desk.jump':
      return said.deskTo({ cue: moment(command.moment) })
    case 'cue.skip':
      return said.skipping({ cue: moment(command.moment) })
    case 'cue.cut':
      return said.cutting({ cue: moment(command.moment) })
    case 'cue.restore':
      return said.puttingBack({ cue: moment(command.moment) })
    case 'cue.report':
      return words().report.outcomeOf({
        department: moment(command.moment),
        outcome: outcomeWords(command.outcome),
      })
    case 'clear.say':
      return said.clear({ cue: moment(command.moment) })
    case 'clear.withdraw':
      return said.notClear({ cue: moment(command.moment) })
    default:
      return plainWords(command.name)
  }
}

function rangeOf(
  { moment, to }: Extract<WireCommand, { name: 'standby.give' }>,
  cues: Sections['cues'],
): string {
  const [first, last] = [moment, to ?? moment].map((id) => cues?.moments.find((one) => one.id === id))
  if (!first || !last) return words().desk.thatCue
  return first === last ? momentWords(first) : rangeWords(first, last)
}

/** Those that are said the same whatever they are about. */
type Plain = Exclude<
  WireCommand['name'],
  | 'cue.go'
  | 'standby.give'
  | 'act.up'
  | 'act.down'
  | 'call.give'
  | 'item.start'
  | 'desk.jump'
  | 'cue.skip'
  | 'cue.cut'
  | 'cue.restore'
  | 'cue.report'
  | 'clear.say'
  | 'clear.withdraw'
>
/** A command without its words would not be built. */
const plainWords = (name: Plain): string => {
  const table: Readonly<Record<Plain, string>> = words().commands
  return table[name]
}

/** "LX 24 called 20:41:07, desk stepped back", for as long as the desk stands behind what was called. */
export function steppedBackWords({ cues, calling, position }: Sections): string | null {
  const back = calling?.steppedBack
  if (!cues || !position) return null
  if (!back) return turnedWords(cues, calling)
  const moment = momentAt(cues, back.to)
  const called = calling.recent.findLast((one) => one.moment === back.to)
  if (!moment || !called) return null
  return words().desk.steppedBack({
    cue: momentWords(moment),
    clock: formatClock(called.at, position.timeZone),
  })
}

/** Where the desk was put by hand, until the next GO. */
function turnedWords(cues: CuesSection, calling: CallingSection | undefined): string | null {
  const next = calling?.turned ? momentAt(cues, calling.next) : null
  if (!next || !calling?.turned) return null
  return words().tech.deskTurned({ cue: momentWords(next), back: calling.turned.back })
}

/** Does stepping back now need a reason? The server decides the same way. */
export function needsReason(cues: CuesSection, calling: CallingSection, now: Instant): boolean {
  const last = lastOnDeck(cues, calling)
  return (
    !last || last.moment !== backTarget(cues, calling)?.index || between(last.at, now) > STEP_BACK_FREE_MS
  )
}

/** The one line for a desk that was not given what a desk needs. */
export function lackWords({ position, order, cues, calling }: Sections): string | null {
  if (position === null) return null
  const { desk } = words()
  const noCues = cues === undefined || calling === undefined
  if (position === undefined || order === undefined) return noCues ? desk.noOrderNorCues : desk.noOrder
  return noCues ? desk.noCues : null
}
