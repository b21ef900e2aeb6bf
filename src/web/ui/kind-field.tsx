// Which kind of event is planned: one of a few, by keyboard and touch.

import { useId } from 'react'
import { type PerformanceKind, performanceKinds } from '../../core/show/kinds.ts'
import { useWords } from '../speech/speech.ts'

type KindFieldProps = {
  readonly kind: PerformanceKind
  readonly choose: (kind: PerformanceKind) => void
  readonly className?: string | undefined
  readonly labelClass?: string | undefined
}

export function KindField({ kind, choose, className, labelClass }: KindFieldProps) {
  const { kinds } = useWords()
  const field = useId()
  return (
    <div className={labelClass}>
      <label htmlFor={field}>{kinds.choose}</label>{' '}
      <select
        id={field}
        className={className}
        value={kind}
        onChange={(event) => choose(performanceKinds.find((one) => one === event.target.value) ?? 'show')}
      >
        {performanceKinds.map((one) => (
          <option key={one} value={one}>
            {kinds.names[one]}
          </option>
        ))}
      </select>
    </div>
  )
}
