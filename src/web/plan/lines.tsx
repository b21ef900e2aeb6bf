// What is other, in the words of the trade: by item, so that a whole track is not forty sentences.

import type { TellLine, TellList } from '../../core/night/told.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './plan.module.css'
import { summed } from './summed.ts'

const c = classes(styles)

/** More sentences than these are said in sums first, with the soonest item whole; the others are one touch away. */
const SENTENCES_MAX = 8

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
export function Lines({ lines, more, of = 'own' }: TellList & { readonly of?: Of }) {
  const { plan } = useWords()
  return (
    <>
      <EachOf {...{ lines, of }} />
      {more > 0 ? <p className={c('quiet')}>{plan.lines.more({ many: more })}</p> : null}
    </>
  )
}

type Each = Pick<TellList, 'lines'> & { readonly of: Of }

function EachOf({ lines, of }: Each) {
  const { plan } = useWords()
  const groups = grouped(lines)
  if (lines.length <= SENTENCES_MAX) return <Groups {...{ groups, of }} />
  return (
    <>
      <Sums {...{ lines, of }} />
      <Groups groups={grouped(lines.filter(isToBeMoved))} of={of} />
      <Groups groups={groups.slice(0, 1)} of={of} />
      {groups.length > 1 ? (
        <details>
          <summary className={c('summary')}>{plan.lines.each({ many: lines.length })}</summary>
          <Groups {...{ groups, of }} />
        </details>
      ) : null}
    </>
  )
}

/** What somebody has to bring or to set is in no sum. */
const isToBeMoved = ({ thing }: TellLine): boolean => thing !== null && thing.from !== null

function Sums({ lines, of }: Each) {
  const { plan } = useWords()
  return (
    <ul className={c('lines')}>
      {summed(lines, of === 'department').map((sum) => (
        <li key={JSON.stringify(sum)} className={c('line', colour(sum.what))}>
          <span aria-hidden="true">{signs[sum.what]}</span> {plan.lines.sums[of][sum.what](sum)}
        </li>
      ))}
    </ul>
  )
}

function Groups({ groups, of }: { readonly groups: readonly Group[]; readonly of: Of }) {
  return (
    <ul className={c('lines')}>
      {groups.map(({ item, lines }) => (
        <li key={`${item} ${lines[0]?.id}`}>
          <p className={c('item')}>{item}</p>
          {lines.map((line) => (
            <Line key={`${line.what} ${line.id}`} line={line} of={of} />
          ))}
        </li>
      ))}
    </ul>
  )
}

function Line({ line, of }: { readonly line: TellLine; readonly of: Of }) {
  const { plan } = useWords()
  const { what, place, with: others, carries, costume, handOff, thing } = line
  const isDepartment = of === 'department'
  const passes = thing !== null || (handOff !== null && !isDepartment)
  const along = [
    passes ? null : place,
    isDepartment ? costume : null,
    !passes && !isDepartment && others.length > 0 ? plan.lines.with({ names: others }) : null,
    !passes && carries.length > 0 ? plan.lines.carries({ names: carries }) : null,
  ].filter((word) => word !== null)
  return (
    <p className={c('line', colour(what))}>
      <span aria-hidden="true">{signs[what]}</span> {lineWords(line, of)}
      {along.length > 0 ? <span className={c('quiet')}> · {along.join(' · ')}</span> : null}
    </p>
  )
}

/** One change of one thing, as it is said to whoever it is of. */
export function lineWords(line: TellLine, of: Of): string {
  const { lines } = words().plan
  const { what, place, with: names, handOff, thing, before } = line
  if (thing !== null) {
    const said = { ...thing, thing: thing.name, names, place, before }
    return lines.things[of][what](said)
  }
  if (of === 'department')
    return what === 'leave' ? lines.cutOf(line) : lines.takeOf({ ...line, name: names[0] ?? '' })
  if (handOff !== null) return lines.passes[of][what]({ ...handOff, names, place })
  return lines[of === 'own' ? what : theirs[what]](line)
}

const colour = (what: TellLine['what']): string | false => what !== 'other' && what
const theirs = { take: 'takes', leave: 'leaves', other: 'others' } as const
const signs = { take: '+', leave: '−', other: '≠' } as const
