// Asks the accident book, and writes into it; what came of it is the book as it stands, or why not.

import type { BookTold } from '../../wire/accident.ts'
import { askPage } from '../ui/ask-page.ts'

export const askBook = (command: object | null, signal: AbortSignal) =>
  askPage<BookTold>('/api/accident-book', command, signal)
