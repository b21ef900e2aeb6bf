// Which key does what in the book: one letter each while nothing is being typed.

import type { Step } from './place.ts'

export type BookAct =
  | { readonly act: 'step'; readonly step: Step }
  | {
      readonly act:
        | 'place'
        | 'next-cue'
        | 'cue-before'
        | 'move'
        | 'rename'
        | 'group'
        | 'standby'
        | 'warn'
        | 'note'
        | 'remove'
        | 'confirm'
        | 'next-question'
        | 'undo'
        | 'redo'
        | 'find'
        | 'leave'
        | 'here'
    }

const steps: Readonly<Record<string, Step>> = {
  ArrowRight: 'word',
  ArrowLeft: 'word-back',
  ArrowDown: 'line',
  ArrowUp: 'line-back',
  PageDown: 'page',
  PageUp: 'page-back',
  Home: 'line-begins',
  End: 'line-ends',
  ']': 'scene',
  '[': 'scene-back',
}

const letters: Readonly<Record<string, Exclude<BookAct['act'], 'step'>>> = {
  c: 'place',
  n: 'next-cue',
  p: 'cue-before',
  m: 'move',
  r: 'rename',
  g: 'group',
  s: 'standby',
  w: 'warn',
  e: 'note',
  Delete: 'remove',
  y: 'confirm',
  q: 'next-question',
  u: 'undo',
  '/': 'find',
  Escape: 'leave',
  Enter: 'here',
}

type Stroke = {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** In a field, where letters are letters. */
  readonly typing: boolean
  /** On a button, which Enter presses. */
  readonly onButton: boolean
}

export function bookAct({ key, ctrl, shift, alt, typing, onButton }: Stroke): BookAct | null {
  if (typing || alt) return null
  const letter = key.length === 1 ? key.toLowerCase() : key
  if (ctrl) {
    if (letter === 'z') return { act: shift ? 'redo' : 'undo' }
    if (letter === 'y') return { act: 'redo' }
    return letter === 'f' ? { act: 'find' } : null
  }
  if (letter === 'u' && shift) return { act: 'redo' }
  const step = steps[letter]
  if (step !== undefined) return { act: 'step', step }
  const act = letters[letter]
  if (act === undefined || (onButton && act === 'here')) return null
  return { act }
}
