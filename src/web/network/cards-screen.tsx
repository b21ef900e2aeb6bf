// Cards to print: a code for each dressing room, wing and department, to hang where it is needed.

import { useState } from 'react'
import { countryPack } from '../../core/show/countries/packs.ts'
import type { DevicesSection } from '../../wire/messages.ts'
import { rightsOf } from '../desk/rights.ts'
import { useLink, usePress, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Freshness } from '../ui/frame.tsx'
import { LetIn } from '../ui/let-in.tsx'
import { Choice, Chooser } from './card-chooser.tsx'
import styles from './cards.module.css'
import { cardPlans } from './cards.ts'
import { PrintedCard } from './printed-card.tsx'
import { useMaker } from './use-maker.ts'

const c = classes(styles)

const papers = ['A4', 'Letter'] as const
const none: readonly never[] = []
const RENEWED_DEVICES = 50
const RENEWED_MINUTES = 7 * 24 * 60

export function CardsScreen() {
  const { cards: words } = useWords()
  const viewer = useSession((state) => state.viewer)
  const { devices, calling, position } = useSession((state) => state.sections)
  const title = position?.title ?? 'Ghostlight'
  if (!viewer || !devices || !rightsOf(viewer, calling).pairs)
    return <p className={c('notice')}>{words.notYours}</p>
  return (
    <>
      <title>{`${words.title} · ${title}`}</title>
      <Cards devices={devices} title={title} timeZone={position?.timeZone ?? 'UTC'} />
    </>
  )
}

type Shown = { readonly devices: DevicesSection; readonly title: string; readonly timeZone: string }

function Cards({ devices, title, timeZone }: Shown) {
  const { cards: words } = useWords()
  const departments = useSession((state) => state.sections.cues?.departments ?? none)
  const maker = useMaker(devices.groups)
  const country = useSession((state) => state.sections.position?.country ?? 'GB')
  const [paperChosen, setPaper] = useState<string | null>(null)
  const paper = paperChosen ?? countryPack(country).paper
  const [size, setSize] = useState<string>('four')
  const [chosen, choose] = useState<string | null>(null)
  const { address, number } = leading(devices, chosen)
  const linkOf = (group: string) => devices.groups.find((one) => one.id === group)
  const dead = maker.cards.filter((one) => !linkOf(one.group)).length
  return (
    <main className={c('screen', size === 'one' ? 'one' : 'four', paper === 'A4' ? 'a4' : 'letter')}>
      <Tools able={maker.cards.length > dead} />
      <div className={c('plan')}>
        <h1 className={c('title')}>{words.title}</h1>
        <p className={c('lead')}>{words.lead}</p>
        {address === null ? (
          <div className={c('only')}>
            <p>{words.onlyHere}</p>
            <LetIn />
          </div>
        ) : null}
        <div className={c('choices')}>
          {address === null ? null : (
            <Choice
              label={words.leadsTo}
              value={address}
              options={devices.addresses.map(same)}
              choose={choose}
            />
          )}
          <Choice label={words.paper} value={paper} options={papers.map(same)} choose={setPaper} />
          <Choice label={words.size} value={size} options={Object.entries(words.sizes)} choose={setSize} />
        </div>
        <Chooser plans={cardPlans(devices.places, departments)} maker={maker} able={address !== null} />
        <Renewing groups={devices.groups} />
        <p className={c('said')} role="status">
          {maker.refused ?? (dead > 0 ? words.dead(dead) : '')}
        </p>
      </div>
      {address === null ? null : (
        <div className={c('cards', 'colours')}>
          {maker.cards.map((card) => (
            <PrintedCard
              key={card.group}
              {...{ address, number, timeZone, title }}
              card={{ ...card, until: linkOf(card.group)?.until ?? card.until }}
              open={linkOf(card.group) !== undefined}
            />
          ))}
        </div>
      )}
    </main>
  )
}

/** Also what was made in another tab, or a week ago: the server knows which links are open. */
function Renewing({ groups }: { readonly groups: DevicesSection['groups'] }) {
  const { cards: words } = useWords()
  const link = useLink()
  const [pressed, setPressed] = useState<string | null>(null)
  const outcome = usePress(pressed)?.outcome ?? null
  if (groups.length === 0) return null
  const renew = () =>
    link.press({
      name: 'group.renew',
      devices: RENEWED_DEVICES,
      minutes: RENEWED_MINUTES,
      groups: groups.map(({ id }) => id),
    })
  return (
    <>
      <div className={c('choices')}>
        <button type="button" className={c('button')} onClick={() => setPressed(renew())}>
          {words.renew}
        </button>
        <span role="status">
          {outcome === null ? '' : outcome.kind === 'done' ? words.renewed : outcome.sentence}
        </span>
      </div>
      <p className={c('lead')}>{words.renewHint}</p>
    </>
  )
}

function Tools({ able }: { readonly able: boolean }) {
  const { cards: words } = useWords()
  return (
    <div className={c('tools')}>
      <a href="/">{words.back}</a>
      <span className={c('gap')} />
      <Freshness />
      <button type="button" className={c('button')} onClick={() => window.print()} disabled={!able}>
        {words.print}
      </button>
    </div>
  )
}

/** What a card leads to: the name, which stays, unless another is chosen; and a number for who does not find it. */
function leading({ addresses, name }: DevicesSection, chosen: string | null) {
  const isName = (address: string) => name != null && address.includes(`//${name}:`)
  const usual = addresses.find(isName) ?? addresses[0] ?? null
  const address = addresses.find((one) => one === chosen) ?? usual
  return { address, number: addresses.find((one) => one !== address && !isName(one)) ?? null }
}

const same = (text: string): readonly [string, string] => [text, text]
