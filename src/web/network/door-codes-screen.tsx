// Codes for the stage door: given by stage management or the company manager, shown once, printed on cards.

import { useEffect, useState } from 'react'
import { CODES_AT_ONCE_MAX } from '../../core/installation/door-codes.ts'
import type { RollSection } from '../../core/night/attendance-section.ts'
import type { GivenCode } from '../../wire/messages.ts'
import { useLink, usePress, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Freshness } from '../ui/frame.tsx'
import styles from './cards.module.css'
import { DoorCard } from './door-card.tsx'
import { LettersToSignIn } from './letters.tsx'

const c = classes(styles)

export function DoorCodesScreen() {
  const { doorCodes: words } = useWords()
  const viewer = useSession((state) => state.viewer)
  const { codes, roll, position } = useSession((state) => state.sections)
  if (!codes || !roll || viewer?.roles.includes('kiosk'))
    return <p className={c('notice')}>{words.notYours}</p>
  const title = position?.title ?? 'Ghostlight'
  return (
    <>
      <title>{`${words.title} · ${title}`}</title>
      <Codes people={roll.people} have={codes.people} title={title} />
    </>
  )
}

/** Gives, and keeps what was given for as long as the page is open: nobody can say it again. */
function useGiver() {
  const link = useLink()
  const [pressed, setPressed] = useState<string | null>(null)
  const [given, setGiven] = useState<readonly GivenCode[]>([])
  const outcome = usePress(pressed)?.outcome ?? null
  const fresh = outcome?.kind === 'done' ? outcome.codes : undefined
  useEffect(() => {
    if (!fresh) return
    const names = new Set(fresh.map(({ person }) => person))
    setGiven((before) => [...before.filter(({ person }) => !names.has(person)), ...fresh])
  }, [fresh])
  const give = (people: readonly string[]) =>
    setPressed(link.press({ name: 'code.give', people: people.slice(0, CODES_AT_ONCE_MAX) }))
  return { given, outcome, give }
}

type Shown = {
  readonly people: RollSection['people']
  readonly have: readonly string[]
  readonly title: string
}

function Codes({ people, have, title }: Shown) {
  const { doorCodes: words } = useWords()
  const { given, outcome, give } = useGiver()
  const without = people.filter(({ id }) => !have.includes(id)).map(({ id }) => id)
  const cards = people.flatMap(({ id, name }) => {
    const code = given.find(({ person }) => person === id)?.code
    return code === undefined ? [] : [{ id, name, code }]
  })
  return (
    <main className={c('screen', 'four', 'a4')}>
      <div className={c('tools')}>
        <a href="/sign-in">{words.back}</a>
        <span className={c('gap')} />
        <Freshness />
        <button
          type="button"
          className={c('button')}
          onClick={() => window.print()}
          disabled={cards.length === 0}
        >
          {words.print}
        </button>
      </div>
      <div className={c('plan')}>
        <h1 className={c('title')}>{words.title}</h1>
        <p className={c('lead')}>{words.lead}</p>
        <p className={c('lead')}>{stateOf(words, people.length, without.length)}</p>
        <div className={c('choices', 'low')}>
          {without.length === 0 ? null : (
            <button type="button" className={c('button')} onClick={() => give(without)}>
              {words.giveAll(without.length)}
            </button>
          )}
          <ForOne people={people} give={give} />
        </div>
        <p className={c('said')} role="status">
          {saidOf(words, outcome, cards.length)}
        </p>
      </div>
      <LettersToSignIn people={people} />
      <div className={c('cards', 'colours')}>
        {cards.map((card) => (
          <DoorCard key={card.id} {...card} title={title} />
        ))}
      </div>
    </main>
  )
}

type Words = ReturnType<typeof useWords>['doorCodes']

function stateOf(words: Words, all: number, without: number): string {
  if (all === 0) return words.noNames
  return without === all ? words.none : words.have({ have: all - without, all })
}

function saidOf(words: Words, outcome: ReturnType<typeof useGiver>['outcome'], cards: number): string {
  if (outcome !== null && outcome.kind !== 'done') return outcome.sentence
  if (outcome !== null && outcome.codes === undefined) return words.gone
  return cards > 0 ? words.once : ''
}

function ForOne({
  people,
  give,
}: {
  readonly people: RollSection['people']
  readonly give: (people: readonly string[]) => void
}) {
  const { doorCodes: words } = useWords()
  const [chosen, choose] = useState('')
  return (
    <>
      <label className={c('choice')}>
        {words.for}
        <select className={c('button')} value={chosen} onChange={(event) => choose(event.target.value)}>
          <option value="">{words.choose}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className={c('button')} disabled={chosen === ''} onClick={() => give([chosen])}>
        {words.give}
      </button>
    </>
  )
}
