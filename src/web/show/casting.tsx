// Who plays what by doubling, with as few as can or as many as there are; whoever is chosen for a performer has the tracks with one press.

import { type FormEvent, useState } from 'react'
import type { CastingTold } from '../../wire/casting.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { askOffice } from './office.ts'
import { Choose, Field, Press, Refusal } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'

const c = classes(styles)

/** About twenty lines of verse. */
const USUAL_CHANGE = '70'

export function Casting({ show, edit }: Editing) {
  const { casting: says } = words().office
  const [change, setChange] = useState(USUAL_CHANGE)
  const [performers, setPerformers] = useState('')
  const [told, tell] = useState<CastingTold | null>(null)
  const [said, say] = useState<string | null>(null)
  const work = async (event: FormEvent) => {
    event.preventDefault()
    say(says.working)
    const asked = new URLSearchParams({ change, performers })
    const answer = await askOffice<CastingTold>(`casting?${asked.toString()}`)
    say(answer.ok ? null : answer.sentence)
    tell(answer.ok ? answer.value : null)
  }
  return (
    <section className={c('section')} aria-label={says.title}>
      <h2 className={c('heading')}>{says.title}</h2>
      <p className={c('hint')}>{says.lead}</p>
      <form className={c('form')} onSubmit={(event) => void work(event)}>
        <div className={c('fields')}>
          <Field
            label={says.performers}
            placeholder={says.performersHint}
            inputMode="numeric"
            maxLength={4}
            value={performers}
            onChange={(event) => setPerformers(event.target.value)}
          />
          <Field
            label={says.change}
            inputMode="numeric"
            maxLength={4}
            value={change}
            onChange={(event) => setChange(event.target.value)}
          />
        </div>
        <div className={c('acts')}>
          <Press type="submit">{says.work}</Press>
        </div>
      </form>
      <Refusal sentence={said} />
      <a className={c('button')} href="/plots#doubling">
        {says.drawn}
      </a>
      {told ? <Chart key={keyOf(told)} told={told} show={show} edit={edit} /> : null}
    </section>
  )
}

/** Another sharing out of the parts is chosen for anew. */
const keyOf = ({ performers }: CastingTold): string => performers.map(({ parts }) => parts.join()).join(';')

/** Who is engaged to play. */
const playing: ReadonlySet<string> = new Set(['principal', 'ensemble', 'alternate', 'child'])

/** Beside each performer who has nobody yet, the next of the company who plays. */
function filled({ people }: Editing['show'], chosen: readonly string[]): readonly string[] {
  const free = people.filter(({ kind, name }) => playing.has(kind) && !chosen.includes(name))
  let next = 0
  return chosen.map((name) => {
    if (name !== '') return name
    next += 1
    return free[next - 1]?.name ?? ''
  })
}

function Chart({ told, show, edit }: Editing & { readonly told: CastingTold }) {
  const { casting: says } = words().office
  const { performers } = told
  const [chosen, choose] = useState<readonly string[]>(() => performers.map(({ owner }) => owner))
  const [said, say] = useState<string | null>(null)
  if (performers.length === 0) return <p role="status">{says.nobody}</p>
  const use = async () => {
    const rows = rowsOf(show, told, chosen)
    const twice = chosen.find((name, at) => name !== '' && chosen.indexOf(name) !== at)
    if (twice !== undefined) return say(says.twice({ name: twice }))
    if (rows.length === 0) return say(says.none)
    const refused = await edit({ name: 'tracks.put', track: null, rows })
    say(refused ?? says.used({ many: rows.length }))
  }
  const people = [{ id: '', name: says.later }, ...show.people.map(({ name }) => ({ id: name, name }))]
  return (
    <>
      <Proof told={told} />
      <section className={c('scroll')} aria-label={says.count({ many: performers.length })}>
        <table className={c('table', 'stacks')}>
          <thead>
            <tr>
              <th scope="col">{says.performer}</th>
              <th scope="col">{says.parts}</th>
            </tr>
          </thead>
          <tbody>
            {performers.map(({ parts }, at) => (
              <tr key={parts.join()}>
                <td className={c('named')}>
                  <Choose
                    label={says.who({ number: at + 1 })}
                    value={chosen[at] ?? ''}
                    options={people}
                    choose={(name) => choose(chosen.with(at, name))}
                  />
                </td>
                <td>{parts.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {show.people.length === 0 ? (
        <p className={c('hint')}>{says.noPeople}</p>
      ) : (
        <div className={c('acts')}>
          {chosen.includes('') ? (
            <Press onClick={() => choose(filled(show, chosen))}>{says.fill}</Press>
          ) : null}
          <Press main onClick={() => void use()}>
            {says.use}
          </Press>
        </div>
      )}
      <Refusal sentence={said} />
    </>
  )
}

function Proof({ told: { performers, fewest, together, isProved } }: { readonly told: CastingTold }) {
  const { casting: says } = words().office
  return (
    <div role="status">
      <p>
        {says.count({ many: performers.length })}{' '}
        {performers.length > fewest ? says.shared({ fewest }) : null}
      </p>
      <p className={c('hint')}>
        {isProved
          ? says.proved({ many: together.length, parts: together.join(', ') })
          : says.open({ least: together.length })}
      </p>
    </div>
  )
}

/** The tracks as they would be: nobody covers what is their own. */
const rowsOf = (
  show: Editing['show'],
  { performers }: CastingTold,
  chosen: readonly string[],
): Extract<Parameters<Editing['edit']>[0], { name: 'tracks.put' }>['rows'] =>
  performers.flatMap(({ tracks }, at) => {
    const owner = chosen[at] ?? ''
    if (owner === '') return []
    return show.tracks
      .filter(({ code }) => tracks.includes(code))
      .map(({ code, title, kind, covers }) => ({
        ...{ code, title, kind, owner },
        covers: covers.filter((name) => name !== owner),
      }))
  })
