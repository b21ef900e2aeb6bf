// The word with which this page's next print shows whose it is: there before the press, so that the press itself prints.

import { type RefObject, useEffect, useRef } from 'react'
import { readAnswer } from '../answers/read-answer.ts'

/** Long before the server forgets the last one. */
const RENEW_MS = 5 * 60_000

export type PrintWord = {
  readonly field: RefObject<HTMLInputElement | null>
  /** After a press: the word is used up, and its form is on its way. */
  readonly renew: () => void
}

export function usePrintWord(): PrintWord {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const renew = () => void fetchWord(field)
    // A laptop that slept has an old one.
    const seen = () => document.visibilityState === 'visible' && renew()
    renew()
    const timer = setInterval(renew, RENEW_MS)
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [])
  // The browser reads the form after this has run.
  return { field, renew: () => void setTimeout(() => void fetchWord(field)) }
}

/** Without one the server still knows most browsers' pages; where it does not, it says what to do. */
async function fetchWord(field: RefObject<HTMLInputElement | null>): Promise<void> {
  const asked = fetch('/api/print-word', { method: 'POST' })
  const { told } = await readAnswer<{ readonly word: string }>(asked, ['word'])
  if (field.current && told !== null) field.current.value = told.word
}
