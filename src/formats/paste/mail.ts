// What stands around the names in a mail: numbers and addresses, greetings and headings, and parts that nobody has yet.

const address = /<?(?:mailto:)?[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+>?/gu
/** Long enough for somebody's telephone, and no number of a scene or a year. */
const number = /\(?\+?\d[\d\s()./-]{4,}\d\)?/g
const TELEPHONE_DIGITS_MIN = 6
const label = /(?:\b(?:tel|telephone|phone|mob|mobile|cell|e-?mail|[tme])\b\.?:?\s*)+$/i
const pronouns = /\s*[([]\s*(?:she|her|he|him|they|them|ze|xe)(?:\s*\/\s*\p{L}+){1,2}\s*[)\]]/giu

/** How somebody is spoken of is no part of a name. */
export const withoutPronouns = (cell: string): string => cell.replaceAll(pronouns, '').trim()

/** The cell without what reaches somebody. */
export function withoutContacts(cell: string): string {
  const without = cell
    .replaceAll(address, '')
    .replaceAll(number, (found) => (found.replaceAll(/\D/g, '').length < TELEPHONE_DIGITS_MIN ? found : ''))
  return without === cell ? cell : trimmed(trimmed(without).replace(label, ''))
}

const trimmed = (cell: string): string =>
  cell
    .replaceAll(/[([]\s*[)\]]/g, '')
    .replace(/[\s,;:|/–—-]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()

const greetings =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b|^(?:many |with )?(?:thanks|thank you)\b|^(?:with )?(?:all (?:the|my) best|best|best wishes|kind(?:est)? regards|regards|warm(?:est)? (?:wishes|regards)|best regards|cheers|love|yours(?: \p{L}+)?|sincerely)(?: from)?(?: \p{L}+)?[,.!]?$|^(?:from|to|cc|bcc|subject|date|sent|re|fwd?):|^sent from my\b|^-{2,}|^>/iu

/** As many words end in a stop only where somebody writes a sentence. */
const SENTENCE_WORDS_MIN = 4

/** A line that somebody wrote to somebody, and no line of the list. */
export const isTalk = (cell: string): boolean =>
  greetings.test(cell) || (/[.!?:,]$/.test(cell) && cell.split(/\s+/).length >= SENTENCE_WORDS_MIN)

export const isNobodyYet = (name: string): boolean =>
  /^[([]?(?:tb[acd]|n\/?a|vacant|nobody|to be (?:announced|confirmed|cast|decided))[)\]]?\.?$/i.test(name)

const one =
  '(?:full |the )?(?:cast|company|principals?|ensemble|chorus|swings?|standbys?|understud(?:y|ies)|covers|dancers|singers|child(?:ren)?|chaperones?|band|orchestra|musicians?|music|musical director|creatives?|creative|production|technical|tech|crew|stage crew|stage managers?|stage management|company managers?|company management|deputy stage managers?|assistant stage managers?|[dac]?sm|[dac]sms|lighting|lx|electrics?|sound|wardrobe|costumes?|wigs?|hair|make-?up|dressers?|props?|fl(?:ys?|ies)|automation|video|projection|front of house|foh|management|directors?|producers?|operators?)'
const heading = new RegExp(
  `^(${one}(?:(?:,| and| &| /|/) ?${one})*(?: (?:team|list|members?|staff|department))?)\\s*:?$`,
  'i',
)

/** "Cast", "STAGE MANAGEMENT:": what it says, or null where somebody is called so. */
export const headingOf = (cell: string): string | null => heading.exec(cell)?.[1] ?? null
