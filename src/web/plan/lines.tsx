// What is other, in the words of the trade: by item, so that a whole track is not forty sentences.

import type { TellLine } from '../../core/night/told.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './plan.module.css'

const c = classes(styles)

/** Sentences of one item that stand there at once; the others are counted. */
const SENTENCES_MAX = 3

type Group = { readonly item: string; readonly lines: readonly TellLine[] }

export function grouped(lines: readonly TellLine[]): readonly Group[] {
  const groups: { item: string; lines: TellLine[] }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.item === line.item) last.lines.push(line)
    else groups.push({ item: line.item, lines: [line] })
  }
  return groups
}

type Of = 'own' | 'person' | 'department'

/** `of`: whose they are, as whoever reads them has them: their own, or somebody’s or a department’s to be told. */
export function Lines({ lines, of = 'own' }: { readonly lines: readonly TellLine[]; readonly of?: Of }) {
  const { plan } = useWords()
  return (
    <ul className={c('lines')}>
      {grouped(lines).map(({ item, lines: own }) => (
        <li key={`${item} ${own[0]?.id}`}>
          <p className={c('item')}>{item}</p>
          {own.slice(0, SENTENCES_MAX).map((line) => (
            <Line key={`${line.what} ${line.id}`} line={line} of={of} />
          ))}
          {own.length > SENTENCES_MAX ? (
            <p className={c('quiet')}>{plan.tell.more({ many: own.length - SENTENCES_MAX })}</p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Line({ line, of }: { readonly line: TellLine; readonly of: Of }) {
  const { plan } = useWords()
  const { what, place, with: others, carries, costume } = line
  const isDepartment = of === 'department'
  const said = isDepartment
    ? what === 'leave'
      ? plan.lines.cutOf(line)
      : plan.lines.takeOf({ ...line, name: others[0] ?? '' })
    : plan.lines[of === 'own' ? what : theirs[what]](line)
  const along = [
    place,
    isDepartment ? costume : null,
    !isDepartment && others.length > 0 ? plan.lines.with({ names: others }) : null,
    carries.length > 0 ? plan.lines.carries({ names: carries }) : null,
  ].filter((word) => word !== null)
  return (
    <p className={c('line', what === 'take' && 'take', what === 'leave' && 'leave')}>
      <span aria-hidden="true">{signs[what]}</span> {said}
      {along.length > 0 ? <span className={c('quiet')}> · {along.join(' · ')}</span> : null}
    </p>
  )
}

const theirs = { take: 'takes', leave: 'leaves', other: 'others' } as const
const signs = { take: '+', leave: '−', other: '≠' } as const
