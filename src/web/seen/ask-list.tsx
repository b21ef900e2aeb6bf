// Several who are due at one wing, asked about as one question: all of them with one tap, or one by one in the same place.

import { useId, useState } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import type { AskLine } from '../../core/night/presence-sections.ts'
import { NAMES_ON_A_LIST_MAX } from '../../core/presence/ask-lists.ts'
import { type Answer, type ListAnswer, listAnswers } from '../../core/presence/commands.ts'
import type { Press } from '../link/presses.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, keepFocus } from '../ui/frame.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { whenWords } from '../ui/words.ts'
import { Drawn, readBy } from './ask-shown.tsx'
import { listQuestionWords } from './question.ts'
import styles from './seen.module.css'
import { useLongPress } from './use-long-press.ts'

const c = classes(styles)
const [SEEN, NOT_HERE, NOT_ME] = listAnswers
/** Beyond these, whoever was answered goes from the list: it has stood for very long. */
const ROWS_MAX = 2 * NAMES_ON_A_LIST_MAX

type Parts = {
  /** Those who are still asked about, as they came. */
  readonly asks: readonly AskLine[]
  readonly now: Instant
  readonly zone: string
  /** Also those who were answered since it stands here. */
  readonly rows: readonly AskLine[]
  readonly unfolded: boolean
  readonly setUnfolded: (unfolded: boolean) => void
  /** Everything that can be said of one of them, in the place of the list. */
  readonly open: (ask: AskLine) => void
}

/** Who was answered stays in their row until the list is over: a finger that goes down the names hits whom it meant. */
export function AskList({ asks, now, zone, rows, unfolded, setUnfolded, open }: Parts) {
  const { ask: said } = useWords()
  const link = useLink()
  const more = useId()
  // Only what is new on it was not meant: who goes from it moves nothing.
  const settled = useSettled(rows.map(({ concern }) => concern).join(' '))
  const all = (answer: ListAnswer) =>
    settled(() =>
      link.press({
        name: 'concerns.answer',
        asks: asks.map(({ concern, version }) => ({ concern, version })),
        answer,
      }),
    )
  const unfold = settled(() => {
    setUnfolded(true)
    for (const command of readBy(asks)) link.press(command)
  })
  const press = useLongPress(all(SEEN), unfold)
  const many = asks.length
  return (
    <>
      <Head asks={asks} now={now} zone={zone} />
      <div className={c('answers')}>
        <button type="button" className={c('answer', 'likeliest')} onMouseDown={keepFocus} {...press}>
          {many < rows.length ? said.restOnTheirWay({ many }) : said.allOnTheirWay({ many })}
        </button>
        <button type="button" className={c('answer')} onMouseDown={keepFocus} onClick={all(NOT_HERE)}>
          {said.noneHere({ many })}
        </button>
        <Button
          className={c('moreAnswers')}
          aria-expanded={unfolded}
          aria-controls={more}
          onClick={unfolded ? () => setUnfolded(false) : unfold}
        >
          {said.oneByOne}
        </Button>
      </div>
      <div id={more} hidden={!unfolded}>
        <ul>
          {rows.map((row) => (
            <Row key={row.concern} row={row} asks={asks} parts={{ now, zone, open }} settled={settled} />
          ))}
        </ul>
        <Button className={c('other', 'nobodyElse')} onClick={all(NOT_ME)}>
          {said.cannotLook}
        </Button>
      </div>
    </>
  )
}

/** Whom it is about, and what was said of all of them. */
function Head({ asks, now, zone }: Pick<Parts, 'asks' | 'now' | 'zone'>) {
  const given = useSession((state) => saidOfAll(state.presses, asks))
  return (
    <>
      {asks.map((one) => (
        <Drawn key={`${one.concern} ${one.ask}`} ask={one} />
      ))}
      <p role="status" className={c('question')}>
        {listQuestionWords(asks, now, zone)}
      </p>
      <p className={c('small', 'besides')}>{given ?? answeredWords(asks) ?? ownNextWords(asks, now, zone)}</p>
    </>
  )
}

type RowParts = {
  readonly row: AskLine
  readonly asks: readonly AskLine[]
  readonly parts: Pick<Parts, 'now' | 'zone' | 'open'>
  readonly settled: (press: () => void) => () => void
}

function Row({ row, asks, parts: { now, zone, open }, settled }: RowParts) {
  const { ask: said } = useWords()
  const link = useLink()
  const ask = asks.find(({ concern }) => concern === row.concern)
  const say = (answer: Answer) =>
    settled(() => {
      if (!ask) return
      const { concern, version } = ask
      link.press({ name: 'concern.answer', concern, version, answer, place: null, by: null })
    })
  const { name, duePlace, dueAt } = row
  const due = dueAt === null ? '' : whenWords(now, dueAt, zone)
  return (
    <li className={c('nameRow')}>
      <p className={c('nameAsked')}>
        {name} <span className={c('small')}>{ask ? [duePlace ?? '', due].join(' ') : said.answered}</span>
      </p>
      {[SEEN, NOT_HERE].map((answer) => (
        <Button
          key={answer}
          className={c('other')}
          aria-label={said.ofOne({ name, word: said.answers[answer] })}
          disabled={!ask}
          onClick={say(answer)}
        >
          {said.answers[answer]}
        </Button>
      ))}
      <Button
        className={c('other')}
        aria-label={said.ofOne({ name, word: said.otherAnswers })}
        disabled={!ask}
        onClick={() => ask && open(ask)}
      >
        {said.otherAnswers}
      </Button>
    </li>
  )
}

/** In the order in which they came; as they were last heard of. */
export function useRows(asks: readonly AskLine[]): readonly AskLine[] {
  const [kept, setKept] = useState<readonly AskLine[]>(asks)
  const now = kept.map((row) => asks.find(({ concern }) => concern === row.concern) ?? row)
  const all = [...now, ...asks.filter((one) => !kept.some(({ concern }) => concern === one.concern))]
  const rows = all.length > ROWS_MAX ? asks : all
  if (rows.length !== kept.length) setKept(rows)
  return rows
}

/** What was said to all of them here before: it stands on until it is over. */
function answeredWords([first]: readonly AskLine[]): string | null {
  const answered = first?.answered
  const said = words().ask
  return answered === undefined ? null : said.said({ answer: said.answers[answered] })
}

const ownNextWords = (asks: readonly AskLine[], now: Instant, zone: string): string => {
  const next = asks[0]?.ownNextDue ?? null
  if (next === null) return ''
  return words().ask.ownNext({ title: next.title, when: whenWords(now, next.at, zone) })
}

/** What this device said of all of them as they stand, or why that came to nothing. */
function saidOfAll(presses: readonly Press[], asks: readonly AskLine[]): string | null {
  const last = presses.findLast(({ command }) => command.name === 'concerns.answer')
  if (last?.command.name !== 'concerns.answer') return null
  const named = last.command.asks
  const isAsked = ({ concern, version }: AskLine): boolean =>
    named.some((one) => one.concern === concern && one.version === version)
  if (!asks.every(isAsked)) return null
  if (last.outcome !== null && last.outcome.kind !== 'done') return last.outcome.sentence
  const said = words().ask
  return said.said({ answer: said.answers[last.command.answer] })
}
