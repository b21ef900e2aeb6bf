// Texts of the kinds of event: which one it is, wherever a performance is named.

import { countOf, kindOf, type PerformanceKind } from '../../core/show/kinds.ts'

const names: Readonly<Record<PerformanceKind, string>> = {
  show: 'performance',
  preview: 'preview',
  dress: 'dress rehearsal',
  understudy: 'understudy run',
  tech: 'tech',
  rehearsal: 'rehearsal',
}

/** “performance 14”, “tech 2”: which it is, in the middle of a sentence. */
export const which = (number: number): string => `${names[kindOf(number)]} ${countOf(number)}`

/** Where a sentence begins with it. */
export const whichFirst = (number: number): string => {
  const said = which(number)
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`
}

/** In a list of performances, where a bare number is one. */
const nth = (number: number): string => (kindOf(number) === 'show' ? String(number) : whichFirst(number))

export const kinds = {
  choose: 'What is it?',
  names: {
    show: 'Performance',
    preview: 'Preview',
    dress: 'Dress rehearsal',
    understudy: 'Understudy run',
    tech: 'Tech',
    rehearsal: 'Rehearsal',
  },
  /** Beside how fresh a screen is: nobody takes a tech for a show. */
  marks: {
    show: 'Performance',
    preview: 'Preview',
    dress: 'Dress',
    understudy: 'Understudy run',
    tech: 'Tech',
    rehearsal: 'Rehearsal',
  },
  means: {
    show: 'What running times, statistics and the list of covers are made of.',
    preview: 'Counts with the shows: running times, and who covered how often.',
    dress: 'Counts with nothing. Front of house may let guests in; no cast board goes out.',
    understudy: 'Whoever covers a part plays it: nothing of that is different today. Counts with nothing.',
    tech: 'Stop, go back, take again; the book may be changed while it runs. Counts with nothing.',
    rehearsal: 'Stop, go back, take again; the book may be changed while it runs. Counts with nothing.',
  },
  ofNumber: ({ number }: { readonly number: number }) => nth(number),
}
