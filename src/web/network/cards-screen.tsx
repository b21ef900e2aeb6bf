// Cards to print: a code for each dressing room, wing and department, to hang where it is needed.

import { useState } from 'react'
import { rightsOf } from '../desk/rights.ts'
import { useSession } from '../link/store.ts'
import { classes } from '../ui/classes.ts'
import { Freshness } from '../ui/frame.tsx'
import { cardWords as words } from './card-words.ts'
import styles from './cards.module.css'
import { CARDS_MAX, type CardPlan, cardPlans, isUsual } from './cards.ts'
import { PrintedCard } from './printed-card.tsx'
import { type Maker, useMaker } from './use-maker.ts'

const c = classes(styles)

const papers = ['A4', 'Letter'] as const
const hours = [4, 12, 24]
const counts = [20, 50, 100]
const none: readonly never[] = []

export function CardsScreen() {
  const viewer = useSession((state) => state.viewer)
  const { devices, cues, position, calling } = useSession((state) => state.sections)
  const maker = useMaker(devices?.groups ?? none)
  const [paper, setPaper] = useState<string>('A4')
  const [size, setSize] = useState('four')
  const [chosen, choose] = useState<string | null>(null)
  if (!viewer || !devices || !rightsOf(viewer, calling).pairs)
    return <p className={c('notice')}>{words.notYours}</p>
  const { addresses, name } = devices
  const byName = addresses.find((one) => name != null && one.includes(`//${name}:`)) ?? addresses[0] ?? null
  const address = addresses.find((one) => one === chosen) ?? byName
  const number =
    addresses.find((one) => one !== address && !(name != null && one.includes(`//${name}:`))) ?? null
  const isOpen = (group: string) => devices.groups.some((one) => one.id === group)
  const dead = maker.cards.filter((one) => !isOpen(one.group)).length
  return (
    <main className={c('screen', size === 'one' ? 'one' : 'four')}>
      <title>{`${words.title} · ${position?.title ?? 'Ghostlight'}`}</title>
      <style>{`@page { size: ${paper}; margin: 12mm }`}</style>
      <div className={c('tools')}>
        <a href="/">{words.back}</a>
        <span className={c('gap')} />
        <Freshness />
        <button
          type="button"
          className={c('button')}
          onClick={() => window.print()}
          disabled={maker.cards.length === dead}
        >
          {words.print}
        </button>
      </div>
      <div className={c('plan')}>
        <h1 className={c('title')}>{words.title}</h1>
        <p className={c('lead')}>{words.lead}</p>
        {address === null ? <p className={c('only')}>{words.onlyHere}</p> : null}
        <div className={c('choices')}>
          {address === null ? null : (
            <Choice label={words.leadsTo} value={address} options={addresses.map(same)} choose={choose} />
          )}
          <Choice label={words.paper} value={paper} options={papers.map(same)} choose={setPaper} />
          <Choice label={words.size} value={size} options={Object.entries(words.sizes)} choose={setSize} />
        </div>
        <Chooser
          plans={cardPlans(devices.places, cues?.departments ?? none)}
          maker={maker}
          able={address !== null}
        />
        <p className={c('said')} role="status">
          {maker.refused ?? (dead > 0 ? words.oldCards(dead) : '')}
        </p>
      </div>
      {address === null ? null : (
        <div className={c('cards')}>
          {maker.cards.map((card) => (
            <PrintedCard
              key={card.group}
              {...{ card, address, number }}
              timeZone={position?.timeZone ?? 'UTC'}
              title={position?.title ?? 'Ghostlight'}
              open={isOpen(card.group)}
            />
          ))}
        </div>
      )}
    </main>
  )
}

const same = (text: string): readonly [string, string] => [text, text]

function Chooser({
  plans,
  maker,
  able,
}: {
  readonly plans: readonly CardPlan[]
  readonly maker: Maker
  readonly able: boolean
}) {
  const [picked, pick] = useState<ReadonlySet<string> | null>(null)
  const [minutes, setMinutes] = useState(12 * 60)
  const [devices, setDevices] = useState(50)
  const [total, setTotal] = useState(0)
  const keys = picked ?? new Set(plans.filter(isUsual).map((plan) => plan.key))
  const wanted = plans.filter((plan) => keys.has(plan.key)).slice(0, CARDS_MAX)
  const turn = (key: string) => {
    const next = new Set(keys)
    if (!next.delete(key)) next.add(key)
    pick(next)
  }
  if (plans.length === 0) return <p className={c('lead')}>{words.noPlaces}</p>
  return (
    <form
      className={c('chooser')}
      onSubmit={(event) => {
        event.preventDefault()
        setTotal(wanted.length)
        maker.make(wanted, devices, minutes)
      }}
    >
      <fieldset className={c('list')}>
        <legend className={c('heading')}>{words.chooseHeading}</legend>
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
      <div className={c('choices')}>
        <Choice
          label={words.goodFor}
          value={String(minutes)}
          options={hours.map((one) => [String(one * 60), words.hours(one)])}
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
          {maker.left > 0 ? words.making(total - maker.left, total) : words.make(wanted.length)}
        </button>
      </div>
      <p className={c('lead')}>{words.makeHint}</p>
    </form>
  )
}

function Choice({
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
