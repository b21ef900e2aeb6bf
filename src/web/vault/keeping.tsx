// For whoever was chosen as a keeper: both ask, each on their own phone, and it opens on both.

import { useCallback, useEffect, useState } from 'react'
import { audiences, type Note } from '../../core/vault/note.ts'
import { joinShares, ownShare, passShare, takeShare } from '../../sealing/keepers.ts'
import { openNote } from '../../sealing/sealed-note.ts'
import type { AskAnswer } from '../../wire/vault.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { askSealed, deviceKeys, type Told } from './ask.ts'
import { HeldOpen } from './held-open.tsx'
import { ShownNote } from './shown.tsx'
import styles from './vault.module.css'

const c = classes(styles)

/** The other one is walking over. */
const AGAIN_MS = 5_000
/** As long as the house waits for the second. */
const TRIES_MAX = (15 * 60_000) / AGAIN_MS

type Asking = { readonly name: string; readonly tries: number }

export function Keeping() {
  const { myNote: words } = useWords()
  const [asking, ask] = useState<Asking | null>(null)
  const [said, say] = useState('')
  const [open, show] = useState<{ readonly note: Note; readonly at: number } | null>(null)
  const close = useCallback(() => show(null), [])
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  useEffect(() => {
    if (asking === null) return
    const round = async () => {
      const told = await together(asking.name)
      if (told === 'waiting' && asking.tries < TRIES_MAX) return ask({ ...asking, tries: asking.tries + 1 })
      ask(null)
      if (typeof told === 'string') return say(told === 'waiting' ? '' : told)
      show(told && { note: told, at: Date.now() })
      say(told === null ? words.notOpened : '')
    }
    const timer = setTimeout(() => void round(), asking.tries === 0 ? 0 : AGAIN_MS)
    return () => clearTimeout(timer)
  }, [asking, words])
  return (
    <details className={c('part')}>
      <summary className={c('summary')}>{words.keeping}</summary>
      <Whom
        ask={(name) => {
          show(null)
          say(words.waiting)
          ask({ name, tries: 0 })
        }}
      />
      <p role="status">{said}</p>
      {open === null ? null : (
        <HeldOpen {...open} by={null} timeZone={zone} close={close}>
          <ShownNote note={open.note} only={audiences} timeZone={zone} />
        </HeldOpen>
      )}
    </details>
  )
}

function Whom({ ask }: { readonly ask: (name: string) => void }) {
  const { myNote: words } = useWords()
  const [name, setName] = useState('')
  return (
    <form
      className={c('section')}
      onSubmit={(event) => {
        event.preventDefault()
        ask(name.trim())
      }}
    >
      <p className={c('hint')}>{words.keepingHint}</p>
      <label className={c('label')}>
        {words.person}
        <input
          className={c('field')}
          value={name}
          maxLength={80}
          required
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className={c('button')}>
        {words.ask}
      </button>
    </form>
  )
}

/** One round: a note, null where the two parts open none, `waiting`, or why not in a sentence. */
async function together(name: string): Promise<Note | null | string> {
  const { keys, key } = await deviceKeys()
  const ask = (share: string | null): Promise<Told<AskAnswer> | null> =>
    askSealed('ask', { person: name, key, share })
  const first = await ask(null)
  if (first === null || (!first.ok && first.code === 'two-people')) return 'waiting'
  if (!first.ok) return first.sentence
  const { person, sealed, other } = first.value
  const own = await ownShare(keys, sealed.keepers, person)
  const passed = own && (await passShare(own, other.key, person, other.device))
  const told = await ask(passed)
  if (told === null || !told.ok || told.value.share === null) return own === null ? null : 'waiting'
  const taken = await takeShare(keys, told.value.share, person, told.value.device)
  const whole = own && taken && (await joinShares(own, taken))
  return whole && openNote(sealed, whole, person)
}
