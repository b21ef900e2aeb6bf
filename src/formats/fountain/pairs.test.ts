// Fountain against pairs of file and reading that another project publishes; read from beside this one, or skipped.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Element, Script } from '../script/elements.ts'
import { asWritten, elementsOf } from './elements.ts'
import { emphasisOf } from './emphasis.ts'

const folder = new URL('../../../../shared/data/scripts/fountain/', import.meta.url)
const here = existsSync(folder)
const why = 'the published pairs of Fountain files and their readings are not beside this project'

const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8').replace(/\r\n?/g, '\n')

/** As the published readings write an element. */
function line(element: Element): string {
  const tags = element.tags.length > 0 ? ` tags:${element.tags.join()}` : ''
  const said = `"${element.text}"`
  switch (element.kind) {
    case 'title':
      return `TITLEENTRY:"${element.key}":${said}`
    case 'heading':
      return `HEADING:${said}${element.number === null ? '' : ` (${element.number})`}${tags}`
    case 'action':
      return `ACTION:${said}${element.centred ? ' (centered)' : ''}${tags}`
    case 'character': {
      const extension = element.extension === null ? '' : ` "${element.extension}"`
      return `CHARACTER:${said}${extension}${element.dual ? ' (Dual)' : ''}${tags}`
    }
    case 'section':
      return `SECTION:${said} (${element.level})${tags}`
    case 'page break':
      return `PAGEBREAK:${said}`
    default:
      return `${element.kind.toUpperCase()}:${said}${tags}`
  }
}

const told = ({ elements, notes, boneyards }: Script): string =>
  [
    ...elements.map(line),
    ...notes.map(({ text }, index) => `[[${index}]]NOTE:"${text}"`),
    ...boneyards.map(({ text }, index) => `/*${index}*/BONEYARD:"${text}"`),
  ].join('\n')

const same = [
  ...['Boneyards', 'Character', 'LineBreaks', 'Lyrics', 'Notes', 'PageBreak', 'Parenthetical'],
  ...['SceneHeading', 'Scratch', 'Sections', 'TitlePage', 'Transition', 'UTF8'],
]

describe('FOUNTAIN-1: each published pair of file and reading', () => {
  test.for(same)('FOUNTAIN-1: %s', (name, { skip }) => {
    skip(!here, why)
    expect(told(elementsOf(read(`${name}.fountain`)))).toBe(read(`${name}.txt`))
  })

  test.for(['Action', 'Dialogue'])('FOUNTAIN-1: %s, merged and line by line', (name, { skip }) => {
    skip(!here, why)
    const text = read(`${name}.fountain`)
    expect(told(elementsOf(text))).toBe(read(`${name}-Merged.txt`))
    const alone = name === 'Action' ? { mergeActions: false } : { mergeDialogue: false }
    expect(told(elementsOf(text, { ...asWritten, ...alone }))).toBe(read(`${name}-Unmerged.txt`))
  })

  test('FOUNTAIN-1: Tags', ({ skip }) => {
    skip(!here, why)
    expect(told(elementsOf(read('Tags.fountain'), { ...asWritten, tags: true }))).toBe(read('Tags.txt'))
  })

  test('FOUNTAIN-1: Formatted', ({ skip }) => {
    skip(!here, why)
    const written = emphasisOf(read('Formatted.fountain')).map(({ text, bold, italic, underlined }) => {
      const slanted = italic ? `<i>${text}</i>` : text
      const strong = bold ? `<b>${slanted}</b>` : slanted
      return underlined ? `<u>${strong}</u>` : strong
    })
    expect(written.join('')).toBe(read('Formatted.txt'))
  })
})
