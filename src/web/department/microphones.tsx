// At the desk of sound: whose microphone is live. One tap each; it is no sighting, and says so.

import { useState } from 'react'
import { between, type Instant } from '../../core/kit/time.ts'
import type { MicrophonesSection } from '../../core/night/presence-sections.ts'
import { worthOf } from '../../core/presence/evidence.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { agoWords } from '../ui/words.ts'
import styles from './microphones.module.css'

const c = classes(styles)

type Carrier = MicrophonesSection['people'][number]

/** Nothing on the screen of any other department. Folded away: the standby above it is what the screen is for. */
export function Microphones({ now }: { readonly now: Instant }) {
  const { microphones: said } = useWords()
  const section = useSession((state) => state.sections.microphones)
  const [open, setOpen] = useState(false)
  if (!section) return null
  const { people } = section
  const heard = people.filter(({ at }) => at !== null).length
  return (
    <details
      className={c('microphones')}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      aria-label={said.label}
    >
      <summary className={c('line')}>
        <span>{said.label}</span>
        <span className={c('small')}>{said.heard({ heard, all: people.length })}</span>
      </summary>
      <p className={c('small')}>{said.hint}</p>
      <Refused />
      <ul className={c('people')}>
        {people.map((one) => (
          <OfOne key={one.person} one={one} now={now} />
        ))}
      </ul>
    </details>
  )
}

function OfOne({ one, now }: { readonly one: Carrier; readonly now: Instant }) {
  const { microphones: said } = useWords()
  const link = useLink()
  const { person, name, packs, sighting } = one
  const isLive = one.at !== null && between(one.at, now) <= VALID_MS
  const hear = () =>
    link.press({ name: 'people.see', people: [person], how: 'microphone', place: null, by: null })
  return (
    <li className={c('person')}>
      <button type="button" className={c('hear', isLive && 'is')} onClick={hear}>
        <span>{name}</span>
        <span className={c('small')}>{packs.join(' · ')}</span>
        <span className={c('small')}>{heardWords(one, now)}</span>
      </button>
      {sighting === null ? null : (
        <Button
          aria-label={said.undo({ name })}
          onClick={() => link.press({ name: 'sighting.undo', sighting })}
        >
          {said.takeBack}
        </Button>
      )}
    </li>
  )
}

const VALID_MS = worthOf.microphone.validMinutes * 60_000

function heardWords({ at }: Carrier, now: Instant): string {
  const { microphones: said, seen } = words()
  if (at === null) return said.never
  const passed = between(at, now)
  const ago = passed < NOW_MS ? seen.now : seen.ago({ time: agoWords(passed) })
  return passed <= VALID_MS ? said.ago({ ago }) : said.old({ ago })
}

const NOW_MS = 10_000

/** Why the last tap came to nothing. */
function Refused() {
  const outcome = useSession((state) =>
    state.presses.findLast(({ command: { name } }) => name === 'people.see' || name === 'sighting.undo'),
  )?.outcome
  return (
    <p role="status" className={c('small')}>
      {outcome && 'sentence' in outcome ? outcome.sentence : ''}
    </p>
  )
}
