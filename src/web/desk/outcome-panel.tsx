// What became of the cue last called, marked by the caller for a department that says so on cans.

import { useEffect, useRef, useState } from 'react'
import { type Outcome, outcomes } from '../../core/calling/events.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { lastCalled } from './hands.ts'
import { momentWords } from './places.ts'
import { columnsOf } from './strip.ts'
import styles from './strip-foot.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function OutcomePanel({ desk }: { readonly desk: Desk }) {
  const { strip: texts, ownWords } = useWords()
  const { cues } = desk.sections
  // The cue it was opened for, whatever is called meanwhile.
  const [about] = useState(() => lastCalled(desk.sections)?.moment ?? null)
  const [turn, setTurn] = useState(0)
  const panel = useRef<HTMLFieldSetElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const columns = cues && about ? columnsOf(cues, about, null) : []
  const department = columns[turn % Math.max(1, columns.length)]?.department
  if (!about || !department) return null
  const latest = lastCalled(desk.sections)
  const said =
    latest?.moment.id === about.id
      ? latest.reports.find((word) => word.department === department.id)?.outcome
      : undefined
  const say = (outcome: Outcome) => {
    desk.report(about, department.id, outcome)
    desk.open(null)
  }
  return (
    <fieldset
      ref={panel}
      className={c('across')}
      tabIndex={-1}
      aria-label={texts.becameLabel({ cue: momentWords(about) })}
      onKeyDown={(event) => {
        if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
        const outcome = outcomes[Number(event.key) - 1]
        if (outcome) say(outcome)
        if (event.key === '0') setTurn(turn + 1)
      }}
    >
      <span className={c('match')}>{momentWords(about)}</span>
      {columns.length > 1 ? (
        <Button small className={c('word')} onClick={() => setTurn(turn + 1)}>
          {department.short} <KeyHint>0</KeyHint>
        </Button>
      ) : null}
      {outcomes.map((outcome, index) => (
        <Button
          key={outcome}
          small
          className={c('word')}
          aria-pressed={said === outcome}
          onClick={() => say(outcome)}
        >
          {ownWords.outcomes[outcome]} <KeyHint>{String(index + 1)}</KeyHint>
        </Button>
      ))}
      <KeyHint>Esc</KeyHint>
    </fieldset>
  )
}
