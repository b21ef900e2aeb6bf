// Asked on cans: on a screen that stands in a wing, whoever keeps it marks whom they asked, and says what that person says.

import { useState } from 'react'
import type { AskLine } from '../../core/night/presence-sections.ts'
import { isOnCans } from '../../core/presence/on-cans.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import styles from './seen.module.css'

const c = classes(styles)

export type Told = { readonly id: string; readonly name: string }

const nobody: readonly never[] = []

/** A person's own phone speaks for that person; a wing's tablet also writes down what was said on cans. */
function useOnCans(): readonly Told[] {
  const ofPlace = useSession(({ viewer }) => viewer?.person === null && viewer.roles.includes('ASM'))
  const people = useSession(({ sections }) => sections.roll?.people ?? nobody)
  if (!ofPlace) return nobody
  return people.filter(({ group, expected }) => expected && isOnCans(group))
}

type Parts = {
  readonly ask: AskLine
  readonly settled: (act: () => void) => () => void
  /** Whom it was put to now: what is pressed next is their word. */
  readonly told: (person: Told | null) => void
}

export function OnCans({ ask: { concern }, settled, told }: Parts) {
  const said = useWords().ask
  const link = useLink()
  const people = useOnCans()
  const [open, setOpen] = useState(false)
  if (people.length === 0) return null
  const mark = (person: Told) =>
    settled(() => {
      link.press({ name: 'concern.spoken', concern, to: person.id })
      told(person)
      setOpen(false)
    })
  return (
    <>
      <Button className={c('other')} aria-expanded={open} onClick={() => setOpen(!open)}>
        {said.askedOnCans}
      </Button>
      {open ? (
        <fieldset className={c('whom')} aria-label={said.whom}>
          {people.map((person) => (
            <Button key={person.id} className={c('other')} onClick={mark(person)}>
              {person.name}
            </Button>
          ))}
        </fieldset>
      ) : null}
    </>
  )
}
