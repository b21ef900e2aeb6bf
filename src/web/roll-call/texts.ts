// What the page says: handed to its script by the page, sentences with gaps for their values.

import type { Words } from '../../words/words.ts'

type Said = Omit<Words['rollCall'], 'drill'>

/** As the page writes them: what took values is a text with gaps. */
export type RollTexts = {
  readonly [Name in keyof Said]: Said[Name] extends (...values: never[]) => string ? string : Said[Name]
} & { readonly timeZone: string | null }

export function textsOn(root: Element): RollTexts | null {
  const text = root.querySelector('[data-texts]')?.getAttribute('data-texts')
  // `as`: written by `rollCallPage` of the same build.
  return text ? (JSON.parse(text) as RollTexts) : null
}

export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text
    .replaceAll(/ ?\{(\w+)\}/g, (gap, name: string) => {
      const value = values[name]
      if (value === undefined) return gap
      return value === '' ? '' : `${gap.startsWith(' ') ? ' ' : ''}${value}`
    })
    .trim()
