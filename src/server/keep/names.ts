// What copies of the record are called, and where they lie.

/** The record, in the data folder. */
export const DATABASE_NAME = 'ghostlight.db'
/** Beside the record. */
export const KEPT_FOLDER = 'kept'

/** "ghostlight-2026-09-17-195104.db"; `why` stands behind the time. By the machine's own clock, as people look for it. */
export function copyName(at: Date, why: string): string {
  const two = (count: number) => String(count).padStart(2, '0')
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('')
  return `ghostlight-${day}-${clock}${why === '' ? '' : `-${why}`}.db`
}
