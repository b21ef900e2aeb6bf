// Copies of the record as the server knows them, and waiting for a house that closes to put one back.

import { useCallback, useState } from 'react'
import type { CopiesTold, CopyHeld, CopyMade, Restored } from '../../wire/copies.ts'
import { readAnswer } from '../answers/read-answer.ts'
import { words } from '../speech/speech.ts'
import { askOffice } from './office.ts'

const LOOK_MS = 500
/** A large record takes its time; then somebody should look. */
const LOOKS_MAX = 240

type Back = Extract<Restored, { state: 'back' }>

export type CopyDesk = {
  readonly told: CopiesTold | null
  readonly said: string | null
  readonly held: CopyHeld | null
  readonly back: Back | null
  look(): void
  copy(folder: string): void
  see(file: string): void
  restore(file: string): void
}

export function useCopies(): CopyDesk {
  const [told, tell] = useState<CopiesTold | null>(null)
  const [said, say] = useState<string | null>(null)
  const [held, hold] = useState<CopyHeld | null>(null)
  const [back, setBack] = useState<Back | null>(null)
  const look = useCallback(async () => {
    const answer = await askOffice<CopiesTold>('copies')
    if (answer.ok) tell(answer.value)
    else say(answer.sentence)
  }, [])
  const copy = async (folder: string) => {
    say(words().copies.copying)
    const answer = await askOffice<CopyMade>('copy', { folder })
    say(answer.ok ? words().copies.made(answer.value) : answer.sentence)
    if (answer.ok) await look()
  }
  const see = async (file: string) => {
    hold(null)
    say(words().copies.seeing)
    const answer = await askOffice<CopyHeld>('copy-look', { file })
    say(answer.ok ? null : answer.sentence)
    if (answer.ok) hold(answer.value)
  }
  const restore = async (file: string) => {
    const answer = await askOffice<{ readonly key: string }>('copy-restore', { file })
    if (!answer.ok) return say(answer.sentence)
    say(words().copies.closing)
    hold(null)
    const came = await waitFor(answer.value.key)
    say(came === null ? words().copies.late : saidOf(came))
    setBack(came)
  }
  return {
    ...{ told, said, held, back },
    look: () => void look(),
    copy: (folder) => void copy(folder),
    see: (file) => void see(file),
    restore: (file) => void restore(file),
  }
}

function saidOf({ kept, trouble }: Back): string {
  const { copies } = words()
  if (trouble !== null) return copies.notBack({ why: trouble })
  return kept === null ? copies.backPlain : copies.back({ kept })
}

async function waitFor(key: string): Promise<Back | null> {
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    const { told } = await readAnswer<Restored>(fetch('/api/restored', { method: 'POST', body: key }), [
      'state',
    ])
    if (told?.state === 'back') return told
  }
  return null
}
