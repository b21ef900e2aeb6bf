// A note on the cue that was called last: open, a mark, done. It becomes its department's task at once.

import { useEffect, useRef, useState } from 'react'
import { type CueMark, cueMarks } from '../../words/british/taking.ts'
import { useLink } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { lastCalled } from './hands.ts'
import { momentWords } from './places.ts'
import { columnsOf } from './strip.ts'
import styles from './take-note.module.css'
import { TakenWords } from './taken-words.tsx'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function TakeNote({ desk }: { readonly desk: Desk }) {
  const { taking: texts } = useWords()
  const link = useLink()
  const { cues } = desk.sections
  // The cue it was opened for, whatever is called meanwhile.
  const [about] = useState(() => lastCalled(desk.sections)?.moment ?? null)
  const [turn, setTurn] = useState(0)
  const [words, write] = useState('')
  const panel = useRef<HTMLFieldSetElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const columns = cues && about ? columnsOf(cues, about, null) : []
  const column = columns[turn % Math.max(1, columns.length)]
  if (!about || !column) return <p className={c('panel', 'hint')}>{texts.noCue}</p>
  const { department, names } = column
  const cue = names.length > 0 ? names.join(' ') : momentWords(about)
  const keep = (mark: CueMark | null) => {
    const said = mark === null ? '' : texts.marks[mark]
    const typed = words.trim()
    if (said === '' && typed === '') return
    const of = typed === '' ? said : texts.markAndWords({ mark: said, words: typed })
    const text = texts.text({ cue, mark: of })
    link.press({ name: 'note.write', department: department.id, text, task: true })
    desk.open(null)
  }
  return (
    <fieldset
      ref={panel}
      className={c('panel')}
      tabIndex={-1}
      aria-label={texts.onCue({ cue })}
      onKeyDown={(event) => {
        if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
        const mark = cueMarks[Number(event.key) - 1]
        if (mark) keep(mark)
        if (event.key === '0') setTurn(turn + 1)
      }}
    >
      <p className={c('heading')}>{texts.cueNote}</p>
      <p className={c('name')}>{texts.onCue({ cue })}</p>
      {columns.length > 1 ? (
        <Button className={c('mark')} onClick={() => setTurn(turn + 1)}>
          {texts.department({ name: department.name })} <KeyHint>0</KeyHint>
        </Button>
      ) : null}
      <div className={c('marks')}>
        {cueMarks.map((mark, index) => (
          <Button key={mark} className={c('mark')} onClick={() => keep(mark)}>
            {texts.marks[mark]} <KeyHint>{String(index + 1)}</KeyHint>
          </Button>
        ))}
      </div>
      <TakenWords words={words} write={write} keep={() => keep(null)} />
      <p className={c('hint')}>{texts.cueHint}</p>
    </fieldset>
  )
}

/** In the field digits are words. */
export const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement
