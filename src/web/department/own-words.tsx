// What a department says besides "standing by": what became of its last cue, and that the way is clear.

import { type Outcome, outcomes } from '../../core/calling/events.ts'
import type { MomentLine } from '../../core/night/sections.ts'
import type { Press } from '../link/presses.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { KeyHint, keepFocus } from '../ui/frame.tsx'
import { type Asked, clearFor, faceName, lastCalledOf, saidOf } from './face.ts'
import styles from './own-words.module.css'
import { pressWords } from './press-words.ts'
import { useKeys } from './use-keys.ts'

const c = classes(styles)

/** `standing`: a standby fills the screen; a touch beside it must answer it and not speak of the last cue. */
export function OwnWords({ asked, standing }: { readonly asked: Asked; readonly standing: boolean }) {
  const { cues, calling, department } = asked
  const link = useLink()
  const { label } = useWords().ownWords
  const last = lastCalledOf(cues, calling)
  const clear = clearFor(cues, calling)
  const report = (outcome: Outcome) => {
    if (last && saidOf(last.reports, department) !== outcome)
      link.press({ name: 'cue.report', moment: last.moment.id, department, outcome })
  }
  const sayClear = () => {
    if (clear && (clear.said || clear.asked))
      link.press({ name: clear.said ? 'clear.withdraw' : 'clear.say', moment: clear.moment.id })
  }
  useKeys({
    ...Object.fromEntries(outcomes.map((outcome, index) => [String(index + 1), () => report(outcome)])),
    c: sayClear,
  })
  return (
    <section className={c('words')} aria-label={label}>
      {cues.moments.some((moment) => moment.waitsFor !== null) ? (
        <ClearButton clear={clear} press={sayClear} />
      ) : null}
      {standing ? null : <Outcomes asked={asked} last={last} report={report} />}
    </section>
  )
}

/** Keeps its place all night on the screen of a department that ever says clear. */
function ClearButton({
  clear,
  press,
}: {
  readonly clear: ReturnType<typeof clearFor>
  readonly press: () => void
}) {
  const said = useWords().ownWords
  const failed = useFailed(['clear.say', 'clear.withdraw'], clear?.moment)
  if (clear === null) return <p className={c('nobody')}>{said.nothingWaits}</p>
  const { moment } = clear
  const cue = faceName(moment)
  return (
    <button
      type="button"
      className={c('say', clear.said && 'said', !clear.said && !clear.asked && 'notYet')}
      aria-pressed={clear.said}
      disabled={!clear.said && !clear.asked}
      onMouseDown={keepFocus}
      onClick={press}
    >
      {clear.said ? said.clear({ cue }) : clear.asked ? said.sayClear({ cue }) : said.clearLater({ cue })}
      <span className={c('who')}>{failed ?? moment.waitsFor}</span>
      <KeyHint>c</KeyHint>
    </button>
  )
}

function Outcomes({
  asked,
  last,
  report,
}: {
  readonly asked: Asked
  readonly last: ReturnType<typeof lastCalledOf>
  readonly report: (outcome: Outcome) => void
}) {
  const { was, beforeAny, outcomes: outcomeWords } = useWords().ownWords
  const failed = useFailed(['cue.report'], last?.moment)
  const said = last ? saidOf(last.reports, asked.department) : null
  return (
    <fieldset className={c('outcomes', last === null && 'none')} disabled={last === null}>
      <legend className={c('about')}>
        {failed ?? (last ? was({ cue: faceName(last.moment) }) : beforeAny)}
      </legend>
      {outcomes.map((outcome, index) => (
        <button
          key={outcome}
          type="button"
          className={c('outcome', outcome === 'complete' && 'big', said === outcome && 'said')}
          aria-pressed={said === outcome}
          onMouseDown={keepFocus}
          onClick={() => report(outcome)}
        >
          {outcomeWords[outcome]} <KeyHint>{String(index + 1)}</KeyHint>
        </button>
      ))}
    </fieldset>
  )
}

/** Why the last such press came to nothing; null while all is well. */
function useFailed(
  names: readonly Press['command']['name'][],
  moment: MomentLine | undefined,
): string | null {
  const { department: said } = useWords()
  const presses = useSession((state) => state.presses)
  const last = presses.findLast(
    ({ command }) => names.includes(command.name) && 'moment' in command && command.moment === moment?.id,
  )
  return pressWords(last, said)
}
