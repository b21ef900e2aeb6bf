// Pairing this device by its link; and, without one, what to do.

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { codeIn } from '../../wire/protocol.ts'
import type { Words } from '../../words/words.ts'
import { whoAnswers } from '../link/portal.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { beginAnew } from '../vault/whose.ts'
import { askHouse } from './ask-house.ts'
import styles from './join.module.css'
import { tokenOf } from './token.ts'

const c = classes(styles)

type Stage =
  | { readonly kind: 'asking' }
  | { readonly kind: 'joining' }
  /** This browser is a screen already; the link would make it another one. */
  | { readonly kind: 'paired'; readonly token: string }
  | { readonly kind: 'refused'; readonly sentence: string }

/** `sentence`: why this device was shown the door, where it was. */
export function JoinScreen({ sentence }: { readonly sentence: string | null }) {
  const said = useWords().join
  const [stage, setStage] = useState<Stage>({ kind: 'asking' })
  const begun = useRef(false)
  const join = async (token: string) => {
    setStage({ kind: 'joining' })
    const refusal = await ask(token)
    if (refusal !== null) return setStage({ kind: 'refused', sentence: refusal })
    await beginAnew()
    // The link is used up: it leaves the address and the history, and the right screen opens.
    location.replace('/')
  }
  useEffect(() => {
    const token = tokenOf(location.hash)
    // A link is good once: React's second look in development must not use it up.
    if (token === null || begun.current) return
    begun.current = true
    void isPaired().then((paired) => (paired ? setStage({ kind: 'paired', token }) : join(token)))
  })
  // A fresh link in the same tab differs from the dead one only behind the #, and a browser loads nothing for that.
  useEffect(() => {
    const again = () => location.reload()
    window.addEventListener('hashchange', again)
    return () => window.removeEventListener('hashchange', again)
  }, [])
  return (
    <main className={c('screen')}>
      <h1 className={c('title')}>Ghostlight</h1>
      <p className={c('said')} role="status">
        {stageWords(stage, sentence, said)}
      </p>
      {stage.kind === 'paired' ? <Replace join={() => join(stage.token)} /> : null}
      {stage.kind === 'joining' || stage.kind === 'paired' ? null : <PairForm join={join} />}
    </main>
  )
}

function stageWords(stage: Stage, sentence: string | null, said: Words['join']): string {
  if (stage.kind === 'joining') return said.pairing
  if (stage.kind === 'refused') return stage.sentence
  if (stage.kind === 'paired') return said.paired
  return sentence ?? said.notPaired
}

function Replace({ join }: { readonly join: () => Promise<void> }) {
  const said = useWords().join
  return (
    <div className={c('form')}>
      <a className={c('button')} href="/">
        {said.keep}
      </a>
      <button className={c('button')} type="button" onClick={() => void join()}>
        {said.replace}
      </button>
    </div>
  )
}

/** Whether this browser is somebody already; where that cannot be told, the link is simply tried. */
async function isPaired(): Promise<boolean> {
  const answer = await fetch('/api/me').catch(() => null)
  return answer?.ok === true
}

function PairForm({ join }: { readonly join: (token: string) => Promise<void> }) {
  const said = useWords().join
  const [typed, type] = useState('')
  const token = codeIn(typed) ?? tokenOf(typed)
  return (
    <LinkForm
      label={said.link}
      typed={typed}
      type={type}
      ready={token !== null}
      enter={() => (token === null ? undefined : void join(token))}
      words={said.pair}
    />
  )
}

type Form = {
  readonly label: string
  readonly words: string
  readonly typed: string
  readonly type: (typed: string) => void
  readonly ready: boolean
  readonly enter: () => void
  readonly children?: ReactNode
}

/** One field and what it is for. */
export function LinkForm({ label, words: press, typed, type, ready, enter, children }: Form) {
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) enter()
      }}
    >
      <label className={c('label')}>
        {label}
        <input
          className={c('field')}
          value={typed}
          onChange={(event) => type(event.target.value)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      </label>
      <button className={c('button')} type="submit" disabled={!ready}>
        {press}
      </button>
      {children}
    </form>
  )
}

/** Null when it is done, else why not. */
async function ask(token: string): Promise<string | null> {
  const said = words().join
  const { status, told, sentence } = await askHouse('/api/join', { token })
  if (status === 0) return (await whoAnswers()) === 'another' ? said.portal : said.unreachable
  // A page is no answer of ours, however well it was sent.
  if (told === null) return said.portal
  return status === 200 ? null : (sentence ?? said.dead)
}
