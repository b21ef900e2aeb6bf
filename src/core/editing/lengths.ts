// A length and a moment as a stage manager types them: "0:40", "40 s", "LX 12", "0:10 before LX 12".

/** In seconds. A bare number is none: in an entrance plot it is minutes to one and seconds to the next. */
export function readSeconds(said: string): number | null {
  const text = said.trim().toLowerCase()
  const clock = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/.exec(text)
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
  const worded = /^(?:(\d{1,3})\s*(?:min|m|['’′]))?\s*(?:(\d{1,5})\s*(?:seconds?|secs?|s|["”″]))?$/.exec(text)
  if (!worded || (worded[1] ?? worded[2]) === undefined) return null
  return Number(worded[1] ?? 0) * 60 + Number(worded[2] ?? 0)
}

export const asSeconds = (count: number): string => {
  const whole = Math.round(count)
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60]
  return `${minutes}:${String(rest).padStart(2, '0')}`
}

/** `by` null: so many seconds into the item; else so many after that cue, before it where negative. */
export type Moment = { readonly seconds: number; readonly by: string | null }

/** Null where it is no moment. Nothing said is the beginning of the item. */
export function readMoment(said: string): Moment | null {
  const text = said.trim()
  if (text === '') return { seconds: 0, by: null }
  const plain = readSeconds(text)
  if (plain !== null) return { seconds: plain, by: null }
  const worded = /^(.*?)\s*\b(before|after)\s+(.+)$/i.exec(text)
  const signed = /^(.+?)\s*([+−–-])\s*(\d.*)$/.exec(text)
  const [length, way, by] = worded
    ? [worded[1] ?? '', worded[2]?.toLowerCase() === 'before' ? -1 : 1, worded[3] ?? '']
    : signed && readSeconds(signed[3] ?? '') !== null
      ? [signed[3] ?? '', signed[2] === '+' ? 1 : -1, signed[1] ?? '']
      : ['', 1, text]
  const count = length === '' ? 0 : readSeconds(length)
  // `|| 0`: nothing before a cue is the cue, and no zero is negative.
  return count === null ? null : { seconds: way * count || 0, by: by.trim() }
}
