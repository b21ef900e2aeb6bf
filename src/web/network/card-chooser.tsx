// Which cards are made, for how many devices and how long.

import { useState } from 'react'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './cards.module.css'
import { CARDS_MAX, type CardPlan, isUsual } from './cards.ts'
import type { Maker } from './use-maker.ts'

const c = classes(styles)
const hours = [4, 12, 24]
const weeks = [1, 4]
const counts = [20, 50, 100]
const HOUR_MINUTES = 60
const WEEK_MINUTES = 7 * 24 * HOUR_MINUTES

export function Chooser({
  plans,
  maker,
  able,
}: {
  readonly plans: readonly CardPlan[]
  readonly maker: Maker
  readonly able: boolean
}) {
  const { cards: words } = useWords()
  const [picked, pick] = useState<ReadonlySet<string> | null>(null)
  const [minutes, setMinutes] = useState(12 * HOUR_MINUTES)
  const [devices, setDevices] = useState(50)
  const [total, setTotal] = useState(0)
  const keys = picked ?? new Set(plans.filter(isUsual).map((plan) => plan.key))
  const wanted = plans.filter((plan) => keys.has(plan.key)).slice(0, CARDS_MAX)
  if (plans.length === 0) return <NoCards />
  return (
    <form
      className={c('chooser')}
      onSubmit={(event) => {
        event.preventDefault()
        setTotal(wanted.length)
        maker.make(wanted, devices, minutes)
      }}
    >
      <Picks plans={plans} keys={keys} pick={pick} />
      <div className={c('choices')}>
        <Choice
          label={words.goodFor}
          value={String(minutes)}
          options={[
            ...hours.map((one) => [String(one * HOUR_MINUTES), words.hours(one)] as const),
            ...weeks.map((one) => [String(one * WEEK_MINUTES), words.weeks(one)] as const),
          ]}
          choose={(to) => setMinutes(Number(to))}
        />
        <Choice
          label={words.devices}
          value={String(devices)}
          options={counts.map((one) => [String(one), words.upTo(one)])}
          choose={(to) => setDevices(Number(to))}
        />
        <button
          type="submit"
          className={c('button')}
          disabled={!able || wanted.length === 0 || maker.left > 0}
        >
          {maker.left > 0
            ? words.making({ done: total - maker.left, all: total })
            : words.make(wanted.length)}
        </button>
      </div>
      <p className={c('lead')}>{words.makeHint}</p>
    </form>
  )
}

function Picks({
  plans,
  keys,
  pick,
}: {
  readonly plans: readonly CardPlan[]
  readonly keys: ReadonlySet<string>
  readonly pick: (keys: ReadonlySet<string>) => void
}) {
  const { cards: words } = useWords()
  const turn = (key: string) => {
    const next = new Set(keys)
    if (!next.delete(key)) next.add(key)
    pick(next)
  }
  return (
    <fieldset className={c('list')}>
      <legend className={c('heading')}>{words.which}</legend>
      <div className={c('choices')}>
        <button
          type="button"
          className={c('button')}
          onClick={() => pick(new Set(plans.map((plan) => plan.key)))}
        >
          {words.all}
        </button>
        <button type="button" className={c('button')} onClick={() => pick(new Set())}>
          {words.none}
        </button>
      </div>
      {plans.map((plan) => (
        <label key={plan.key} className={c('pick')}>
          <input type="checkbox" checked={keys.has(plan.key)} onChange={() => turn(plan.key)} />
          <span>{plan.name}</span>
          <span className={c('kind')}>{words.kinds[plan.kind]}</span>
        </label>
      ))}
    </fieldset>
  )
}

export function Choice({
  label,
  value,
  options,
  choose,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly choose: (to: string) => void
}) {
  return (
    <label className={c('choice')}>
      {label}
      <select className={c('button')} value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function NoCards() {
  const { cards: words } = useWords()
  return (
    <p className={c('lead')}>
      {words.nothing} <a href="/show#details">{words.add}</a>
    </p>
  )
}
