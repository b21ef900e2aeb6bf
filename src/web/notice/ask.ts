// Asks for the notices, and says what was pressed; what came of it is how it stands then, or why not.

import type { Asked } from '../../core/notice/commands.ts'
import type { MatterPage } from '../../core/notice/section.ts'
import type { NoticesTold } from '../../wire/notice.ts'
import { askPage } from '../ui/ask-page.ts'

export const askNotices = (command: Asked | null, signal: AbortSignal) =>
  askPage<NoticesTold>('/api/notices', command, signal)

type Ask = (command: Asked) => Promise<boolean>
export type OnePageProps = PartProps & { readonly page: MatterPage }
export type PartProps = { readonly told: NoticesTold; readonly ask: Ask }
