// Somebody was found and is not well, and whoever has this screen stays: who comes, what to do meanwhile, and how it ends.

import { useId, useState } from 'react'
import type { AskLine } from '../../core/night/presence-sections.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useLink, usePress } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { listWords } from '../ui/words.ts'
import styles from './seen.module.css'

const c = classes(styles)

type Staying = NonNullable<AskLine['stays']>
type Parts = { readonly ask: AskLine; readonly stays: Staying }

export function Stays({ ask: { concern, version, name }, stays }: Parts) {
  const said = useWords().stays
  const link = useLink()
  const ends = useId()
  const [open, setOpen] = useState(false)
  const [pressed, setPressed] = useState<string | null>(null)
  const settled = useSettled(`${concern} stays`)
  const press = (command: WireCommand) => settled(() => setPressed(link.press(command)))
  const answer = { name: 'concern.answer', concern, version, place: null, by: null } as const
  return (
    <>
      <p role="status" className={c('question')}>
        {said.withThem({ name })}
      </p>
      <p className={c('small', 'besides')}>{useRefusal(pressed) ?? sentWords(stays)}</p>
      <div className={c('answers')}>
        {stays.as === 'staying' ? (
          <Button className={c('answer')} onClick={press({ ...answer, answer: 'cannot go on' })}>
            {said.cannotGoOn}
          </Button>
        ) : null}
        <Button className={c('answer')} onClick={press({ ...answer, answer: 'staying, send someone' })}>
          {stays.sent.length === 0 ? said.send : said.sendMore}
        </Button>
        <Button
          className={c('answer')}
          aria-expanded={open}
          aria-controls={ends}
          onClick={settled(() => setOpen(!open))}
        >
          {said.over}
        </Button>
      </div>
      <div id={ends} className={c('others')} hidden={!open}>
        <Button
          className={c('other')}
          onClick={press({ name: 'concern.end', concern, version, with: stays.self })}
        >
          {said.overWithMe}
        </Button>
        {stays.sent.map(({ person, name: who }) => (
          <Button
            key={person}
            className={c('other')}
            onClick={press({ name: 'concern.end', concern, version, with: person })}
          >
            {said.overWith({ name: who })}
          </Button>
        ))}
      </div>
      <StayWith />
    </>
  )
}

function sentWords({ as, sent }: Staying): string {
  const said = words().stays
  const coming = sent.filter(({ comes }) => comes).map(({ name }) => name)
  const asked = sent.filter(({ comes }) => !comes).map(({ name }) => name)
  return [
    ...(coming.length === 0 ? [] : [said.comes({ names: listWords(coming) })]),
    ...(asked.length === 0 ? [] : [said.isSent({ names: listWords(asked) })]),
    ...(sent.length === 0 && as === 'staying' ? [said.nobodySent] : []),
    ...(as === 'staying' ? [] : [said.coverKnown]),
  ].join(' ')
}

function useRefusal(pressed: string | null): string | null {
  const outcome = usePress(pressed)?.outcome ?? null
  return outcome === null || outcome.kind === 'done' ? null : outcome.sentence
}

/** The stay-with card: distress without collapse. Whoever leads first aid here has to approve it. (W8) */
function StayWith() {
  const said = useWords().stays
  return (
    <section className={c('stayWith')} aria-label={said.card}>
      <ul>
        {Object.values(said.lines).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className={c('small')}>{said.notApproved}</p>
    </section>
  )
}
