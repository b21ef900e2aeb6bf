// What people do, in the words that stand in company lists, and the kind of engagement that each of them means.

import type { EngagementKind } from '../../core/show/show.ts'

const trades: readonly (readonly [EngagementKind, RegExp])[] = [
  ['stage management', /stage manag|\b(DSM|ASM|SM|PSM|CSM|TSM)\b|prompt|deputy stage|call(er|s the show)/i],
  ['management', /company manag|general manag|producer|administrator|\bCM\b/i],
  ['front of house', /front of house|\bFOH\b|usher|house manag|box office|attendant/i],
  ['swing', /\bswing\b/i],
  ['understudy', /understud|\bu\/?s\b|cover\b/i],
  ['standby', /\bstandby\b/i],
  ['alternate', /\balternate\b/i],
  ['chaperone', /chaperone|guardian|matron/i],
  ['child', /^child(ren)?\b|\bjuvenile\b/i],
  ['dresser', /dresser|wardrobe|wigs?\b|hair\b|make-?up|costume/i],
  [
    'operator',
    /operator|\bop\b|lighting|\bLX\b|electric|sound\b|\bSND\b|follow ?spot|video|projection|board\b/i,
  ],
  [
    'music',
    /musical director|\bMD\b|conductor|pianist|keys?\b|drum|percussion|violin|cello|bass\b|guitar|reeds?\b|trumpet|trombone|horn\b|flute|band\b|orchestra/i,
  ],
  [
    'crew',
    /crew|fly(man|s|ing)?\b|carpenter|deck\b|stagehand|technician|props?\b|automation|rigger|\bTM\b|technical/i,
  ],
  ['creative', /director|choreograph|designer|composer|writer|author|dramaturg|dance captain|fight/i],
  ['ensemble', /ensemble|chorus|dancer|singer|company\b/i],
]

/** Null where it is no trade: then it is a part that somebody plays. */
export const kindOf = (does: string): EngagementKind | null =>
  does === '' ? null : (trades.find(([, words]) => words.test(does))?.[0] ?? null)
