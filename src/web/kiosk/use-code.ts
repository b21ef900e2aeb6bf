// Whose code is wanted at the stage door just now, and what is typed of it.

import { useEffect, useState } from 'react'
import { CODE_DIGITS } from '../../core/installation/door-codes.ts'
import { usePress, useSession, useStale } from '../link/store.ts'
import type { Named } from './kiosk.tsx'
import type { Pressed } from './said.tsx'
import { useTyped } from './use-typed.ts'

const nobody: readonly string[] = []

type Parts = {
  readonly people: readonly Named[]
  readonly pressed: Pressed | null
  /** Somebody has typed all of theirs, or held their card under the scanner. */
  readonly sign: (person: Named, code: string) => void
  /** Whatever is done keeps the tablet as it is for a while. */
  readonly touched: () => void
}

export function useCode({ people, pressed, sign, touched }: Parts) {
  const withCodes = useSession((state) => state.sections.codes?.people ?? nobody)
  const [asked, ask] = useState<Named | null>(null)
  const [typed, setTyped] = useState('')
  const stale = useStale()
  const isDone = usePress(pressed?.id ?? null)?.outcome?.kind === 'done'
  const leave = () => {
    ask(null)
    setTyped('')
  }
  // What was wrong is typed again where it was typed; what is done makes room for the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each press.
  useEffect(() => {
    if (isDone) leave()
  }, [isDone, pressed?.id])
  const send = (person: Named, code: string) => {
    sign(person, code)
    setTyped('')
    // Kept here until the network is back: the next in the queue is not kept waiting for it.
    if (stale) ask(null)
  }
  const type = (digit: string) => {
    if (asked === null) return
    touched()
    const all = `${typed}${digit}`
    if (all.length < CODE_DIGITS) setTyped(all)
    else send(asked, all)
  }
  const rub = () => {
    touched()
    setTyped(typed.slice(0, -1))
  }
  useTyped({
    digit: type,
    rub: () => (asked === null ? undefined : rub()),
    leave: () => (asked === null ? undefined : leave()),
    card: ({ person, code }) => {
      const known = people.find((one) => one.id === person)
      if (known) send(known, code)
    },
  })
  return {
    asked,
    typed,
    /** Whether anybody has a code at all. */
    isUsed: withCodes.length > 0,
    wants: ({ id }: Named) => withCodes.includes(id),
    ask,
    type,
    rub,
    leave,
  }
}
