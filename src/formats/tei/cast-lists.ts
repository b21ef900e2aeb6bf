// Where a TEI file lists its characters.

import type { Character } from '../play/play.ts'
import { attribute, childrenNamed, idOf, isElement, textOf, within, type XmlElement } from '../xml/tree.ts'

/** "PHÈDRE, seule." is Phèdre. */
export function labelOf(speech: XmlElement): string {
  for (const child of speech.children)
    if (isElement(child) && child.name === 'speaker') return shortened(textOf(child, 'stage'))
  return ''
}

function shortened(label: string): string {
  const end = label.search(/[,.;:(]/)
  return end === -1 ? label : label.slice(0, end).trim()
}

export function* personsOf(root: XmlElement): Generator<Character> {
  for (const list of within(root, 'listPerson'))
    for (const person of childrenNamed(list, 'person', 'personGrp')) {
      const id = idOf(person)
      const names = childrenNamed(person, 'persName', 'name')
      const name = names.find((each) => attribute(each, 'type') !== 'variant') ?? names[0]
      if (id !== undefined)
        yield {
          id,
          name: name ? textOf(name) : id,
          line: person.line,
          isGroup: person.name === 'personGrp',
          sex: attribute(person, 'sex'),
        }
    }
}

/** Entries without an id cannot be told apart from their neighbours' descriptions; the persons of the head stand for them. */
export function* castItemsOf(root: XmlElement): Generator<Character> {
  for (const item of within(root, 'castItem')) {
    const roles = childrenNamed(item, 'role')
    const own = idOf(item) ?? attribute(item, 'sameAs')?.replace('#', '')
    if (own !== undefined)
      yield {
        id: own,
        name: textOf(roles[0] ?? item),
        line: item.line,
        isGroup: false,
        described: textOf(item, 'role'),
      }
    else
      for (const role of roles) {
        const id = idOf(role)
        if (id !== undefined) yield { id, name: textOf(role), line: role.line, isGroup: false }
      }
  }
}
