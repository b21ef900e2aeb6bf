// Reads from the source which kinds of event are stored, and the names of their fields: the one side of the data map.

import { globSync, readFileSync } from 'node:fs'

export type StoredKind = { readonly type: string; readonly file: string; readonly fields: readonly string[] }

/** One name, or several in a row with bars between them. */
const declared = /(?:\bEvent<|\btype: )((?:\s*\|?\s*'[a-z-]+\.[a-z-]+')+)/g

/** Each once, as it is first declared; types first, since they say the fields. Tests and their contracts store nothing. */
export function storedEvents(root: string): readonly StoredKind[] {
  const found = new Map<string, StoredKind>()
  for (const file of globSync('src/{core,server}/**/*.ts', { cwd: root }).toSorted()) {
    if (/\.(?:test|contract)\.ts$/.test(file)) continue
    const text = readFileSync(`${root}/${file}`, 'utf8')
    for (const match of text.matchAll(declared)) {
      const [whole, names = ''] = match
      const fields = fieldsIn(declaration(text, match.index + whole.length))
      for (const [, type = ''] of names.matchAll(/'([^']+)'/g)) {
        const before = found.get(type)
        if (before === undefined || before.fields.length < fields.length)
          found.set(type, { type, file, fields })
      }
    }
  }
  return [...found.values()].toSorted((one, other) => (one.type < other.type ? -1 : 1))
}

/** Up to the bracket that closes what the name stands in. */
function declaration(text: string, from: number): string {
  let depth = 1
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if ('<({['.includes(letter)) depth += 1
    const closes = '>)}]'.includes(letter) && text[at - 1] !== '='
    if (closes) depth -= 1
    if (depth === 0) return text.slice(from, at)
  }
  return ''
}

/** A field by its name; what is declared elsewhere by the name of its type, as `PlannedPerformance`. */
const fieldsIn = (text: string): readonly string[] => {
  const fields = [...text.matchAll(/readonly (\w+)\??:/g)].map(([, name = '']) => name)
  const types = [...text.matchAll(/(?:^|[,&<]\s*)([A-Z]\w+)(?=\s*(?:[,&>{]|$))/g)].map(
    ([, name = '']) => name,
  )
  return [...new Set([...fields, ...types])].filter((name) => name !== 'Omit' && name !== 'Record')
}
