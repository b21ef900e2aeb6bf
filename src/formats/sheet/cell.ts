// What a cell of a workbook shows: numbers as they are written, dates and times by the format of the cell.

/** The formats that every workbook has without naming them: days, times, both, lengths. */
const known: Readonly<Record<number, string>> = {
  ...{ 14: 'd/m/y', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM' },
  ...{ 20: 'h:mm', 21: 'h:mm:ss', 22: 'd/m/y h:mm', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0' },
}

const DAY_SECONDS = 86_400
/** From the first of March of the year nought, from which a year is easily counted, to the day before 1900 began. */
const DAYS_BEFORE = 693_899
/** Some workbooks count from 1904. */
const DAYS_LATER = 1_462
/** A number that is no day any more: the last of the year 9999. */
const DAYS_MAX = 2_958_465
/** The first workbook took 1900 for a leap year, and all that came after it did the same. */
const NO_SUCH_DAY = 60

export type CellFormat = 'plain' | 'day' | 'time' | 'both' | 'length'

/** `named`: of the workbook itself, by its number. */
export function formatOf(number: number, named: ReadonlyMap<number, string>): CellFormat {
  const code = named.get(number) ?? known[number] ?? ''
  const isLength = /\[[hms]+\]/i.test(code)
  const bare = code
    .replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, ' ')
    .replaceAll(/am\/pm|a\/p/gi, ' ')
    .split(';')[0]
  const hasDay = /[yd]/i.test(bare ?? '') || (/m{3,}/i.test(bare ?? '') && !isLength)
  const hasTime = /[hs]/i.test(bare ?? '') || isLength
  if (isLength) return 'length'
  if (hasDay) return hasTime ? 'both' : 'day'
  return hasTime ? 'time' : 'plain'
}

export function shown(raw: string, format: CellFormat, from1904: boolean): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  if (format === 'plain' || value < 0 || value > DAYS_MAX) return plain(value)
  const days = Math.floor(value)
  const seconds = Math.round((value - days) * DAY_SECONDS)
  if (format === 'length') return clock(days * DAY_SECONDS + seconds)
  if (format === 'time') return clock(seconds)
  const day = dayOf(days + (from1904 ? DAYS_LATER : 0))
  return format === 'day' ? day : `${day} ${clock(seconds)}`
}

/** As many digits as a workbook keeps: 0.1 + 0.2 is shown as 0.3. */
const plain = (value: number): string => String(Number(value.toPrecision(15)))

const two = (number: number): string => String(number).padStart(2, '0')

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`

/** Counted in eras of four hundred years that begin in March, so that the leap day is the last of its year. */
function dayOf(serial: number): string {
  const since = serial + DAYS_BEFORE + (serial < NO_SUCH_DAY ? 1 : 0)
  const era = Math.floor(since / 146_097)
  const inEra = since - era * 146_097
  const years = Math.floor(
    (inEra - Math.floor(inEra / 1_460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  )
  const inYear = inEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const shifted = Math.floor((5 * inYear + 2) / 153)
  const day = inYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return `${years + era * 400 + (month <= 2 ? 1 : 0)}-${two(month)}-${two(day)}`
}
