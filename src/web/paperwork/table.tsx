// A table of a sheet: its title, its heads, its rows.

import type { ReactNode } from 'react'
import { formatLength } from '../../core/kit/time.ts'
import { classes } from '../ui/classes.ts'
import styles from './sheet.module.css'

const c = classes(styles)

/** `stacks`: on a phone each row is a block of lines, with its heads from `data-head`, and nothing is cut off. */
export function Table({
  title,
  heads,
  stacks = false,
  children,
}: {
  readonly stacks?: boolean
  readonly title: string
  readonly heads: readonly string[]
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone a wide table scrolls, and must by keyboard too.
    <section className={c('part')} tabIndex={0} aria-label={title}>
      <table className={c('table', stacks && 'stacks')}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

/** "+0:40" longer, "-0:10" shorter, "–" where it is not known. */
export function overWords(over: Parameters<typeof formatLength>[0] | null): string {
  if (over === null) return '–'
  const words = formatLength(over)
  return words.startsWith('-') || words === '0:00' ? words : `+${words}`
}

export const lengthWords = (length: Parameters<typeof formatLength>[0] | null): string =>
  length === null ? '–' : formatLength(length)
