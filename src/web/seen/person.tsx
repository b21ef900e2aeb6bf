// One person who is due: one tap says that they are seen; held down, or by "More", what else can be said.

import { useId, useState } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import type { DueLine } from '../../core/night/presence-sections.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, keepFocus } from '../ui/frame.tsx'
import { isSeen, seenWords } from './people-due.ts'
import styles from './seen.module.css'
import { waitingFor } from './taps.ts'
import { useLongPress } from './use-long-press.ts'

const c = classes(styles)

type Parts = {
  readonly line: DueLine
  /** The part, what they carry and wear, with whom. */
  readonly under: readonly string[]
  readonly now: Instant
  readonly stale: boolean
}

export function DuePerson({ line, under, now, stale }: Parts) {
  const { seen } = useWords()
  const link = useLink()
  const [open, setOpen] = useState(false)
  const more = useId()
  const waits = useSession((state) => waitingFor(state.presses, line.person))
  const is = waits || isSeen(line, now)
  const see = (how: 'eyes' | 'cans') =>
    link.press({ name: 'people.see', people: [line.person], how, place: null, by: null })
  const press = useLongPress(
    () => see('eyes'),
    () => setOpen(true),
  )
  return (
    <li className={c('person', is && 'is')}>
      <button type="button" className={c('see')} aria-pressed={is} onMouseDown={keepFocus} {...press}>
        <span className={c('name')}>{line.name}</span>
        {under.map((text) => (
          <span key={text} className={c('small')}>
            {text}
          </span>
        ))}
        <span className={c('small', 'state')}>
          {waits ? (stale ? seen.waits : seen.sending) : seenWords(line, now)}
        </span>
      </button>
      <Button
        className={c('more')}
        aria-label={seen.moreAbout({ name: line.name })}
        aria-expanded={open}
        aria-controls={more}
        onClick={() => setOpen(!open)}
      >
        {seen.more}
      </Button>
      <div id={more} className={c('others')} hidden={!open}>
        <Button onClick={() => see('cans')}>{seen.onCans}</Button>
        <Button onClick={() => link.press({ name: 'concern.raise', person: line.person })}>
          {seen.notHere}
        </Button>
        <TakeBack line={line} />
      </div>
    </li>
  )
}

function TakeBack({ line: { seen: last } }: { readonly line: DueLine }) {
  const { seen } = useWords()
  const link = useLink()
  return (
    <Button
      disabled={last === null}
      onClick={() => last && link.press({ name: 'sighting.undo', sighting: last.sighting })}
    >
      {seen.takeBack}
    </Button>
  )
}
