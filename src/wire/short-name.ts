// A short name as it comes over the wire: an id, a code.

import { z } from 'zod'

/** As long as the ids of a show file may be; nothing in it that could not be written down. */
export const NAME_LENGTH_MAX = 80

export const short = z
  .string()
  .max(NAME_LENGTH_MAX)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'plain text')
