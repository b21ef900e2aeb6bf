// What this person is asked to do where somebody is down: one touch takes it, another lets it go on to the next at once.

import type { AskedLine } from '../../core/incident/asked.ts'
import type { FunctionStep, IncidentId } from '../../core/incident/record.ts'
import { id } from '../../core/kit/ids.ts'
import type { RollCallGoing } from '../../core/roll-call/going.ts'
import { deliverOnce } from '../incident/deliver.ts'
import { ownShelf } from '../incident/own-shelf.ts'
import { keep, readKept, takenUp, writeOf } from '../incident/store.ts'
import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import styles from './asked-lines.module.css'
import { classes } from './classes.ts'
import { formatClock } from './clock.ts'
import { QuietLines } from './quiet-help.tsx'

const c = classes(styles)

/** From now on what this device writes is written of that incident. */
export function takeUp(incident: IncidentId, drill = false): void {
  const shelf = ownShelf()
  keep(shelf, takenUp(readKept(shelf), incident, { drill, now: Date.now() }))
}

/** Kept on the device first, like everything that is written of an incident; then brought to the house. */
function answer({ incident, drill, name, who }: AskedLine, person: string | null, step: FunctionStep): void {
  const shelf = ownShelf()
  const own = person === null ? {} : { person: id<'person'>(person) }
  const what = { kind: 'function', name, step, who, ...own } as const
  const kept = writeOf(readKept(shelf), incident, what, { drill, now: Date.now() })
  if (kept) keep(shelf, kept)
  void deliverOnce(shelf, Date.now)
}

type Props = { readonly timeZone: string; readonly beside: boolean; readonly open: () => void }

/** Over what stands above the control that raises one: nothing of the screen moves, and that control stays free. */
export function AskedLines({ timeZone, beside, open }: Props) {
  const { card } = useWords()
  const lines = useSession(({ sections }) => sections.asked?.lines ?? null)
  const person = useSession(({ viewer }) => viewer?.person ?? null)
  const asked = (lines ?? []).filter(({ has, comes }) => !has || comes.length > 0)
  const unreached = useSession(({ sections }) => sections.unreached?.names ?? null) ?? []
  const more = useSession(({ sections }) => sections.unreached?.more ?? 0)
  const quiet = useSession(({ sections }) => sections.quietHelp?.lines.length ?? 0)
  const roll = useSession(({ sections }) => sections.rollCall?.going ?? null)
  if (asked.length === 0 && unreached.length === 0 && quiet === 0 && roll === null) return null
  return (
    <div className={c('over', beside && 'beside')}>
      <section className={c('asked')} aria-label={card.asks.label} role="status">
        {roll === null ? null : <Everybody roll={roll} timeZone={timeZone} beside={beside} />}
        <QuietLines timeZone={timeZone} />
        {unreached.length === 0 ? null : <p>{card.asks.unreached({ names: unreached.join(', '), more })}</p>}
        {asked.map((line) => (
          <Asked
            key={`${line.incident}:${line.name}:${line.has}`}
            line={line}
            timeZone={timeZone}
            answer={(step) => {
              answer(line, person, step)
              if (step !== 'taken') return
              takeUp(line.incident, line.drill)
              if (!line.drill) open()
            }}
          />
        ))}
      </section>
    </div>
  )
}

/** A roll call that goes on, and the way to it: whoever stands at a screen need not have heard who began it (ROLLCALL-24). */
function Everybody({
  roll: { at, of, seen, notSeen },
  timeZone,
  beside,
}: {
  readonly roll: NonNullable<RollCallGoing['going']>
  readonly timeZone: string
  readonly beside: boolean
}) {
  const { rollCall } = useWords()
  return (
    <div className={c('one')}>
      <p className={c('what')}>◆ {rollCall.goes({ clock: formatClock(at, timeZone, false) })}</p>
      <p className={c('line')}>{rollCall.counts({ seen: `${seen}`, of: `${of}`, left: `${notSeen}` })}</p>
      {/* From the desk beside it: the calling stays where it is. */}
      <a className={c('way')} href="/roll-call" {...(beside ? { target: '_blank', rel: 'noreferrer' } : {})}>
        {rollCall.open}
      </a>
    </div>
  )
}

type One = {
  readonly line: AskedLine
  readonly timeZone: string
  readonly answer: (step: FunctionStep) => void
}

function Asked({ line, timeZone, answer: say }: One) {
  const { card, times } = useWords()
  const { asks } = card
  const clock = (at: AskedLine['at']) => formatClock(at, timeZone, true)
  const names = (all: readonly string[]) => times.list(all)
  const where = asks.where({ place: line.place ?? '', clock: formatClock(line.at, timeZone, false) })
  const drill = line.drill ? `${asks.drill} ` : ''
  if (line.has)
    return (
      <p className={c('line')}>
        ◆ {drill}
        {asks.comes({ names: names(line.comes) })}
      </p>
    )
  return (
    <div className={c('one')}>
      <p className={c('what')}>
        ◆ {drill}
        {asks.what[line.name]}
      </p>
      <p className={c('line')}>
        {where} {line.goTo.length > 0 ? asks.goTo({ names: names(line.goTo) }) : ''}{' '}
        {line.until === null ? '' : asks.until({ clock: clock(line.until) })}
      </p>
      <div className={c('answers')}>
        <button type="button" className={c('take')} onClick={() => say('taken')}>
          {asks.take}
        </button>
        <button type="button" className={c('pass')} onClick={() => say('passed-on')}>
          {asks.cannot}
        </button>
      </div>
    </div>
  )
}
