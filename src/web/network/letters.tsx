// Letters to sign in with: made for one person, shown once.

import { useState } from 'react'
import type { RollSection } from '../../core/night/attendance-section.ts'
import { kindOf, postWords } from '../desk/posts.ts'
import { useLink, usePress, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import styles from './cards.module.css'

const c = classes(styles)

/** What stage management may let somebody sign in as beside their own part. */
const more = ['sm', 'asm', 'caller', 'foh', 'cm', 'dc'] as const

export function LettersToSignIn({ people }: { readonly people: RollSection['people'] }) {
  const { letters: words } = useWords()
  const link = useLink()
  const grants = useSession(({ viewer }) => viewer?.roles.includes('SM') === true)
  const [person, choose] = useState('')
  const [post, setPost] = useState('')
  const [pressed, setPressed] = useState<{ id: string; name: string } | null>(null)
  const give = () => {
    const found = more.find((one) => one === post)
    const roles = found ? [...(kindOf(found)?.roles ?? [])] : null
    const name = people.find(({ id }) => id === person)?.name ?? ''
    setPressed({ id: link.press({ name: 'person.invite', person, roles }), name })
  }
  return (
    <section className={c('plan')} aria-labelledby="letters">
      <h2 className={c('title')} id="letters">
        {words.title}
      </h2>
      <p className={c('lead')}>{words.lead}</p>
      <div className={c('choices', 'low')}>
        <label className={c('choice')}>
          {words.for}
          <select className={c('button')} value={person} onChange={(event) => choose(event.target.value)}>
            <option value="">{words.choose}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {grants ? (
          <label className={c('choice')}>
            {words.as}
            <select className={c('button')} value={post} onChange={(event) => setPost(event.target.value)}>
              <option value="">{words.own}</option>
              {more.map((one) => (
                <option key={one} value={one}>
                  {postWords(one)}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <button type="button" className={c('button')} disabled={person === ''} onClick={give}>
          {words.give}
        </button>
      </div>
      <Made pressed={pressed} />
    </section>
  )
}

function Made({ pressed }: { readonly pressed: { readonly id: string; readonly name: string } | null }) {
  const { letters: words } = useWords()
  const zone = useSession((state) => state.sections.position?.timeZone ?? 'UTC')
  const outcome = usePress(pressed?.id ?? null)?.outcome ?? null
  const made = outcome?.kind === 'done' ? outcome.code : undefined
  const said =
    outcome === null || pressed === null
      ? ''
      : outcome.kind !== 'done'
        ? outcome.sentence
        : made == null
          ? words.gone
          : words.made({
              name: pressed.name,
              letters: made.text,
              until: formatClock(made.until, zone, false),
            })
  return (
    <p className={c('said')} role="status">
      {said}
    </p>
  )
}
