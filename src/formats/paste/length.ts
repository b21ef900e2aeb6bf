// A length as people write it: "4:30", "1:08:22", "4'30"", "4 min", "12".

/** In seconds; a bare number is minutes. Null where it is no length. */
export function readLength(said: string): number | null {
  const text = said.trim().toLowerCase()
  const clock = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/.exec(text)
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
  const marked =
    /^(?:(\d{1,2})\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,3})\s*(?:['’′]|m(?:in(?:ute)?s?)?\.?))?\s*(?:(\d{1,2})\s*(?:["”″]|s(?:ec(?:ond)?s?)?\.?))?$/.exec(
      text,
    )
  if (marked && (marked[1] ?? marked[2] ?? marked[3]) !== undefined)
    return Number(marked[1] ?? 0) * 3600 + Number(marked[2] ?? 0) * 60 + Number(marked[3] ?? 0)
  const bare = /^\d{1,3}(?:[.,]\d{1,2})?$/.exec(text)
  return bare ? Math.round(Number(text.replace(',', '.')) * 60) : null
}
