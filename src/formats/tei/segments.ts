// The segments of a play as the collections of DraCor count them: what has speeches of its own, and scenes without any.

import type { Segment } from '../play/play.ts'
import {
  attribute,
  childrenNamed,
  holds,
  idOf,
  isElement,
  textOf,
  within,
  type XmlElement,
} from '../xml/tree.ts'
import type { Division } from './division.ts'
import type { Speeches } from './speeches.ts'

type Segments = { readonly acts: number; readonly segments: readonly Segment[] }

const divisionNames = ['div', 'div1', 'div2', 'div3'] as const
const isDivision = (element: XmlElement): boolean => /^div\d?$/.test(element.name)
const typeOf = (element: XmlElement): string => (attribute(element, 'type') ?? '').toLowerCase()
const isAct = (element: XmlElement): boolean => isDivision(element) && /^acte?$/.test(typeOf(element))
const isScene = (element: XmlElement): boolean => /^sc[eè]ne$/.test(typeOf(element))

/** The published rule, by the divisions a file uses: numbered ones with scenes, numbered ones without, plain ones, none. */
function isSegmentIn(body: XmlElement): (element: XmlElement) => boolean {
  const own = (element: XmlElement) => childrenNamed(element, 'sp').length > 0
  const scenes = within(body, 'div2').some(isScene)
  if (scenes)
    return (each) =>
      (each.name === 'div2' && isScene(each)) || (each.name === 'div1' && own(each) && !holds(each, 'div2'))
  if (holds(body, 'div1')) return (each) => each.name === 'div1'
  return (each) => isDivision(each) && (own(each) || (isScene(each) && !holds(each, 'sp')))
}

type Found = { readonly element: XmlElement; readonly above: readonly XmlElement[] }

function* walk(element: XmlElement, above: readonly XmlElement[]): Generator<Found> {
  if (!holds(element, ...divisionNames)) return
  for (const child of element.children) {
    if (!isElement(child)) continue
    const way = isDivision(child) ? [...above, child] : above
    if (isDivision(child)) yield { element: child, above: way }
    yield* walk(child, way)
  }
}

export function segmentsOf(body: XmlElement, divisions: readonly Division[], all: Speeches): Segments {
  const found = [...walk(body, [])]
  const acts = new Map(
    found.filter(({ element }) => isAct(element)).map(({ element }, position) => [element, position + 1]),
  )
  const isSegment = isSegmentIn(body)
  const chosen = found.filter(({ element }) => isSegment(element))
  // Without any division, or with divisions in which nobody speaks, the whole play is one.
  const places = chosen.length > 0 ? chosen : [{ element: body, above: [body] }]
  const names = new SegmentNames(divisions)
  const segments = places.map(({ element, above }) => ({
    id: names.idFor(element, above),
    scene: names.codeOf(element, above),
    act: above.map((each) => acts.get(each)).find((act) => act !== undefined) ?? null,
    label: labelOf(element),
    speeches: all.numbersIn(element),
  }))
  return { acts: acts.size, segments }
}

function labelOf(element: XmlElement): string {
  const [head] = childrenNamed(element, 'head')
  const text = head ? textOf(head, 'note', 'pb', 'fw') : ''
  return text || [attribute(element, 'type') ?? '', attribute(element, 'n') ?? ''].join(' ').trim()
}

/** The file's own id, else the code of the scene it is or lies in, with a number where it is a part of one. */
class SegmentNames {
  readonly #codes: ReadonlyMap<XmlElement, string>
  readonly #taken = new Set<string>()

  constructor(divisions: readonly Division[]) {
    this.#codes = new Map(divisions.map(({ element, code }) => [element, code]))
  }

  codeOf(element: XmlElement, above: readonly XmlElement[]): string {
    const codes = [...above, ...within(element, ...divisionNames)].map((each) => this.#codes.get(each))
    const outward = codes.slice(0, above.length).findLast((code) => code !== undefined)
    return outward ?? codes.find((code) => code !== undefined) ?? ''
  }

  idFor(element: XmlElement, above: readonly XmlElement[]): string {
    const wanted = idOf(element) ?? (this.codeOf(element, above) || 'part')
    let free = wanted
    for (let more = 2; this.#taken.has(free); more += 1) free = `${wanted}-${more}`
    this.#taken.add(free)
    return free
  }
}
