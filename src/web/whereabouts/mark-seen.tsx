// By whose word was somebody seen: two letters for a witness, or nothing for whoever presses; by eyes or on cans.

import { useState } from 'react'
import type { WhereLine } from '../../core/night/presence-sections.ts'
import { useLink, usePress } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyWords } from '../ui/frame.tsx'
import { type Findable, find } from './find.ts'
import { How } from './how.tsx'
import { Letters } from './letters-field.tsx'
import styles from './where-is.module.css'

const c = classes(styles)

export function MarkSeen({
  line,
  index,
  done,
}: {
  readonly line: WhereLine
  readonly index: readonly Findable[]
  readonly done: () => void
}) {
  const { whereIs: texts } = useWords()
  const link = useLink()
  const [how, setHow] = useState<'eyes' | 'cans'>('cans')
  const [typed, setTyped] = useState('')
  const [turned, turn] = useState(0)
  const [pressed, setPressed] = useState<string | null>(null)
  // Nobody is a witness of themself.
  const found = find(index, typed).filter(({ person }) => person !== line.person)
  const witness = found[Math.min(turned, Math.max(0, found.length - 1))] ?? null
  const type = (letters: string) => {
    setTyped(letters)
    turn(0)
  }
  const nobodyTyped = typed.trim() === ''
  const see = () => {
    if (!nobodyTyped && witness === null) return
    const by = witness?.person ?? null
    setPressed(link.press({ name: 'people.see', people: [line.person], how, place: null, by }))
  }
  const ask = () => setPressed(link.press({ name: 'concern.raise', person: line.person }))
  return (
    <fieldset
      className={c('mark')}
      aria-label={texts.mark({ name: line.name })}
      onKeyDown={(event) => {
        // One step back; a second Escape leads to the strip.
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.nativeEvent.stopImmediatePropagation()
        done()
      }}
    >
      <p className={c('name')}>{texts.mark({ name: line.name })}</p>
      <Letters
        label={texts.by}
        hint={texts.byHint}
        typed={typed}
        type={type}
        turn={(step) => turn(Math.max(0, Math.min(found.length - 1, turned + step)))}
        enter={see}
      />
      <p className={c('witness')}>{nobodyTyped ? texts.you : (witness?.name ?? texts.nobody)}</p>
      <How how={how} setHow={setHow} />
      <div className={c('how')}>
        <Button onClick={see}>{texts.markAs}</Button>
        <Button onClick={ask}>{texts.ask}</Button>
      </div>
      <Became id={pressed} name={line.name} />
    </fieldset>
  )
}

function Became({ id, name }: { readonly id: string | null; readonly name: string }) {
  const { whereIs: texts } = useWords()
  const press = usePress(id)
  const outcome = press?.outcome ?? null
  const asks = press?.command.name === 'concern.raise'
  return (
    <>
      <p className={c('keys')}>
        <KeyWords>{texts.markKeys}</KeyWords>
      </p>
      <p className={c('became')} role="status">
        {press === null
          ? ''
          : outcome === null
            ? press.slow
              ? texts.sending
              : ''
            : outcome.kind !== 'done'
              ? outcome.sentence
              : asks
                ? texts.asking({ name })
                : texts.marked({ name })}
      </p>
    </>
  )
}
