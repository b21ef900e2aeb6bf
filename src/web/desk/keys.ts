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
  | 'strip'
  | 'ahead'
  | 'behind'

export type KeyStroke = {
  readonly key: string
  readonly ctrl: boolean
  readonly alt: boolean
  readonly meta: boolean
  /** The key is still down from before: it is not a new press. */
  readonly repeat: boolean
  /** The calling strip itself holds focus, not something in it. */
  readonly strip: boolean
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
  pagedown: 'ahead',
  pageup: 'behind',
  arrowdown: 'ahead',
  arrowup: 'behind',
}

/** Single keys work only while the strip holds focus, so that typing anywhere can never call a cue. */
export function actionFor(stroke: KeyStroke): DeskAction | null {
  const scrolls = /^(Page|Arrow)/.test(stroke.key)
  if (stroke.repeat && !scrolls) return null
  if (stroke.key === 'Escape') return 'strip'
  if (stroke.key === 'Enter' && stroke.ctrl && !stroke.alt && !stroke.meta) return 'go'
  if (stroke.ctrl || stroke.alt || stroke.meta || !stroke.strip) return null
  return stripKeys[stroke.key.toLowerCase()] ?? null
}

/** The department whose answer on cans a digit stands for, from 0; null for other keys. */
export function digitFor(stroke: KeyStroke): number | null {
  const free = !stroke.ctrl && !stroke.alt && !stroke.meta && !stroke.repeat && stroke.strip
  return free && /^[1-9]$/.test(stroke.key) ? Number(stroke.key) - 1 : null
}
