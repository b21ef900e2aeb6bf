// One line of the script: its words, underlined where something is called, and beside it what happens there.

import { memo, type ReactNode } from 'react'
import type { MarginCue } from '../../core/book/margin.ts'
import type { BookLine } from '../../core/book/text.ts'
import { wordsOf } from '../../core/show/script.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './book.module.css'
import { type Beside, MARKS_SHOWN_MAX } from './margins.ts'

const c = classes(styles)

export type RowFacts = {
  readonly line: BookLine
  readonly number: number
  /** Of the scene that begins here. */
  readonly heading: string | null
  /** Where somebody else begins to speak. */
  readonly speaker: string | null
  /** The word one is on; null where one is elsewhere. */
  readonly word: number | null
  readonly beside: Beside | undefined
  readonly selected: string | null
  readonly nameOf: (cue: Pick<MarginCue, 'department' | 'number'>) => string
  readonly entry: ReactNode
}

export const LineRow = memo(function Row(facts: RowFacts) {
  const { line, number, heading, speaker, word, beside, entry } = facts
  const { book } = useWords()
  return (
    <>
      {heading === null ? null : <h2 className={c('scene')}>{heading}</h2>}
      <div className={c('row', word !== null && 'rowHere')} data-line={line.id}>
        <span className={c('edge')}>
          {beside && beside.questions.length > 0 ? (
            <abbr className={c('asked')} title={beside.questions.map(({ text }) => text).join(' ')}>
              ?
            </abbr>
          ) : null}
        </span>
        <div
          className={c('text', line.kind === 'direction' && 'direction', line.kind === 'lyric' && 'lyric')}
        >
          {line.page === null ? null : (
            <span className={c('pageMark')}>{book.page({ page: line.page })}</span>
          )}
          {speaker === null ? null : <span className={c('speaker')}>{speaker}</span>}
          <span data-words={number}>
            <Words text={line.text} word={word} beside={beside} />
          </span>
        </div>
        <Margin {...facts} />
      </div>
      {entry}
    </>
  )
})

function Words({ text, word, beside }: Pick<RowFacts, 'word' | 'beside'> & { readonly text: string }) {
  const cues = beside?.cues ?? []
  const standbys = beside?.standbys ?? []
  const warnings = beside?.warnings ?? []
  const early = [...standbys.map(({ standby }) => standby), ...warnings.map(({ warn }) => warn)]
  if (word === null && cues.length === 0 && early.length === 0 && !beside?.sent.length) return text
  return wordsOf(text).map((one, at) => {
    const called = cues.filter((cue) => cue.at?.word === at)
    const isSent = beside?.sent.some((sent) => sent.at.word === at) === true
    const doubtful = called.some((cue) => cue.doubt !== null)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a word is told by its place and by nothing else.
      <span key={at} data-word={at} data-here={at === word ? '' : undefined}>
        {at === 0 ? '' : ' '}
        <span
          className={c(
            'word',
            at === word && 'here',
            (called.length > 0 || isSent) && 'called',
            doubtful && 'doubtful',
            early.some((spot) => spot?.word === at) && 'ready',
          )}
        >
          {one}
        </span>
      </span>
    )
  })
}

function Margin({ beside, selected, nameOf }: RowFacts) {
  const { book } = useWords()
  if (!beside) return <div className={c('margin')} />
  const { cues, standbys, warnings, marks, sent } = beside
  return (
    <div className={c('margin')}>
      {warnings.map((cue) => (
        <span key={`w ${cue.id}`} className={c('mark')}>
          ◇ {book.warnFor({ name: nameOf(cue) })}
        </span>
      ))}
      {standbys.map((cue) => (
        <span key={`s ${cue.id}`} className={c('mark')}>
          ▲ {book.standbyFor({ name: nameOf(cue) })}
        </span>
      ))}
      {cues.map((cue) => (
        <span
          key={cue.id}
          data-cue={cue.id}
          className={c('cue', cue.id === selected && 'selected', cue.doubt !== null && 'inDoubt')}
        >
          {cue.doubt === null ? null : '? '}
          <b className={c('cueName')}>{nameOf(cue)}</b> {cue.title}
          {cue.note === '' ? null : <i className={c('cueNote')}> — {cue.note}</i>}
        </span>
      ))}
      {sent.map((one) => (
        <span key={one.key} className={c('cue', 'sending')}>
          <b className={c('cueName')}>
            {one.row.department} {one.row.number}
          </b>{' '}
          {one.row.title} {one.why ?? book.sending}
        </span>
      ))}
      <Marks marks={marks.slice(0, MARKS_SHOWN_MAX)} />
      {marks.length > MARKS_SHOWN_MAX ? (
        <details className={c('mark')}>
          <summary className={c('moreMarks')}>{book.more({ many: marks.length - MARKS_SHOWN_MAX })}</summary>
          <Marks marks={marks.slice(MARKS_SHOWN_MAX)} />
        </details>
      ) : null}
    </div>
  )
}

function Marks({ marks }: { readonly marks: Beside['marks'] }) {
  const { book } = useWords()
  return marks.map((mark) => (
    <span key={`${mark.kind} ${mark.who} ${mark.what}`} className={c('mark')}>
      {signs[mark.kind]} {mark.who} {book.marks[mark.kind]} {mark.what}
    </span>
  ))
}

const signs = { in: '→', out: '←', task: '•', change: '◐', 'hand-off': '⇄', preset: '□' } as const
