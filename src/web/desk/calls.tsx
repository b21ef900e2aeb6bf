// Tonight's calls: the next one with its time, and those that were given.

import type { Instant } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { clearableAct, nextUpAt, phaseOf } from '../ui/phase.ts'
import { countdown, isCallLate, lateWords } from '../ui/words.ts'
import styles from './calls.module.css'
import { HouseLine } from './house-line.tsx'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function Calls({ desk }: { readonly desk: Desk }) {
  const { calls: texts } = useWords()
  const { position } = desk.sections
  if (!position) return null
  const { nextCall, callsGiven, timeZone } = position
  const again = nextCall !== null && desk.armed === nextCall.words
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls while a screen is let in, and must be reachable then.
    <section className={c('calls')} aria-labelledby="calls" tabIndex={0}>
      <h2 className={c('heading')} id="calls">
        {texts.title}
      </h2>
      <ol className={c('given')}>
        {callsGiven.slice(-4).map((call) => (
          <li className={c('row')} key={`${call.words} ${call.at}`}>
            <span>{call.words}</span>
            <span className={c('time')}>{formatClock(call.at, timeZone)}</span>
          </li>
        ))}
      </ol>
      {nextCall ? (
        <div className={c('next')}>
          <p className={c('row')}>
            <span>{nextCall.words}</span>
            <span className={c('time')}>
              {formatClock(nextCall.at, timeZone, false)}
              {' · '}
              <Live text={(now) => dueWords(now, nextCall.at)} />
            </span>
          </p>
          {desk.rights.calls ? (
            <Button className={c('button')} armed={again} onClick={desk.call}>
              {again ? texts.early({ call: nextCall.words }) : texts.call({ call: nextCall.words })}
              <KeyHint>c</KeyHint>
            </Button>
          ) : null}
        </div>
      ) : null}
      <UpAt desk={desk} />
      <House desk={desk} />
      <CansLine desk={desk} />
      <HouseLine desk={desk} />
    </section>
  )
}

/** "in 1:23", "now due", "10 min late": the desk’s own lateness, and nobody else’s. */
function dueWords(now: Instant, at: Instant): string {
  const { calls: texts, times } = words()
  if (now < at) return times.in({ left: countdown(now, at) })
  return isCallLate(now, at) ? texts.late({ ago: lateWords(now, at) }) : texts.due
}

/** When the act goes up: as front of house says when the house is back. Always of one height. */
function UpAt({ desk }: { readonly desk: Desk }) {
  const texts = useWords().calls
  const { position } = desk.sections
  if (!position) return null
  const act = clearableAct(position)
  const zone = position.timeZone
  return (
    <div className={c('line')}>
      <span className={c('open')}>
        {act === null ? (
          texts[phaseOf(position).kind === 'running' ? 'actIsUp' : 'noActLeft']
        ) : (
          <Live
            text={(now) =>
              texts.actUpAt({ act, clock: formatClock(nextUpAt(position, act, now), zone, false) })
            }
          />
        )}
      </span>
      {desk.rights.clears && act !== null ? (
        <span>
          <Button small onClick={() => desk.expectUp(-1)}>
            {texts.minuteLess}
          </Button>{' '}
          <Button small onClick={() => desk.expectUp(1)}>
            {texts.minuteMore}
          </Button>
        </span>
      ) : null}
    </div>
  )
}

/** Once the act is up: what was said before it, and not more. */
function houseWas(position: PositionSection): string {
  const phase = phaseOf(position)
  if (phase.kind !== 'running') return ''
  const { act } = phase
  const { houseWasClear, houseNeverClear } = words().calls
  return position.houseClear.includes(act) ? houseWasClear({ act }) : houseNeverClear({ act })
}

/** Front of house's word that the house is in; it gates nothing. Always of one height. */
function House({ desk }: { readonly desk: Desk }) {
  const texts = useWords().calls
  const { position } = desk.sections
  if (!position) return null
  const act = clearableAct(position)
  const clear = act !== null && position.houseClear.includes(act)
  return (
    <div className={c('line')}>
      <span className={c(clear ? 'clear' : 'open')}>
        {act === null ? houseWas(position) : clear ? texts.houseClear({ act }) : texts.houseNotClear}
      </span>
      {desk.rights.clears && act !== null ? (
        <Button small onClick={desk.house}>
          {clear ? texts.withdraw : texts.sayClear} <KeyHint>f</KeyHint>
        </Button>
      ) : null}
    </div>
  )
}

function CansLine({ desk }: { readonly desk: Desk }) {
  const texts = useWords().calls
  const { cues, calling } = desk.sections
  if (!cues || !calling) return null
  const said = { heard: calling.cans.filter((one) => one.heard).length, all: cues.departments.length }
  return (
    <div className={c('line')}>
      <span className={c('open')}>
        {texts.cans(said)}
        <span className={c('heard')}> {texts.heard}</span>
      </span>
      {desk.rights.calls ? (
        <Button small onClick={() => desk.open('cans')}>
          {texts.askRound} <KeyHint>r</KeyHint>
        </Button>
      ) : null}
    </div>
  )
}
