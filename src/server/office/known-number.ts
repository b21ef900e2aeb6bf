// Whether a house's number is one that rings for help in its country. It is looked up to doubt a slip of the finger, never to choose one.

import type { Show } from '../../core/show/show.ts'

/** Null where nobody has written one. Read with the first look at a show's help and not before: it is half a megabyte. */
export async function isKnownNumber({
  venue,
  country,
}: Pick<Show, 'venue' | 'country'>): Promise<boolean | null> {
  const number = venue.help?.number
  if (number === undefined) return null
  const read = await import('google-libphonenumber')
  // As Node reads it, and as it is once built.
  return (read.default ?? read).ShortNumberInfo.getInstance().isEmergencyNumber(
    number.replaceAll(/[^\d]/g, ''),
    country,
  )
}
