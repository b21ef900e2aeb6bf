// What became of a department's last press: nothing to say while all is well.

import type { Words } from '../../words/words.ts'
import type { Press } from '../link/presses.ts'

/** A refusal is the house's answer, and cans would give no other; what was not taken is said on cans. */
export function pressWords(last: Press | undefined, said: Words['department']): string | null {
  if (last === undefined) return null
  const { outcome, slow } = last
  if (outcome === null) return slow ? said.sending : null
  if (outcome.kind === 'done') return null
  return outcome.kind === 'refused' ? outcome.sentence : said.failed({ sentence: outcome.sentence })
}
