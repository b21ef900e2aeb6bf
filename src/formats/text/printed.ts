// A script as it is printed, line by line: what its words and its setting make of each line.

/** What a style of the writing program says a line is. */
export type Styled = 'act' | 'scene' | 'speaker' | 'words' | 'how' | 'direction' | 'lyric' | 'title'

export type Printed = {
  readonly line: number
  readonly text: string
  readonly styled: Styled | null
  /** All of it leans: in most scripts that is a direction. */
  readonly isItalic: boolean
}

const ordinal =
  '(?:erste[rs]?|zweite[rs]?|dritte[rs]?|vierte[rs]?|fünfte[rs]?|sechste[rs]?|siebte[rs]?|siebente[rs]?|achte[rs]?|neunte[rs]?|zehnte[rs]?|letzte[rs]?|premier|première|deuxième|second[e]?|troisième|quatrième|cinquième|first|second|third|fourth|fifth|\\d{1,3}\\.)'
const number =
  '(?:\\d{1,3}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|first|last|premi(?:er|ère)|second[e]?|dernière?)'
const act = new RegExp(
  `^(?:act|acte|akt|aufzug)\\s+${number}\\b|^(?:the )?${ordinal} (?:act|acte|akt|aufzug)\\b`,
  'iu',
)
const scene = new RegExp(
  `^(?:scene|scène|szene|scena|auftritt)\\s+${number}\\b|^(?:the )?${ordinal} (?:scene|scène|szene|auftritt)\\b|^sc\\. ?${number}\\b`,
  'iu',
)
const sceneWithin = new RegExp(`[\\s,.;:–—-]+((?:scene|scène|szene|auftritt)\\s+${number}\\b.*)$`, 'iu')
const apart = /^(?:prolog(?:ue)?|epilog(?:ue)?|induction|interlude|vorspiel|nachspiel|zwischenspiel)\b[.:]?$/i
const HEADING_LENGTH_MAX = 120

export type Heading = { readonly act: string | null; readonly scene: string | null }

/** “ACT II, SCENE 3. A street” begins both; null where it is no heading. */
export function headingIn(text: string): Heading | null {
  const words = text.trim().replaceAll(/^[*_#\s]+|[*_\s]+$/g, '')
  if (words === '' || words.length > HEADING_LENGTH_MAX) return null
  if (act.test(words)) {
    const [, within = null] = sceneWithin.exec(words) ?? []
    const own = within === null ? words : words.slice(0, words.length - within.length)
    return { act: own.replace(/[\s,.;:–—-]+$/u, ''), scene: within }
  }
  return scene.test(words) || apart.test(words) ? { act: null, scene: words } : null
}

/** In which language a play’s divisions are named: its directions will be in it too. */
export function languageBy(headings: readonly string[]): string | undefined {
  const all = headings.join(' ')
  if (/\b(?:akt|aufzug|auftritt|szene)\b/i.test(all)) return 'de'
  return /(?<!\p{L})(?:acte|scène)(?!\p{L})/iu.test(all) ? 'fr' : undefined
}

const comesOrGoes =
  /^(?:re-?enter|enter|exit|exeunt|manet|manent|curtain|blackout|lights (?:up|down|fade)|flourish|alarum|sennet|vorhang|rideau)\b/i

/** A whole paragraph that only tells: in brackets, leaning, or begun with a word of coming and going. */
export const isDirection = (text: string): boolean =>
  /^[([].*[)\]][.]?$/s.test(text) || comesOrGoes.test(text)

/** How a script sets who speaks: alone above the words, or before them with a colon, a gap, a stop or a dash. */
export const settings = ['alone', 'colon', 'gap', 'stop', 'dash'] as const
export type Setting = (typeof settings)[number]

export type Spoken = { readonly name: string; readonly how: string | null; readonly words: string }

const NAME_LENGTH_MAX = 40
const NAME_WORDS_MAX = 6
const bracketed = /^(.*?)\s*([([][^)\]]{0,200}[)\]])$/

/** A name without what stands in brackets beside it; null where these are no name’s words. */
export function nameIn(text: string): { readonly name: string; readonly how: string | null } | null {
  const bare = withoutContinued(text.trim()).replaceAll(/^[*_]+|[*_]+$/g, '')
  const [, before = bare, how = null] = bracketed.exec(bare) ?? []
  const name = before.trim()
  if (name === '' || name.length > NAME_LENGTH_MAX || name.split(/\s+/).length > NAME_WORDS_MAX) return null
  return /^\p{Lu}/u.test(name) && !/[.!?;:"“”\d]{2}|[!?;"“”]/.test(name) ? { name, how } : null
}

/** Beside a name that goes on after a new page, and under what goes on there: of the page, not of the play. */
const withoutContinued = (text: string): string =>
  text.replace(/\s*\((?:cont(?:['’.]?d)?|continued|continuing|fortsetzung|forts|suite)\.?\)(?=[:.]?$)/i, '')
export const isOfThePage = (text: string): boolean =>
  /^\((?:more|continued|cont(?:['’.]?d)?\.?|mehr|suite)\)$|^(?:more|continued):?$/i.test(text)
/** The number of a page alone between two empty lines. */
export const isPageNumber = (text: string): boolean => /^(?:[-–—]\s*)?\d{1,4}\.?(?:\s*[-–—])?$/.test(text)

const isCapital = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** The line read by one setting; null where nobody begins to speak in it. */
export function spokenIn(text: string, setting: Setting): Spoken | null {
  const line = text.trim()
  if (line === '' || headingIn(line) !== null || /^[([]/.test(line)) return null
  if (setting === 'alone') {
    const found = nameIn(line.replace(/[.:]$/, ''))
    return found && isCapital(found.name) ? { ...found, words: '' } : null
  }
  const [, before = '', words = ''] = patterns[setting].exec(line) ?? []
  const found = before === '' ? null : nameIn(before)
  if (!found || ((setting === 'stop' || setting === 'dash') && !isCapital(found.name))) return null
  return { ...found, words: words.trim() }
}

const patterns: Readonly<Record<Exclude<Setting, 'alone'>, RegExp>> = {
  colon: /^([^:]{1,240}?):(?:\s+|$)(.*)$/s,
  gap: /^([^\t]{1,240}?)(?:[:.]?\t+)(.*)$/s,
  stop: /^([^.]{1,240}?)\.(?:\s+|$)(.*)$/s,
  dash: /^([^–—]{1,240}?)\s+(?:[–—]|-{1,2})\s+(.*)$/s,
}
