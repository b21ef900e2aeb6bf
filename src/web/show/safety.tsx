// What the building has: assembly points, AEDs, kits, first-aiders, row by row; and what it lacks before the first performance.

import { useState } from 'react'
import {
  SAFETY_ROWS_MAX,
  type Safety,
  type SafetyList,
  safetyDays,
  safetyFields,
  safetyLists,
} from '../../core/show/safety.ts'
import type { Check } from '../../core/show/safety-checks.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Field, Press, Refusal, Remove } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'
import { useKept } from './use-kept.ts'

const c = classes(styles)
const LENGTH_MAX = 200
const DAY = '2026-11-24'

type Row = { readonly key: number; readonly texts: Readonly<Record<string, string>> }
type Rows = Readonly<Record<SafetyList, readonly Row[]>>

let drawn = 0
const fresh = (texts: Row['texts']): Row => {
  drawn += 1
  return { key: drawn, texts }
}

/** `of`: what is written of one; every field of its kind is a text while it is typed. */
const textsOf = (list: SafetyList, of: object): Row['texts'] => {
  const held = new Map<string, unknown>(Object.entries(of))
  return Object.fromEntries(safetyFields[list].map((field) => [field, String(held.get(field) ?? '')]))
}

const rowsOf = (safety: Safety): Rows => {
  const of = (list: SafetyList) => safety[list].map((one) => fresh(textsOf(list, one)))
  const [points, aeds, kits, aiders] = [of('points'), of('aeds'), of('kits'), of('aiders')]
  return { points, aeds, kits, aiders, phones: of('phones') }
}

/** What there is one of. */
const own = ['route', 'hospital', 'trainer', 'trainerOn'] as const

const ownOf = ({ route, hospital, trainer }: Safety): Readonly<Record<(typeof own)[number], string>> => ({
  ...{ route: route ?? '', hospital: hospital ?? '' },
  ...{ trainer: trainer?.name ?? '', trainerOn: trainer?.on ?? '' },
})

export function SafetyForm({ show, edit }: Editing) {
  const { safety: said } = useWords()
  const [rows, set] = useState(() => rowsOf(show.safety))
  const [texts, write] = useState(() => ownOf(show.safety))
  const { said: told, changed, keep } = useKept()
  const save = () => {
    const typed = (list: SafetyList) => rows[list].map((row) => row.texts)
    const lists = {
      points: typed('points'),
      aeds: typed('aeds'),
      kits: typed('kits'),
      aiders: typed('aiders'),
      phones: typed('phones'),
    }
    const safety = { ...texts, ...lists }
    return edit({ name: 'safety.set', safety })
  }
  return (
    <form
      className={c('form')}
      aria-label={said.title}
      onSubmit={(event) => {
        event.preventDefault()
        void keep(save, () => said.saved)
      }}
    >
      <h2>{said.title}</h2>
      <p className={c('hint')}>{said.why}</p>
      <Own
        texts={texts}
        change={(next) => {
          changed()
          write(next)
        }}
      />
      {safetyLists.map((list) => (
        <List
          key={list}
          list={list}
          rows={rows[list]}
          change={(next) => {
            changed()
            set({ ...rows, [list]: next })
          }}
        />
      ))}
      <Refusal sentence={told} />
      <div className={c('acts')}>
        <Press main type="submit">
          {said.save}
        </Press>
      </div>
    </form>
  )
}

type Texts = ReturnType<typeof ownOf>

function Own({ texts, change }: { readonly texts: Texts; readonly change: (next: Texts) => void }) {
  const { safety: said } = useWords()
  return (
    <div className={c('fields', 'roomy')}>
      {own.map((field) => (
        <Field
          key={field}
          label={said[field]}
          placeholder={field === 'trainerOn' ? DAY : undefined}
          value={texts[field]}
          maxLength={LENGTH_MAX}
          onChange={(event) => change({ ...texts, [field]: event.target.value })}
        />
      ))}
    </div>
  )
}

type ListProps = {
  readonly list: SafetyList
  readonly rows: readonly Row[]
  readonly change: (rows: readonly Row[]) => void
}

function List({ list, rows, change }: ListProps) {
  const { safety: said } = useWords()
  return (
    <fieldset className={c('rows')}>
      <legend>{said.lists[list]}</legend>
      {rows.map((row, index) => (
        <div key={row.key} className={c('fields', 'roomy')}>
          {safetyFields[list].map((field) => (
            <Field
              key={field}
              label={said.row({ list: said.lists[list], number: index + 1, field: said.fields[field] })}
              placeholder={safetyDays.includes(field) ? DAY : undefined}
              value={row.texts[field] ?? ''}
              maxLength={LENGTH_MAX}
              onChange={(event) =>
                change(
                  rows.map((one) =>
                    one === row ? { ...row, texts: { ...row.texts, [field]: event.target.value } } : one,
                  ),
                )
              }
            />
          ))}
          <Remove
            what={`${said.lists[list]} ${index + 1}`}
            act={() => change(rows.filter((one) => one !== row))}
          />
        </div>
      ))}
      {rows.length < SAFETY_ROWS_MAX[list] ? (
        <Press onClick={() => change([...rows, fresh(textsOf(list, {}))])}>{said.add[list]}</Press>
      ) : null}
    </fieldset>
  )
}

const shapes: Readonly<Record<Check['is'], string>> = { well: '✓', unsaid: '○', old: '▲', soon: '△' }

/** Each line with a shape and a word; what is not said stands first. */
export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const { safety } = useWords()
  const said = safety.checks
  const rank = ({ is }: Check) => ['old', 'unsaid', 'soon', 'well'].indexOf(is)
  const left = checks.filter(({ is }) => is === 'unsaid' || is === 'old').length
  return (
    <section className={c('section')} aria-label={said.title}>
      <h2>{said.title}</h2>
      <p className={c('hint')} role="status">
        {left === 0 ? said.well : said.left({ count: left })}
      </p>
      <ul className={c('checks')}>
        {checks
          .toSorted((one, other) => rank(one) - rank(other))
          .map((one) => (
            <li key={one.name}>
              {shapes[one.is]} {said.names[one.name]}: <b>{said.states[one.is]}</b>
              {one.which.length === 0 ? '' : ` (${one.which.join(', ')})`}
            </li>
          ))}
      </ul>
    </section>
  )
}
