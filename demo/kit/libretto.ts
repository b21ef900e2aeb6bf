// Reads a libretto written in Markdown and lays every line out in seconds from the start of its item.

/** One line of the libretto, before anybody has timed it. */
export type BookLine = {
  readonly heading: string
  readonly kind: 'speech' | 'lyric' | 'direction'
  /** The name in bold as it stands: TAMSIN, LOWEN (with Tamsin); empty for a direction. */
  readonly caption: string
  readonly text: string
  /** Seconds written in square brackets: the length of a direction, or the pause after a line. */
  readonly hold: number | undefined
}

export type TimedLine = BookLine & { readonly starts: number; readonly ends: number }

/** The lines of all files, in order; whatever stands before the first "##" of a file is for readers only. */
export function readLibretto(texts: readonly string[]): BookLine[] {
  return texts.flatMap((text) => {
    const lines: BookLine[] = []
    let heading = ''
    let caption = ''
    for (const raw of text.split('\n')) {
      const line = raw.trim()
      if (line.startsWith('## ')) heading = line.slice(3)
      if (heading === '' || line === '' || line.startsWith('#')) continue
      const read = readLine(line, heading, caption)
      caption = read.caption || caption
      if (read.text !== '') lines.push(read)
    }
    return lines
  })
}

function readLine(line: string, heading: string, singing: string): BookLine {
  // A backslash breaks a verse where Markdown is shown, and says nothing here.
  const bare = line.replace(/\\$/, '')
  const [, before, seconds] = /^(.*?)\s*\[(\d+)\]$/.exec(bare) ?? []
  const words = before ?? bare
  const hold = seconds === undefined ? undefined : Number(seconds)
  if (words.startsWith('>')) {
    return { heading, kind: 'lyric', caption: singing, text: words.replace(/^>\s*/, ''), hold }
  }
  const [spoken, caption = '', text = ''] = /^\*\*([^*]+)\*\*\s*(.*)$/.exec(words) ?? []
  if (spoken !== undefined) return { heading, kind: 'speech', caption, text, hold }
  return { heading, kind: 'direction', caption: '', text: words.replace(/^[*_]|[*_]$/g, ''), hold }
}

/** How long a line takes when nobody has said: counted in words, and in breaths. */
function naturalSeconds(line: BookLine): number {
  const words = line.text.split(/\s+/).length
  if (line.kind === 'direction') return line.hold ?? 2 + words * 0.2
  const pause = line.hold ?? 0
  return line.kind === 'lyric' ? 1.5 + words * 0.36 + pause : 0.6 + words * 0.36 + pause
}

/** Spreads the lines of one item over its seconds, each as long as it naturally is in proportion. */
export function timeItem(lines: readonly BookLine[], seconds: number): TimedLine[] {
  const natural = lines.reduce((total, line) => total + naturalSeconds(line), 0)
  let gone = 0
  return lines.map((line) => {
    const starts = toHalf((gone / natural) * seconds)
    gone += naturalSeconds(line)
    return { ...line, starts, ends: toHalf((gone / natural) * seconds) }
  })
}

export const toHalf = (seconds: number): number => Math.round(seconds * 2) / 2
