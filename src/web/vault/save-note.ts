// One’s own note as a file of plain words, for its owner to take along.

import { fieldNames, type Note } from '../../core/vault/note.ts'
import { words } from '../speech/speech.ts'

export function saveNote({ fields }: Note): void {
  const { myNote } = words()
  const lines = fieldNames.flatMap((name) => {
    const field = fields[name]
    return field && field.text !== ''
      ? [`${myNote.fields[name]} (${myNote.audienceShort[field.audience]}): ${field.text}`]
      : []
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([`${lines.join('\n')}\n`], { type: 'text/plain' }))
  link.download = 'for-responders.txt'
  link.click()
  // The browser has its own hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
