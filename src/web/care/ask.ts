// Asks for the page, and says what was pressed; what came of it is how it stands then, or why not.

import type { Asked } from '../../core/care/care.ts'
import type { CareTold } from '../../wire/care.ts'
import { askPage } from '../ui/ask-page.ts'

export type Ask = (command: Asked) => Promise<boolean>
export const askCare = (command: Asked | null, signal: AbortSignal) =>
  askPage<CareTold>('/api/care', command, signal)
