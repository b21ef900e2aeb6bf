// What asking was worth, on stage management's own report: counts, nobody named, and in no letter.

import type { AskingCounts } from '../../core/presence/worth.ts'
import { useWords } from '../speech/speech.ts'
import { askingLines } from '../ui/asking-lines.ts'
import { Table } from './table.tsx'

export function AskingSheet({ counts }: { readonly counts: AskingCounts | null }) {
  const words = useWords()
  if (counts === null) return null
  const { title, heads } = words.asking
  return (
    <Table title={title} heads={Object.values(heads)}>
      {askingLines(counts, words).map(({ term, said }) => (
        <tr key={term}>
          <th scope="row">{term}</th>
          <td>{said}</td>
        </tr>
      ))}
    </Table>
  )
}
