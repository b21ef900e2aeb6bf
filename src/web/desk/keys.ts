// Which key does what at the desk. Pure, because a key that calls a cue by mistake is the worst thing a desk can do.

export type DeskAction =
  | 'go'
  | 'standby'
  | 'hold'
  | 'note'
  | 'up'
  | 'down'
  | 'close'
  | 'back'
  | 'call'
  | 'take'
  | 'item'
  | 'cans'
  | 'range'
  | 'clear'
  | 'jump'
  | 'skip'
  | 'cut'
  | 'restore'
  | 'outcome'
  | 'round'
  | 'house'
  | 'vamp'
  | 'where'
  | 'cue-note'
  | 'line-note'
  | 'concern'
  | 'strip'
  | 'ahead'
  | 'behind'

export type KeyStroke = {
  readonly key: string
  readonly ctrl: boolean
  readonly alt: boolean
  readonly meta: boolean
  readonly shift: boolean
  /** The key is still down from before: it is not a new press. */
  readonly repeat: boolean
  /** The calling strip itself holds focus, not something in it. */
  readonly strip: boolean
  /** The keyboard is in a field that can be typed in. */
  readonly typing: boolean
}

/** The keys of the strip; each is also written on its control. */
export const stripKeys: Readonly<Record<string, DeskAction>> = {
  ' ': 'go',
  s: 'standby',
  h: 'hold',
  n: 'note',
  u: 'up',
  d: 'down',
  e: 'close',
  b: 'back',
  c: 'call',
  t: 'take',
  i: 'item',
  a: 'cans',
  k: 'clear',
  j: 'jump',
  x: 'skip',
  '-': 'cut',
  '+': 'restore',
  '=': 'restore',
  o: 'outcome',
  r: 'round',
  f: 'house',
  v: 'vamp',
  w: 'where',
  q: 'concern',
  m: 'cue-note',
  l: 'line-note',
  pagedown: 'ahead',
  pageup: 'behind',
  arrowdown: 'ahead',
  arrowup: 'behind',
}

/** Single keys work only while the strip holds focus, so that typing anywhere can never call a cue. */
export function actionFor(stroke: KeyStroke, pedal: string | null = null): DeskAction | null {
  if (pedal !== null && isPedal(stroke.key, pedal)) return pedalAction(stroke)
  const scrolls = /^(Page|Arrow)/.test(stroke.key)
  if (stroke.repeat && !scrolls) return null
  if (stroke.key === 'Escape') return 'strip'
  // In a field it is the hand's way of saying send, and must not mean a cue.
  if (stroke.key === 'Enter' && stroke.ctrl && !stroke.alt && !stroke.meta) return stroke.typing ? null : 'go'
  if (stroke.ctrl || stroke.alt || stroke.meta || !stroke.strip) return null
  const key = stroke.key.toLowerCase()
  if (key === 's' && stroke.shift) return 'range'
  return Object.hasOwn(stripKeys, key) ? (stripKeys[key] ?? null) : null
}

const isPedal = (key: string, pedal: string): boolean => key.toLowerCase() === pedal.toLowerCase()

/**
 * The learned key is GO and nothing else, wherever the keyboard is. Only where it would write a character into a field
 * it writes it: typing can never call a cue.
 */
function pedalAction({ key, ctrl, alt, meta, shift, repeat, typing }: KeyStroke): DeskAction | null {
  const writes = typing && [...key].length === 1
  return repeat || ctrl || alt || meta || shift || writes ? null : 'go'
}

/** Keys that have a meaning everywhere, or are half of one. */
const never = [
  ' ',
  'Enter',
  'Escape',
  'Tab',
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Dead',
]

/** May this key be learned as the pedal's? `b` may: most one-key buttons send it; stepping back then has no key. */
export function canBePedal(key: string): boolean {
  if (never.includes(key) || key === 'Unidentified' || key === 'Process') return false
  if (/^[0-9]$/.test(key)) return false
  const low = key.toLowerCase()
  return low === 'b' || low.startsWith('page') || !Object.hasOwn(stripKeys, low)
}

/** The department whose answer on cans a digit stands for, from 0; null for other keys. */
export function digitFor(stroke: KeyStroke): number | null {
  const free = !stroke.ctrl && !stroke.alt && !stroke.meta && !stroke.repeat && stroke.strip
  return free && /^[1-9]$/.test(stroke.key) ? Number(stroke.key) - 1 : null
}
