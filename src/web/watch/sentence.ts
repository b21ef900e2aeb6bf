// What is happening in the night that is watched, in one sentence, from what its desk is shown.

import type { Instant } from '../../core/kit/time.ts'
import type { Sections } from '../../wire/messages.ts'
import type { Words } from '../../words/words.ts'
import { itemNow, itemWords, nextUpAt, phaseOf } from '../ui/phase.ts'
import { whenWords } from '../ui/words.ts'

/** A pressed night calls a cue each second: what is said of it stands long enough to be read. */
const READ_MS = 3_000

/** Says what happens; while an act is up each sentence stands for its span, by turns of a call and of a standby. */
export function narrator(): (sections: Sections, now: Instant, words: Words) => string {
  let told = { span: -1, text: '' }
  return (sections, now, words) => {
    if (!sections.position || phaseOf(sections.position).kind !== 'running')
      return sentenceOf(sections, now, words)
    const span = Math.floor(now / READ_MS)
    if (span !== told.span) told = { span, text: sentenceOf(sections, now, words) }
    return told.text
  }
}

function sentenceOf(
  { position, order, calling, cues }: Sections,
  now: Instant,
  { watch, times }: Words,
): string {
  if (!position) return watch.beginning
  const phase = phaseOf(position)
  const left = (act: number) => whenWords(now, nextUpAt(position, act, now), position.timeZone)
  const names = (moment: number) => times.list((cues?.moments[moment]?.cues ?? []).map((cue) => cue.name))
  switch (phase.kind) {
    case 'before': {
      const call = position.callsGiven.at(-1)?.words
      const inTime = left(position.running.point.act)
      return call === undefined ? watch.before({ left: inTime }) : watch.call({ call, left: inTime })
    }
    case 'running': {
      const standby = calling?.standbys[0]
      const last = calling?.recent.at(-1)
      const ofTheCall = last !== undefined && Math.floor(now / READ_MS) % 2 === 0
      if (standby && !ofTheCall) {
        const all = standby.acknowledged.length >= standby.concerns.length
        return all
          ? watch.answered({ cues: names(standby.moment) })
          : watch.standby({ cues: names(standby.moment) })
      }
      const item = itemNow(position, order)
      if (!last || !item) return watch.up({ act: phase.act })
      return watch.called({ cue: names(last.moment), item: itemWords(item) })
    }
    case 'interval':
      return watch.interval({ act: phase.next, left: left(phase.next) })
    case 'after':
      return watch.over
    case 'closed':
      return watch.closed
    default:
      return phase satisfies never
  }
}
