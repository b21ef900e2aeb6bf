// What each column of a pasted table was taken for, over its first cells; a person may say otherwise.

import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './show.module.css'

const c = classes(styles)

export function Columns<Column extends string>({
  read: { columns, sample },
  names,
  label,
  choose,
}: {
  readonly read: {
    readonly columns: readonly Column[]
    readonly sample: readonly (readonly string[])[]
  }
  readonly names: Readonly<Record<Column, string>>
  readonly label: string
  readonly choose: (columns: readonly Column[]) => void
}) {
  return (
    <section className={c('scroll')} aria-label={label}>
      <table className={c('table', 'stacks')}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
              <th key={index} scope="col">
                <select
                  className={c('field')}
                  aria-label={words().office.order.column({ index })}
                  value={column}
                  onChange={(event) =>
                    // `as`: the options are these names.
                    choose(columns.map((one, at) => (at === index ? (event.target.value as Column) : one)))
                  }
                >
                  {Object.entries<string>(names).map(([name, says]) => (
                    <option key={name} value={name}>
                      {says}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((cells) => (
            <tr key={cells.join('\t')}>
              {columns.map((_column, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                <td key={index}>{cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
