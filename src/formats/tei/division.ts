// How a play is divided: which parts of the file are scenes, in which act, and what each is called.

import { ITEMS_MAX } from '../show-file/limits.ts'
import { attribute, childrenNamed, holds, isElement, textOf, type XmlElement } from '../xml/tree.ts'

export type Division = {
  /** The element whose own content is this scene. */
  readonly element: XmlElement
  readonly act: number
  readonly code: string
  readonly title: string
  /** Stands after the play, as a variant or supplement. */
  readonly appended: boolean
  /** Whether a division inside it is a part of this scene and not a scene of its own. */
  readonly isOwn: (part: XmlElement) => boolean
}

const isDivision = (element: XmlElement): boolean =>
  element.name.startsWith('div') && /^div\d?$/.test(element.name)
const typeOf = (element: XmlElement): string => (attribute(element, 'type') ?? '').toLowerCase()
const isAct = (element: XmlElement): boolean => /^act/.test(typeOf(element))
const isScene = (element: XmlElement): boolean => /^sc[eè]ne/.test(typeOf(element))
const isAside = (element: XmlElement): boolean =>
  /^(?:induction|prolog|epilog|chorus|appendix|front|preface)/.test(typeOf(element))

/** Speeches that are the element's own and not those of a division inside it. */
const hasOwnSpeech = (element: XmlElement): boolean =>
  holds(element, 'sp') &&
  element.children.some(
    (child) => isElement(child) && (child.name === 'sp' || (!isDivision(child) && hasOwnSpeech(child))),
  )

/** A scene holds the parts of it that are marked off (two floors, a letter); what is or holds a scene stands alone. */
const isPartOf = (part: XmlElement, way: readonly XmlElement[]): boolean =>
  isDivision(part) && way.some(isScene) && !isScene(part) && !holdsScene(part)

const holdsScene = (element: XmlElement): boolean =>
  element.children.some((child) => isElement(child) && (isScene(child) || holdsScene(child)))

type Found = { readonly element: XmlElement; readonly above: readonly XmlElement[] }

/** Undefined when there are more scenes than a show may have items. */
export function divide(body: XmlElement): readonly Division[] | undefined {
  const found = [...scenesIn(body, [])]
  if (found.length > ITEMS_MAX) return undefined
  const acts = actsOf(found)
  const counts = new Map<string, number>()
  const taken = new Set<string>()
  return found.map(({ element, above }, position) => {
    const way = [...above, element]
    const own = way.find((each) => acts.has(each))
    const act = (own && acts.get(own)) ?? neighbouringAct(found, acts, position)
    const prefix = own ? `${act}` : ''
    const code = freeCode(own === element ? prefix : sceneCode(element, way, prefix, counts), taken)
    const appended = way.some((each) => typeOf(each) === 'appendix')
    return { element, act, code, title: headOf(element), appended, isOwn: (part) => isPartOf(part, way) }
  })
}

/** What has speeches of its own is a scene; so is what calls itself one and holds no other. */
function* scenesIn(element: XmlElement, above: readonly XmlElement[]): Generator<Found> {
  const inside = [...above, element]
  const divisions = element.children.filter(isElement).filter(isDivision)
  const parts = divisions.filter((each) => isPartOf(each, inside))
  const deeper = divisions
    .filter((each) => !parts.includes(each))
    .flatMap((each) => [...scenesIn(each, inside)])
  const speaks = hasOwnSpeech(element) || parts.some(holdsSpeech)
  if (speaks || (isScene(element) && deeper.length === 0)) yield { element, above }
  yield* deeper
}

const holdsSpeech = (element: XmlElement): boolean => holds(element, 'sp')

/** The outermost acts; in a play without acts, whatever else groups its scenes. */
function actsOf(found: readonly Found[]): ReadonlyMap<XmlElement, number> {
  const outermost = found.map(({ element, above }) => [...above, element].find(isAct))
  const named = [...new Set(outermost.filter((act) => act !== undefined))]
  const groups = found.map(({ above }) => above.find((each) => isDivision(each) && !isAside(each)))
  const acts = named.length > 0 ? named : [...new Set(groups.filter((group) => group !== undefined))]
  return new Map(acts.map((act, position) => [act, position + 1]))
}

/** A prologue is played with the act after it, an epilogue with the act before it. */
function neighbouringAct(
  found: readonly Found[],
  acts: ReadonlyMap<XmlElement, number>,
  position: number,
): number {
  const actOf = ({ element, above }: Found) =>
    [...above, element].map((each) => acts.get(each)).find((act) => act !== undefined)
  const later = found.slice(position + 1).map(actOf)
  const earlier = found.slice(0, position).map(actOf).reverse()
  const isFirst = (act: number | undefined) => act !== undefined
  return (earlier.some(isFirst) ? earlier.find(isFirst) : later.find(isFirst)) ?? 1
}

/** "1.3", "2.CHO", "IND.1", "EPI": the number the file gives or the count, in what it lies in. */
function sceneCode(
  element: XmlElement,
  way: readonly XmlElement[],
  act: string,
  counts: Map<string, number>,
): string {
  const aside = way.find(isAside)
  const prefix = aside && aside !== element ? shortType(aside) : act
  if (aside === element) return joined(prefix, shortType(element))
  const count = (counts.get(prefix) ?? 0) + 1
  counts.set(prefix, count)
  const own = attribute(element, 'n')
  return joined(prefix, own !== undefined && /^\d{1,3}$/.test(own) ? own : String(count))
}

const joined = (prefix: string, code: string): string => (prefix === '' ? code : `${prefix}.${code}`)

const shortType = (element: XmlElement): string => typeOf(element).slice(0, 3).toUpperCase()

/** The same number twice gets a letter, as in any prompt book. */
function freeCode(code: string, taken: Set<string>): string {
  const wanted = code === '' ? '1' : code
  let free = wanted
  for (let more = 0; taken.has(free); more += 1)
    free = more < 26 ? `${wanted}${String.fromCharCode(97 + more)}` : `${wanted}.${more}`
  taken.add(free)
  return free
}

function headOf(element: XmlElement): string {
  const [head] = childrenNamed(element, 'head')
  return head ? textOf(head, 'note', 'pb', 'fw').replace(/\.$/, '') : ''
}

/** Directions that stand between the scenes, told with the scene after them; the last ones with the last scene. */
export function directionsBetween(
  body: XmlElement,
  scenes: ReadonlySet<XmlElement>,
): ReadonlyMap<XmlElement | 'end', readonly XmlElement[]> {
  const found = new Map<XmlElement | 'end', XmlElement[]>()
  let waiting: XmlElement[] = []
  const walk = (element: XmlElement) => {
    for (const child of element.children.filter(isElement)) {
      const isScenes = scenes.has(child)
      if (isScenes) {
        found.set(child, waiting)
        waiting = []
      } else if (child.name === 'stage' && !scenes.has(element)) waiting.push(child)
      if (isDivision(child)) walk(child)
    }
  }
  walk(body)
  return found.set('end', waiting)
}
