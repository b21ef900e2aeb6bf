// A new version of the script: chosen, read through as to what becomes of everything that hangs on the old one, and only then taken.

import { useRef, useState } from 'react'
import type { RevisionRead } from '../../wire/book.ts'
import type { Finding } from '../../wire/office.ts'
import { sendFile } from '../show/office.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './book.module.css'
import type { Pages } from './use-pages.ts'

const c = classes(styles)

type Chosen = { readonly file: File; readonly read: RevisionRead }

export function NewVersion({ pages }: { readonly pages: Pages }) {
  const { book } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const whole = useRef<HTMLDetailsElement>(null)
  const [chosen, choose] = useState<Chosen | null>(null)
  const [said, say] = useState<string | null>(null)
  const [findings, find] = useState<readonly Finding[]>([])
  const locked = pages.page?.locked === true
  const read = async (file: File | undefined) => {
    if (!file) return
    choose(null)
    const told = await sendFile<RevisionRead>(`revision-read?name=${encodeURIComponent(file.name)}`, file)
    say(told.ok ? null : told.sentence)
    find(told.ok ? [] : told.findings)
    if (told.ok) choose({ file, read: told.value })
  }
  const take = async ({ file }: Chosen) => {
    const told = await pages.revise(file)
    say(told.ok ? null : told.sentence)
    if (!told.ok) return
    choose(null)
    if (whole.current) whole.current.open = false
    // What is to be looked at now stands above it.
    whole.current?.parentElement?.scrollTo({ top: 0 })
  }
  return (
    <details ref={whole} className={c('version')}>
      <summary className={c('button')}>{book.newVersion}</summary>
      <p className={c('hint')}>{locked ? book.locked : book.versionHint}</p>
      <button type="button" className={c('button')} disabled={locked} onClick={() => field.current?.click()}>
        {book.chooseVersion}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={book.chooseVersion}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <div role="status">
        {said === null ? null : <p className={c('refused')}>{said}</p>}
        {findings.map(({ line, message }) => (
          <p key={`${line} ${message}`}>{message}</p>
        ))}
        {chosen === null ? null : <Told read={chosen.read} />}
      </div>
      {chosen === null ? null : (
        <button type="button" className={c('button')} onClick={() => void take(chosen)}>
          {book.takeVersion}
        </button>
      )}
    </details>
  )
}

function Told({ read: { revision } }: { readonly read: RevisionRead }) {
  const { book } = useWords()
  const { lines, scenes, characters, cues, moved } = revision
  const told = [
    book.revision({ ...lines, fresh: lines.new }),
    book.revisionCues(cues),
    scenes.new.length > 0 && book.revisionScenes({ codes: scenes.new.join(', ') }),
    scenes.without.length > 0 && book.revisionWithout({ codes: scenes.without.join(', ') }),
    characters.length > 0 && book.revisionCharacters({ names: characters.slice(0, 50).join(', ') }),
    moved > 0 && book.revisionMoved({ many: moved }),
  ]
  return told.map((sentence) => (sentence === false ? null : <p key={sentence}>{sentence}</p>))
}
