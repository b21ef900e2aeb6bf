// What is read by hand, held against the parser.

import { expect, test } from 'vitest'
import { type Dice, dice } from '../../core/kit/dice.ts'
import { type Attributes, attributeIn } from './attributes.ts'
import { readPlainXml } from './plain.ts'
import { isElement, parseXml, type XmlElement, type XmlNode } from './tree.ts'

const limits = { depth: 6, elements: 12, attributes: 3 }
const SPOILT = 6_000

const plain = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="a.rng"?>
<!-- a play -->
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text
 n="1"><sp who="#a" n='2'>x &amp; y<lb/> z é “
</sp><tei:p xml:id="q">end</tei:p></text></TEI>
<!-- printed -->`

/** What is written rarely, wrongly or for mischief. */
const oddities = [
  ...[
    '<',
    '>',
    '&',
    '&amp;',
    '&#233;',
    '&nbsp;',
    '</sp>',
    '<sp>',
    '<a:b/>',
    '</a >',
    '<1/>',
    '<é/>',
    '/',
    '=',
  ],
  ...[
    '<!-- b -->',
    '<!-- b -- b -->',
    ']]>',
    '<![CDATA[x <y> ]]>',
    '<?b c?>',
    '<?b?>',
    '<!DOCTYPE a>',
    '--',
    '?>',
  ],
  ...[
    '"',
    "'",
    ' a="1"',
    ' a="1" a="2"',
    ' a = "1"',
    ' a=1',
    " a='\"\n\t'",
    ' constructor="1"',
    ' __proto__="1"',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '\u0001',
    '\uD800',
    '\uFFFE',
    '\u{1F600}',
    '\u00A0',
    '\u0085',
    '\u2028',
    '',
  ],
]

function spoilt(throws: Dice): string {
  let text = plain
  for (let times = throws.whole(1, 3); times > 0; times -= 1) {
    const at = throws.whole(0, text.length)
    const lost = throws.chance(0.3) ? throws.whole(1, 6) : 0
    text = `${text.slice(0, at)}${lost > 0 ? '' : throws.pick(oddities)}${text.slice(at + lost)}`
  }
  return text
}

/** What stands in quotation marks is passed over, and each name asked for. */
function attributesOf(attributes: Attributes): unknown {
  if (typeof attributes !== 'string') return { ...attributes }
  const names = attributes.replaceAll(/"[^"]*"|'[^']*'/g, ' ').match(/[^\s=]+/g) ?? []
  return Object.fromEntries(names.map((name) => [name, attributeIn(attributes, name)]))
}

/** The attributes told one by one, however they are kept. */
function told(element: XmlElement): unknown {
  const children = element.children.map((node: XmlNode) => (isElement(node) ? told(node) : node))
  return { ...element, attributes: attributesOf(element.attributes), children }
}

function parsed(text: string): unknown {
  try {
    return told(parseXml(text))
  } catch {
    return null
  }
}

function read(text: string): unknown {
  const root = readPlainXml(text, limits)
  return root && told(root)
}

test('TEI-50: what is read by hand is read as the parser reads it, whatever is spoilt in it', () => {
  expect(read(plain)).toEqual(parsed(plain))
  const seed = 50
  const throws = dice(seed)
  let byHand = 0
  for (let count = 0; count < SPOILT; count += 1) {
    const text = spoilt(throws)
    const byHandRead = read(text)
    if (!byHandRead) continue
    byHand += 1
    expect(byHandRead, `seed ${seed}, ${JSON.stringify(text)}`).toEqual(parsed(text))
  }
  expect(byHand).toBeGreaterThan(SPOILT / 20)
})

test('TEI-50: at the bounds it is read by hand, and beyond them left to the parser', () => {
  const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
  const many = (elements: number) => `<a>${'<b/>'.repeat(elements - 1)}</a>`
  const described = (attributes: number) =>
    `<a ${Array.from({ length: attributes }, (_one, at) => `b${at}="1"`).join(' ')}/>`
  for (const [written, bound] of [
    [nested, limits.depth],
    [many, limits.elements],
    [described, limits.attributes],
  ] as const) {
    expect(readPlainXml(written(bound), limits)).not.toBeNull()
    expect(readPlainXml(written(bound + 1), limits)).toBeNull()
  }
})
