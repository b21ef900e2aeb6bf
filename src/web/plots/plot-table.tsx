// A drawing once more as a table, for whoever does not look at it and for paper.

import { classes } from '../ui/classes.ts'
import styles from './plots.module.css'

const c = classes(styles)

type Parts = {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function PlotTable({ title, heads, rows }: Parts) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and must by keyboard too.
    <section className={c('scroll')} tabIndex={0} aria-label={title}>
      <table className={c('table')}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: heads stay where they are, and two may be alike.
              <th key={at} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nothing moves in it.
            <tr key={row}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <th key={at} scope="row">
                    {cell}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <td key={at}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
