// What the caller says about a concern, and by whose word; and the covers, whom only a person calls.

import { useState } from 'react'
import { id } from '../../core/kit/ids.ts'
import type { ConcernLine } from '../../core/night/presence-sections.ts'
import { type Answer, answers } from '../../core/presence/commands.ts'
import type { PersonId } from '../../core/show/show.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useLink, usePress } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { How } from '../whereabouts/how.tsx'
import styles from './concern-panel.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

/** "Not me" is for whoever was asked, not for the desk. */
const offered = answers.filter((one) => !one.endsWith('me'))

export function ConcernAnswers({ line, desk }: { readonly line: ConcernLine; readonly desk: Desk }) {
  const { concern: texts } = useWords()
  const link = useLink()
  const [who, setWho] = useState<PersonId | null>(null)
  const [how, setHow] = useState<'eyes' | 'cans'>('cans')
  const [pressed, setPressed] = useState<string | null>(null)
  const name = desk.sections.where?.people.find(({ person }) => person === who)?.callName ?? null
  const press = (command: WireCommand) => setPressed(link.press(command))
  const { concern, version } = line
  const answer = (said: Answer) =>
    press({ name: 'concern.answer', concern, version, answer: said, place: null, by: who, how })
  const stays = /^(?:cannot|staying)/.test(line.state)
  return (
    <>
      <Witness line={line} desk={desk} who={who} setWho={setWho} />
      <How how={how} setHow={setHow} />
      <fieldset className={c('answers')} aria-label={texts.say}>
        {offered.map((said, index) => (
          <Button key={said} className={c('answer', index === 0 && 'large')} onClick={() => answer(said)}>
            {texts.answer[said]}
          </Button>
        ))}
        <Button
          className={c('answer')}
          disabled={who === null}
          onClick={() => who !== null && press({ name: 'concern.spoken', concern, to: who })}
        >
          {name === null ? texts.askedOnCans : texts.askedWhom({ name })}
        </Button>
        {stays ? (
          <Button
            className={c('answer')}
            disabled={who === null}
            onClick={() => who !== null && press({ name: 'concern.end', concern, version, with: who })}
          >
            {name === null ? texts.ends : texts.endsWith({ name })}
          </Button>
        ) : null}
      </fieldset>
      <Became press={pressed} />
      <Covers line={line} call={(person) => press({ name: 'cover.call', concern, person })} />
    </>
  )
}

function Witness({
  line,
  desk,
  who,
  setWho,
}: {
  readonly line: ConcernLine
  readonly desk: Desk
  readonly who: PersonId | null
  readonly setWho: (who: PersonId | null) => void
}) {
  const { concern: texts } = useWords()
  // Nobody is a witness of themself.
  const people = (desk.sections.where?.people ?? [])
    .filter(({ person }) => person !== line.person)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return (
    <label className={c('witness')}>
      {texts.who}{' '}
      <select
        value={who ?? ''}
        onChange={({ target }) => setWho(target.value === '' ? null : id<'person'>(target.value))}
      >
        <option value="">{texts.whoYou}</option>
        {people.map(({ person, name }) => (
          <option key={person} value={person}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** One line in one place, whatever was pressed: sending, or why not. What was done shows in the list itself. */
export function Became({ press: id }: { readonly press: string | null }) {
  const { whereIs } = useWords()
  const press = usePress(id)
  const outcome = press?.outcome ?? null
  const sentence = outcome === null ? '' : outcome.kind === 'done' ? '' : outcome.sentence
  return (
    <p className={c('became')} role="status">
      {press !== null && outcome === null && press.slow ? whereIs.sending : sentence}
    </p>
  )
}

function Covers({
  line: { covers },
  call,
}: {
  readonly line: ConcernLine
  readonly call: (who: PersonId) => void
}) {
  const { concern: texts } = useWords()
  return (
    <div className={c('part')}>
      <h3 className={c('heading')}>{texts.covers}</h3>
      {covers.length === 0 ? <p className={c('quiet')}>{texts.noCovers}</p> : null}
      <ol>
        {covers.map(({ person, name, called }) => (
          <li key={person} className={c('row')}>
            <span>{name}</span>
            {called ? (
              <span className={c('quiet')}>{texts.called}</span>
            ) : (
              <Button small onClick={() => call(person)}>
                {texts.call({ name })}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
