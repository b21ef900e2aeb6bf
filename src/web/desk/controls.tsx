// The foot of the desk: hold, standby, GO, note. They keep their places in every state.

import type { RefObject } from 'react'
import type { MomentLine } from '../../core/night/sections.ts'
import { useStale } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint, keepFocus } from '../ui/frame.tsx'
import { isHeld, phaseOf } from '../ui/phase.ts'
import { Sign } from '../ui/signs.tsx'
import styles from './controls.module.css'
import { strayWords } from './hands.ts'
import { NoteField } from './notes.tsx'
import { missingClear, momentAt, momentWords, standbyTarget } from './places.ts'
import { saidOf } from './said.ts'
import { standbyOf } from './strip.ts'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function Controls({
  desk,
  note,
}: {
  readonly desk: Desk
  readonly note: RefObject<HTMLInputElement | null>
}) {
  const { taking, whereIs } = useWords()
  return (
    <footer className={c('foot')}>
      <div className={c('top')}>
        <SaidLine desk={desk} />
        <div className={c('tools')}>
          {desk.rights.tasks ? (
            <Button onClick={() => desk.open('cue-note')}>
              {taking.cueNote} <KeyHint>m</KeyHint>
            </Button>
          ) : null}
          {desk.sections.lineNotes ? (
            <Button onClick={() => desk.open('line-note')}>
              {taking.lineNote} <KeyHint>l</KeyHint>
            </Button>
          ) : null}
          {desk.sections.where ? (
            <Button onClick={() => desk.open('where')}>
              {whereIs.open} <KeyHint>w</KeyHint>
            </Button>
          ) : null}
        </div>
      </div>
      <div className={c('bar')}>
        <Hold desk={desk} />
        <Standby desk={desk} />
        <Go desk={desk} />
        <NoteField desk={desk} field={note} />
      </div>
    </footer>
  )
}

/** One line in one place: refusals, "sending…", what the desk cannot do. Never over GO. */
function SaidLine({ desk }: { readonly desk: Desk }) {
  const texts = useWords().controls
  const stale = useStale()
  const said = saidOf(desk.last, desk.sections)
  const { calls, mayTake } = desk.rights
  const { cues, calling } = desk.sections
  const next = cues && calling ? momentAt(cues, calling.next) : null
  const stray = next !== null && desk.armed === strayWords(next)
  return (
    <div className={c('line')}>
      <p className={c('said', stray ? 'refused' : said.tone)} role="status">
        {stray ? strayLine(desk.sections, next) : said.words === '' && stale ? texts.unheard : said.words}
      </p>
      {calls ? null : (
        <p className={c('follows')}>
          {mayTake ? (
            <>
              {texts.follows}{' '}
              <Button small onClick={desk.take}>
                {texts.take} <KeyHint>t</KeyHint>
              </Button>
            </>
          ) : (
            texts.follows
          )}
        </p>
      )}
    </div>
  )
}

/** Why a press without a standby called nothing: which act is not up. */
function strayLine({ position }: Desk['sections'], moment: MomentLine): string {
  const { stray, strayAct } = words().controls
  const cue = momentWords(moment)
  return position && phaseOf(position).kind === 'running'
    ? strayAct({ cue, act: moment.at.act })
    : stray({ cue })
}

function Hold({ desk }: { readonly desk: Desk }) {
  const { controls: texts, signs } = useWords()
  const { position } = desk.sections
  const held = position ? isHeld(position) : false
  const { holding, start, stop } = desk.hold
  const word = held ? texts.resume : signs.hold
  return (
    <button
      type="button"
      className={c('control', 'hold', holding && 'holding', held && 'held')}
      aria-disabled={!desk.rights.calls || !position}
      onMouseDown={keepFocus}
      onContextMenu={keepFocus}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        if (desk.rights.calls) start()
      }}
      onPointerUp={stop}
      onPointerCancel={stop}
      onKeyDown={(event) => {
        if (
          (event.key === ' ' || event.key === 'Enter') &&
          !event.ctrlKey &&
          !event.repeat &&
          desk.rights.calls
        )
          start()
      }}
      onKeyUp={stop}
      onBlur={stop}
    >
      <span className={c('fill')} />
      <Sign kind="hold" word={word} />
      <span className={c('how')}>
        {holding ? texts.keepHolding : texts.holdOneSecond} <KeyHint>h</KeyHint>
      </span>
    </button>
  )
}

function Standby({ desk }: { readonly desk: Desk }) {
  const { cues, calling } = desk.sections
  const target = cues && calling ? standbyTarget(cues, calling) : null
  const { standby, standbyFor } = useWords().controls
  const words = target ? standbyFor({ cue: momentWords(target) }) : standby
  return (
    <button
      type="button"
      className={c('control', 'standby')}
      data-pressed={desk.pressed === 'standby.give' ? '' : undefined}
      aria-disabled={!desk.rights.calls || target === null}
      onMouseDown={keepFocus}
      onClick={() => {
        if (desk.rights.calls) desk.standby()
      }}
    >
      <span className={c('words', words.length > 22 && 'long')}>{words}</span>
      <KeyHint>s</KeyHint>
    </button>
  )
}

function Go({ desk }: { readonly desk: Desk }) {
  const { controls: texts, signs } = useWords()
  const { cues, calling, position } = desk.sections
  const moment = cues && calling ? momentAt(cues, calling.next) : null
  const standing = moment !== null && calling !== undefined && standbyOf(calling, moment) !== null
  const held = position ? isHeld(position) : false
  const waits = moment && calling ? missingClear(calling, moment) : null
  // A desk that hears nobody invites to nothing.
  const stale = useStale()
  const lit = standing && !held && waits === null && desk.rights.calls && !stale
  const waiting = desk.last?.command.name === 'cue.go' && desk.last.outcome === null
  const pressed = waiting || desk.pressed === 'cue.go'
  return (
    <button
      type="button"
      className={c('control', 'go', lit && 'standing')}
      data-pressed={pressed ? '' : undefined}
      aria-disabled={!desk.rights.calls || moment === null || held || waits !== null}
      onMouseDown={keepFocus}
      onClick={({ detail }) => {
        // The second half of a double click: a slip, where nobody stands by for what it would call.
        if (desk.rights.calls && (detail < 2 || standing)) desk.go()
      }}
    >
      {lit ? <Sign kind="go" word={signs.go} /> : <span className={c('dark')}>{signs.go}</span>}
      <span className={c('about', waits !== null && 'waiting')}>
        <span className={c('words', 'what')}>{moment ? momentWords(moment) : ''}</span>
        {waits === null ? null : <span className={c('waits')}>{texts.notClear}</span>}
      </span>
      <KeyHint>{texts.space}</KeyHint>
    </button>
  )
}
