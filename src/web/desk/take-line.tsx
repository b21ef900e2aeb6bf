// A note on a line, for whoever spoke it: open, what happened to it, done. The line just heard is chosen already.

import { useEffect, useRef, useState } from 'react'
import { id } from '../../core/kit/ids.ts'
import { type LineMark, lineMarks } from '../../core/line-notes/line-notes.ts'
import { showTime, useLink } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { linesNear, type NearLine } from './lines-near.ts'
import styles from './take-note.module.css'
import { isTyping } from './take-note.tsx'
import { TakenWords } from './taken-words.tsx'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function TakeLine({ desk }: { readonly desk: Desk }) {
  const { taking: texts } = useWords()
  const link = useLink()
  const { script, position, lineNotes } = desk.sections
  // As it was when it was opened: the lines under a finger do not move on.
  const [near] = useState(() => {
    const now = showTime(link)
    return position && now !== null ? linesNear(script, position, now) : { lines: [], heard: null }
  })
  const [line, choose] = useState(near.heard)
  const [person, setPerson] = useState('')
  const [words, write] = useState('')
  const panel = useRef<HTMLFieldSetElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const keep = (mark: LineMark | null) => {
    if (mark === null && words.trim() === '') return
    const whose = person === '' ? null : id<'person'>(person)
    link.press({ name: 'line.note', line, person: whose, mark, words: words.trim() })
    desk.open(null)
  }
  const step = (by: number) => {
    const at = near.lines.findIndex(({ index }) => index === line)
    const to = near.lines[at + by]
    if (to) choose(to.index)
  }
  return (
    <fieldset
      ref={panel}
      className={c('panel')}
      tabIndex={-1}
      aria-label={texts.onLine}
      onKeyDown={(event) => {
        if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
        const mark = lineMarks[Number(event.key) - 1]
        if (mark) keep(mark)
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
        if (by !== 0) {
          event.preventDefault()
          step(by)
        }
      }}
    >
      <p className={c('heading')}>{texts.lineNote}</p>
      <div className={c('marks')}>
        {lineMarks.map((mark, index) => (
          <Button key={mark} className={c('mark')} onClick={() => keep(mark)}>
            {texts.lineMarks[mark]} <KeyHint>{String(index + 1)}</KeyHint>
          </Button>
        ))}
      </div>
      <Lines lines={near.lines} line={line} choose={choose} />
      <TakenWords words={words} write={write} keep={() => keep(null)} />
      <Whose person={person} choose={setPerson} people={lineNotes?.people ?? []} />
      <p className={c('hint')}>{texts.lineHint}</p>
    </fieldset>
  )
}

type WhoseProps = {
  readonly person: string
  readonly choose: (person: string) => void
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

function Whose({ person, choose, people }: WhoseProps) {
  const { taking: texts } = useWords()
  return (
    <select
      className={c('field')}
      aria-label={texts.whose}
      value={person}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{texts.whoSpeaks}</option>
      {people.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  )
}

type LinesProps = {
  readonly lines: readonly NearLine[]
  readonly line: number | null
  readonly choose: (line: number | null) => void
}

function Lines({ lines, line, choose }: LinesProps) {
  const { taking: texts } = useWords()
  if (lines.length === 0) return null
  return (
    <ul className={c('lines')} aria-label={texts.lines}>
      {lines.map(({ index, speaker, text }) => (
        <li key={index}>
          <button
            type="button"
            className={c('line')}
            aria-pressed={line === index}
            onClick={() => choose(line === index ? null : index)}
          >
            {speaker}: {text}
          </button>
        </li>
      ))}
    </ul>
  )
}
