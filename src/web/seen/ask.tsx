// What the ladder asks of whoever has this screen: one question on top, the two likeliest answers, the rest behind "More".

import { useId, useState } from 'react'
import { between, type Instant } from '../../core/kit/time.ts'
import type { AskLine } from '../../core/night/presence-sections.ts'
import type { Answer } from '../../core/presence/commands.ts'
import { worthOf } from '../../core/presence/evidence.ts'
import { likelyAnswers } from '../../core/presence/likely-answers.ts'
import type { Press } from '../link/presses.ts'
import { useLink, useSession, useStale } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, keepFocus } from '../ui/frame.tsx'
import { sendQuietly } from '../ui/quiet-help.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { countdown, whenWords } from '../ui/words.ts'
import { AskList, useRows } from './ask-list.tsx'
import { questionsOf } from './ask-lists.ts'
import { Drawn, readBy } from './ask-shown.tsx'
import { nothingAskedWords } from './nothing-asked.ts'
import { OnCans, type Told } from './on-cans.tsx'
import { questionWords } from './question.ts'
import { Said } from './said.tsx'
import styles from './seen.module.css'
import { Stays } from './stays.tsx'
import { useLongPress } from './use-long-press.ts'

const c = classes(styles)

const MINUTE_MS = 60_000

type Parts = { readonly now: Instant; readonly zone: string }

/** `always`: it says so while nothing is asked; `kept`: and keeps its place, so that nothing below it moves. */
export function Asks({ now, zone, always }: Parts & { readonly always?: 'line' | 'kept' | undefined }) {
  const said = useWords().ask
  const asks = useSession((state) => state.sections.asks?.asks)
  const last = useSession((state) => state.sections.asks?.said)
  const [first, ...others] = questionsOf(asks ?? [])
  const undo = last !== undefined && isNews(last.at, now) ? last : null
  if (asks === undefined || (first === undefined && undo === null && always === undefined)) return null
  return (
    <section
      className={c(
        'asks',
        first !== undefined && 'asked',
        first === undefined && always === 'line' && 'line',
      )}
      aria-label={said.label}
    >
      {first === undefined ? (
        <>
          {always === undefined ? null : <NothingAsked />}
          {undo === null ? null : <Said sighting={undo.sighting} />}
        </>
      ) : first[0].stays ? (
        <Stays ask={first[0]} stays={first[0].stays} />
      ) : (
        <Question key={keyOf(first)} asks={first} now={now} zone={zone} />
      )}
      {others.length > 0 ? <p className={c('small')}>{said.others({ many: others.length })}</p> : null}
    </section>
  )
}

function NothingAsked() {
  const stale = useStale()
  const watching = useSession((state) => state.sections.watching)
  return <p className={c('nobody')}>{nothingAskedWords({ stale, watching })}</p>
}

const isNews = (at: Instant, now: Instant): boolean =>
  between(at, now) <= worthOf.eyes.validMinutes * MINUTE_MS

/** A list stays the same while names come to it and go. */
const keyOf = ([{ concern, wing, along }]: readonly [AskLine, ...AskLine[]]): string =>
  wing === undefined ? String(concern) : `${wing} ${along === true}`

type Several = Parts & { readonly asks: readonly [AskLine, ...AskLine[]] }

/** All of a list at once; or one of it, with everything that can be said of them. */
function Question({ asks, now, zone }: Several) {
  const [one, open] = useState<number | null>(null)
  const [unfolded, setUnfolded] = useState(false)
  // Once a list, it stays one: who is left in it keeps their place.
  const rows = useRows(asks)
  const chosen = asks.find(({ concern }) => concern === one)
  if (chosen) return <Ask ask={chosen} now={now} zone={zone} back={() => open(null)} />
  if (rows.length === 1) return <Ask key={asks[0].concern} ask={asks[0]} now={now} zone={zone} />
  const list = { asks, rows, unfolded, setUnfolded, now, zone }
  return <AskList {...list} open={({ concern }) => open(concern)} />
}

type AskParts = Parts & {
  readonly ask: AskLine
  /** To the list it was chosen from: then everything that can be said stands there at once. */
  readonly back?: () => void
}

function Ask({ ask, now, zone, back }: AskParts) {
  const said = useWords().ask
  const link = useLink()
  const more = useId()
  const [open, setOpen] = useState(back !== undefined)
  const settled = useSettled(`${ask.concern} ${ask.ask}`)
  const answers = ask.to ? said.goAnswers : said.answers
  const given = useSession((state) => answerTo(state.presses, ask))
  const [likeliest, rest] = likelyAnswers(ask)
  const [told, tell] = useState<Told | null>(null)
  const say = (answer: Answer, how: 'eyes' | 'cans' = 'eyes') =>
    settled(() => {
      const [{ concern, version }, by] = [ask, told?.id ?? null]
      link.press({ name: 'concern.answer', concern, version, answer, place: null, by, how })
      setOpen(false)
      tell(null)
    })
  const unfold = settled(() => {
    setOpen(true)
    for (const command of readBy([ask])) link.press(command)
  })
  return (
    <>
      <Drawn ask={ask} />
      <p role="status" className={c('question')}>
        {told === null ? questionWords(ask, now, zone) : said.saysWho({ name: told.name })}
      </p>
      <p className={c('small', 'besides')}>{given ?? answeredWords(ask) ?? besidesWords(ask, now, zone)}</p>
      <div className={c('answers')}>
        {likeliest.map((answer, index) => (
          <BigAnswer
            key={answer}
            first={index === 0}
            word={answers[answer]}
            say={say(answer)}
            unfold={unfold}
          />
        ))}
        <Button
          className={c('moreAnswers')}
          aria-expanded={open}
          aria-controls={more}
          onClick={open ? () => setOpen(false) : unfold}
        >
          {said.more}
        </Button>
      </div>
      <div id={more} className={c('others')} hidden={!open}>
        <Others ask={ask} rest={rest} say={say} />
        {told === null ? null : <Myself tell={() => tell(null)} />}
        <Quietly place={ask.place} settled={settled} close={() => setOpen(false)} />
        <OnCans ask={ask} settled={settled} told={tell} />
        <BackToAll back={back} />
      </div>
    </>
  )
}

type QuietlyParts = {
  readonly place: string | null
  readonly settled: ReturnType<typeof useSettled>
  readonly close: () => void
}

/** Where somebody is who threatens them: nothing says that it was pressed (QUIET-2). */
function Quietly({ place, settled, close }: QuietlyParts) {
  const { quietHelp: said } = useWords()
  const send = settled(() => {
    sendQuietly(place)
    close()
  })
  return (
    <Button className={c('other')} onClick={send}>
      {said.ask}
    </Button>
  )
}

function BackToAll({ back }: { readonly back: (() => void) | undefined }) {
  const said = useWords().ask
  if (back === undefined) return null
  return (
    <Button className={c('other')} onClick={back}>
      {said.backToAll}
    </Button>
  )
}

function Myself({ tell }: { readonly tell: () => void }) {
  const said = useWords().ask
  return (
    <Button className={c('other')} onClick={tell}>
      {said.myself}
    </Button>
  )
}

type OthersParts = {
  readonly ask: AskLine
  readonly rest: readonly Answer[]
  readonly say: (answer: Answer, how?: 'cans') => () => void
}

function Others({ ask, rest, say }: OthersParts) {
  const said = useWords().ask
  const answers = ask.to ? said.goAnswers : said.answers
  return (
    <>
      {rest.map((answer) => (
        <Button key={answer} className={c('other')} onClick={say(answer)}>
          {answers[answer]}
        </Button>
      ))}
      <Button className={c('other')} onClick={say('on their way', 'cans')}>
        {said.heardOnCans}
      </Button>
    </>
  )
}

type BigParts = {
  readonly word: string
  readonly first: boolean
  readonly say: () => void
  readonly unfold: () => void
}

function BigAnswer({ word, first, say, unfold }: BigParts) {
  const press = useLongPress(say, unfold)
  return (
    <button type="button" className={c('answer', first && 'likeliest')} onMouseDown={keepFocus} {...press}>
      {word}
    </button>
  )
}

function besidesWords({ inTwos, lookingUntil, ownNextDue, to }: AskLine, now: Instant, zone: string): string {
  const said = words().ask
  return [
    ...(to && to.with !== null ? [said.isWith({ name: to.with })] : []),
    ...(lookingUntil === null || to ? [] : [said.looking({ left: countdown(now, lookingUntil) })]),
    ...(inTwos ? [said.inTwos] : []),
    ...(ownNextDue === null
      ? []
      : [said.ownNext({ title: ownNextDue.title, when: whenWords(now, ownNextDue.at, zone) })]),
  ].join(' · ')
}

const answeredWords = ({ answered }: AskLine): string | null =>
  answered === undefined ? null : words().ask.said({ answer: words().ask.answers[answered] })

/** What this device said to it as it stands, or why that came to nothing. */
function answerTo(presses: readonly Press[], { concern, version }: AskLine): string | null {
  const last = presses.findLast(
    ({ command }) =>
      command.name === 'concern.answer' && command.concern === concern && command.version === version,
  )
  if (last?.command.name !== 'concern.answer') return null
  if (last.outcome !== null && last.outcome.kind !== 'done') return last.outcome.sentence
  const said = words().ask
  const answer = said.answers[last.command.answer]
  return said.said({ answer })
}
