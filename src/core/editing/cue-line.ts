// "snd: a bell", "LX 12A: it burns": a cue typed in one go, as a note at the desk is.

import { isUsualDepartment } from '../show/departments.ts'
import type { NamedCue } from './edit.ts'

export type CueLine = {
  /** Null where the line names none: it is the department's of the line before. */
  readonly department: string | null
  readonly number: string
  readonly words: string
}

/** `known`: what the show's departments are called. Any other word before a colon is spoken by somebody. */
export function readCueLine(line: string, known: readonly string[]): CueLine {
  const [, word = '', number = '', words = ''] =
    /^\s*(\p{L}[\p{L}\p{N}]{0,19}?)(?:\s*(\d{1,9}(?:\.\d{1,4})?\p{L}?))?\s*:\s*(.*)$/su.exec(line) ?? []
  const called = word.toUpperCase()
  const isOne = known.some((one) => one.toUpperCase() === called) || isUsualDepartment(called)
  if (word === '' || !isOne) return { department: null, number: '', words: line.trim() }
  return {
    department: known.find((one) => one.toUpperCase() === called) ?? called,
    number,
    words: words.trim(),
  }
}

/** A cue as it is typed beside its word: "LX 12 house to half", "snd", "12A: it burns", or only what it does. */
export function readNamedCue(line: string, known: readonly string[], last: string): NamedCue {
  const [, word = '', number = '', title = ''] =
    /^\s*(\p{L}[\p{L}\p{N}]{0,19}?)?(?:\s*(\d{1,9}(?:\.\d{1,4})?\p{L}?))?(?:\s*:\s*|\s+|$)(.*)$/su.exec(
      line,
    ) ?? []
  const called = word.toUpperCase()
  const department = known.find((one) => one.toUpperCase() === called)
  if (department !== undefined || isUsualDepartment(called))
    return { department: department ?? called, number, title: title.trim() }
  if (word === '' && number !== '') return { department: last, number, title: title.trim() }
  return { department: last, number: '', title: line.trim() }
}
