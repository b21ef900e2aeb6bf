// What of the plan there is to do, and a way to each part of it: they stand above what scrolls.

import type { PlanSection } from '../../core/night/plan-section.ts'
import type { DraftSection } from '../../wire/proposed.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './plan.module.css'

const c = classes(styles)

/** Where each part of the page begins. */
export const partIds = {
  first: 'told-first',
  proposed: 'proposed',
  tell: 'not-told',
  grid: 'tracks',
  out: 'out',
} as const

type Parts = {
  readonly plan: PlanSection
  readonly draft: DraftSection | undefined
  readonly out: number
}

export function Jumps({ plan, draft, out }: Parts) {
  const { jumps } = useWords().plan
  const { first, tell } = plan
  const ways = [
    ...(first.length > 0 ? [[partIds.first, jumps.first({ many: first.length }), true] as const] : []),
    ...(draft ? [[partIds.proposed, jumps.proposed, draft.proposal?.same === false] as const] : []),
    [partIds.tell, jumps.tell({ many: tell.length }), false] as const,
    [partIds.grid, jumps.grid, false] as const,
    [partIds.out, jumps.out({ many: out }), false] as const,
  ]
  return (
    <nav className={c('jumps')} aria-label={jumps.title}>
      {ways.map(([part, text, waits]) => (
        <a key={part} className={c('jump', waits && 'waits')} href={`#${part}`}>
          {waits ? '▸ ' : ''}
          {text}
        </a>
      ))}
    </nav>
  )
}
