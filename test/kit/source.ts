// A file for the importers, from its text or its bytes.

import type { Source } from '../../src/formats/import-file.ts'

export const sourceOf = (name: string, content: string | Uint8Array): Source =>
  typeof content === 'string'
    ? { name, bytes: new TextEncoder().encode(content), text: content }
    : { name, bytes: content, text: null }
