// What the head of a TEI file says: title, author, language.

import { attribute, childrenNamed, textOf, within, type XmlElement } from '../xml/tree.ts'

const first = <T>(from: Iterable<T>): T | undefined => {
  for (const one of from) return one
  return undefined
}

export function titleOf(root: XmlElement): string | undefined {
  const statement = first(within(root, 'titleStmt'))
  if (!statement) return undefined
  const titles = childrenNamed(statement, 'title')
  const main = titles.find((title) => attribute(title, 'type') === 'main')
  const text = textOf(main ?? titles.find((title) => attribute(title, 'type') !== 'sub') ?? statement)
  return text === '' ? undefined : text
}

/** Names only: the head also has numbers of catalogues inside the author. */
export function authorOf(root: XmlElement): string | undefined {
  const statement = first(within(root, 'titleStmt'))
  const authors = statement ? childrenNamed(statement, 'author') : []
  const names = authors.map((author) => textOf(author, 'idno')).filter((name) => name !== '')
  return names.length === 0 ? undefined : names.join(', ')
}

/** The language of the play as a tag browsers know: "eng" becomes "en". */
export function languageOf(root: XmlElement): string | undefined {
  const tag = attribute(root, 'xml:lang') ?? attribute(root, 'lang')
  if (tag === undefined) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
