// One concern in full: who was asked and what they said, what comes next, what the caller may say, and the covers.

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ConcernLine } from '../../core/night/presence-sections.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { Sign } from '../ui/signs.tsx'
import { useKeptKeyboard } from '../ui/use-kept-keyboard.ts'
import { countdown, whenWords } from '../ui/words.ts'
import { LastSeen } from '../whereabouts/seen-words.tsx'
import { Choice } from './choice.tsx'
import { ConcernAnswers } from './concern-answers.tsx'
import {
  askWords,
  byUrgency,
  nextWords,
  OTHERS_MAX,
  placeWords,
  skippedWords,
  whyWords,
} from './concern-lines.ts'
import styles from './concern-panel.module.css'
import { ConcernRules } from './concern-rules.tsx'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function ConcernPanel({ desk }: { readonly desk: Desk }) {
  const { concern: texts } = useWords()
  const { concerns } = desk.sections
  const [chosen, choose] = useState<number | null>(null)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  useKeptKeyboard(panel)
  if (!concerns) return null
  const lines = byUrgency(concerns.concerns)
  const first = lines.find(({ concern }) => concern === chosen) ?? lines[0]
  // What is read here stays until it is over: a key must not come to mean somebody else because time went on.
  if (first && first.concern !== chosen) choose(first.concern)
  const others = lines.filter((line) => line !== first)
  return (
    <section data-looking="" ref={panel} className={c('panel')} tabIndex={-1} aria-labelledby="concern">
      <div className={c('head')}>
        <h2 className={c('heading')} id="concern">
          {texts.title}
        </h2>
        <Button small onClick={() => desk.open(null)}>
          {texts.done} <KeyHint>Esc</KeyHint>
        </Button>
      </div>
      {first ? <Concern line={first} desk={desk} /> : <p className={c('quiet')}>{texts.noneHeard}</p>}
      {others.length > 0 ? (
        <Part title={texts.others}>
          <ul>
            {others.slice(0, OTHERS_MAX).map((line) => (
              <li key={line.concern}>
                <Button small className={c('other')} onClick={() => choose(line.concern)}>
                  {line.name} · {stateWords(line)} <Due at={line.dueAt} />
                </Button>
              </li>
            ))}
          </ul>
          {others.length > OTHERS_MAX ? (
            <p className={c('quiet')}>{texts.more(others.length - OTHERS_MAX)}</p>
          ) : null}
        </Part>
      ) : null}
      <ConcernRules concerns={concerns} />
    </section>
  )
}

const Left = ({ at }: { readonly at: ConcernLine['dueAt'] }) =>
  at === null ? null : <Live className={c('time')} text={(now) => countdown(now, at)} />

const stateWords = (line: ConcernLine): string =>
  [words().concern.states[line.state], placeWords(line)].filter((one) => one !== '').join(' · ')

/** "in 6:10": beside "due", a countdown alone would be read off as a time of day. */
function Due({ at }: { readonly at: ConcernLine['dueAt'] }) {
  const { concern: texts } = useWords()
  return at === null ? null : (
    <Live className={c('time')} text={(now) => texts.in({ left: countdown(now, at) })} />
  )
}

/** Of whom somebody wondered long before an entrance: what they are due for next, and when (WHERE-11). */
function NextDue({ line, desk }: { readonly line: ConcernLine; readonly desk: Desk }) {
  const { whereIs } = useWords()
  const zone = desk.sections.position?.timeZone ?? 'UTC'
  const next = desk.sections.where?.people.find(({ person }) => person === line.person)?.next ?? null
  if (line.dueAt !== null || next === null) return null
  return (
    <p>
      {whereIs.due({ title: next.title, place: next.place ?? '' })}{' '}
      <Live className={c('time')} text={(now) => whenWords(now, next.at, zone)} />
    </p>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={c('part')}>
      <h3 className={c('heading')}>{title}</h3>
      {children}
    </div>
  )
}

function Concern({ line, desk }: { readonly line: ConcernLine; readonly desk: Desk }) {
  const { concern: texts } = useWords()
  return (
    <>
      <div className={c('who')}>
        <p className={c('name')}>{line.name}</p>
        <p className={c('first')}>
          <Sign kind="concern" word={texts.sign} />
        </p>
      </div>
      <p>
        {stateWords(line)} <Due at={line.dueAt} />
      </p>
      <NextDue line={line} desk={desk} />
      <p className={c('next')}>
        {nextWords(line)} <Left at={line.nextAt} />
      </p>
      <p className={c('quiet')}>
        {texts.lastSeen}: <LastSeen seen={line.lastSeen} />
      </p>
      {line.because.length === 0 ? null : <p className={c('quiet')}>{texts.why({ why: whyWords(line) })}</p>}
      <Choice key={`choice ${line.concern}`} line={line} desk={desk} />
      <People line={line} />
      <ConcernAnswers key={line.concern} line={line} desk={desk} />
    </>
  )
}

function People({
  line: { asked, skipped, looking, keyHolder, with: company },
}: {
  readonly line: ConcernLine
}) {
  const { concern: texts } = useWords()
  return (
    <Part title={texts.asked}>
      {asked.length === 0 ? <p className={c('quiet')}>{texts.nobodyAsked}</p> : null}
      <ul>
        {asked.map((one) => (
          <li key={one.ask} className={c('row')}>
            <span>{one.name}</span>
            <span className={c('quiet')}>{askWords(one)}</span>
          </li>
        ))}
      </ul>
      {looking === null ? null : (
        <p>
          {texts.looking({ name: looking.name })} · <Left at={looking.until} />
        </p>
      )}
      {company === null ? null : <p>{texts.with({ name: company })}</p>}
      {keyHolder === null ? null : <p>{texts.keyHolder({ name: keyHolder })}</p>}
      {skipped.length === 0 ? null : <p className={c('quiet')}>{skippedWords(skipped)}</p>}
    </Part>
  )
}
