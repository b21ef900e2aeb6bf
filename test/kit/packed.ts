// Workbooks and documents for tests: their parts as text, packed as office programs pack them.

import { strToU8, type Zippable, zipSync } from 'fflate'

export const packed = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])) satisfies Zippable,
    { level: 1 },
  )

const sheetList = (names: readonly string[]): string =>
  names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')

type Book = {
  readonly sheets: Readonly<Record<string, string>>
  readonly strings?: readonly string[]
  readonly styles?: string
  readonly properties?: string
}

/** `sheets`: each by its name, as the rows inside `sheetData`. */
export function workbook({ sheets, strings = [], styles = '', properties = '' }: Book): Uint8Array {
  const names = Object.keys(sheets)
  const links = names.map(
    (_name, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const parts = names.map((name, at): [string, string] => [
    `xl/worksheets/sheet${at + 1}.xml`,
    `<worksheet><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>`,
  ])
  return packed({
    'xl/workbook.xml': `<workbook>${properties}<sheets>${sheetList(names)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    ...Object.fromEntries(parts),
  })
}

/** A row of texts, from column A on. */
export const row = (number: number, ...cells: readonly string[]): string => {
  const written = cells.map((cell, at) => {
    const place = `${String.fromCharCode(65 + at)}${number}`
    return cell === '' ? '' : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
  })
  return `<row r="${number}">${written.join('')}</row>`
}

/** Paragraphs as a word processor keeps them: a style and the words, which lean where they begin with an asterisk. */
export function wordDocument(...paragraphs: readonly (readonly [style: string, text: string])[]): Uint8Array {
  const names = [...new Set(paragraphs.map(([style]) => style))].filter((style) => style !== '')
  const styles = names.map(
    (name, at) => `<w:style w:type="paragraph" w:styleId="s${at}"><w:name w:val="${name}"/></w:style>`,
  )
  const body = paragraphs.map(([style, text]) => {
    const set = style === '' ? '' : `<w:pPr><w:pStyle w:val="s${names.indexOf(style)}"/></w:pPr>`
    const lean = text.startsWith('*') ? '<w:rPr><w:i/></w:rPr>' : ''
    return `<w:p>${set}<w:r>${lean}<w:t>${text.replace(/^\*/, '')}</w:t></w:r></w:p>`
  })
  return packed({
    'word/styles.xml': `<w:styles>${styles.join('')}</w:styles>`,
    'word/document.xml': `<w:document><w:body>${body.join('')}</w:body></w:document>`,
  })
}

/** One file in an archive, packed already and of whatever length it is said to be: what no program would write. */
export function archiveOf(name: string, deflated: Uint8Array, size: number): Uint8Array {
  const two = (number: number) => [number & 255, (number >> 8) & 255]
  const four = (number: number) => [...two(number & 65_535), ...two(Math.floor(number / 65_536))]
  const title = [...strToU8(name)]
  const both = [
    ...two(20),
    ...two(0),
    ...two(8),
    ...four(0),
    ...four(0),
    ...four(deflated.length),
    ...four(size),
  ]
  const local = [...four(0x04034b50), ...both, ...two(title.length), ...two(0), ...title]
  const entry = [
    ...four(0x02014b50),
    ...two(20),
    ...both,
    ...two(title.length),
    ...two(0),
    ...two(0),
    ...two(0),
  ]
  const directory = [...entry, ...two(0), ...four(0), ...four(0), ...title]
  const at = local.length + deflated.length
  const end = [
    ...four(0x06054b50),
    ...two(0),
    ...two(0),
    ...two(1),
    ...two(1),
    ...four(directory.length),
    ...four(at),
  ]
  const bytes = new Uint8Array(at + directory.length + end.length + 2)
  bytes.set(local)
  bytes.set(deflated, local.length)
  bytes.set([...directory, ...end], at)
  return bytes
}
