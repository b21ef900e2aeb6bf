// What a desk lacks, in one line, and for whoever may edit the show the way to where it is added.

import { useWords } from '../speech/speech.ts'

export function Lack({
  what,
  edits,
  className,
}: {
  readonly what: 'order' | 'cues' | 'departments' | 'people' | 'places'
  readonly edits: boolean
  readonly className: string
}) {
  const { lacks } = useWords()
  const at = {
    order: 'order',
    cues: 'cues',
    departments: 'departments',
    people: 'people',
    places: 'details',
  }[what]
  return (
    <p className={className}>
      {lacks[what]} {edits ? <a href={`/show#${at}`}>{lacks.add}</a> : null}
    </p>
  )
}
