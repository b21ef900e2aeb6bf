// One field for a cue's number: Enter moves the desk there, Ctrl+Enter calls it at once, Escape does neither.

import { useEffect, useRef, useState } from 'react'
import type { CuesSection, MomentLine } from '../../core/night/sections.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { KeyWords } from '../ui/frame.tsx'
import { isCut, momentsNamed, momentWords, typedName } from './places.ts'
import styles from './strip-foot.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function JumpField({ desk }: { readonly desk: Desk }) {
  const { cues, calling } = desk.sections
  const texts = useWords().strip
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // Asked for by the press that opened it, so taking the focus is no theft.
  useEffect(() => field.current?.focus(), [])
  const named = cues ? momentsNamed(cues, typed) : []
  const only = named.length === 1 ? named[0] : undefined
  const found = only && calling && !isCut(calling, only) ? only : null
  const leave = (call: boolean) => {
    if (found === null) return
    desk.jump(found, call)
    desk.open(null)
  }
  return (
    <form
      className={c('across')}
      onSubmit={(event) => {
        event.preventDefault()
        leave(false)
      }}
    >
      <input
        ref={field}
        className={c('field')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={texts.jumpLabel}
        placeholder={texts.jumpHint}
        maxLength={40}
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return
          // Anywhere else this calls the cue at the now-line; here it is about the one that was typed, or nothing.
          event.preventDefault()
          event.stopPropagation()
          if (!event.repeat) leave(true)
        }}
      />
      <span className={c('match')} role="status">
        {cues && matchWords(cues, typed, named, only !== undefined && found === null)}
      </span>
      <span className={c('how')}>
        <KeyWords>{texts.jumpKeys}</KeyWords>
      </span>
    </form>
  )
}

function matchWords(cues: CuesSection, typed: string, named: readonly MomentLine[], cut: boolean): string {
  const { strip: texts, times } = words()
  const [first] = named
  if (typed.trim() === '') return ''
  if (!first) return texts.noSuchCue
  if (cut) return texts.isCut({ cue: momentWords(first) })
  // The question first and only the cues that were typed: a line that is cut off must not look like an answer.
  if (named.length > 1)
    return texts.which({ cues: times.either(named.map((moment) => typedName(cues, moment, typed))) })
  return [momentWords(first), first.cues[0]?.title].filter((one) => one).join(' · ')
}
