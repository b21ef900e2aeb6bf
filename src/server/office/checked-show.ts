// A show as it is published: written as a file and read as one, so that it has passed the checks of every show file.

import { accepted, type Result, refused } from '../../core/kit/result.ts'
import type { Show } from '../../core/show/show.ts'
import { readWritten } from '../../formats/show-file/read.ts'
import { writeShowFile } from '../../formats/show-file/write.ts'

export type CheckedShow = Result<{ readonly text: string; readonly show: Show }>

export function checkedShow(show: Show): CheckedShow {
  const text = writeShowFile(show)
  const read = readWritten(text)
  if (read.ok) return accepted({ text, show: read.show })
  return refused('show', read.errors[0]?.message ?? 'That would make a show that cannot be opened.')
}
