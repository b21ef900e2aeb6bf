// How this device comes to trust the house, step by step, to read here or on paper.

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { WayIn } from '../../wire/way-in.ts'
import { askWayIn, cameSafely, goSafely, isTrusted } from '../link/way-in.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { readDisplay } from '../ui/display-settings.ts'
import { deviceKinds, inGroups, kindOf } from './figures.ts'
import styles from './trust.module.css'

const c = classes(styles)

/** `undefined`: not answered yet; `null`: not reached. */
type Asked = WayIn | null | undefined

export function TrustScreen() {
  const { trust } = useWords()
  const [wayIn, set] = useState<Asked>(undefined)
  useEffect(() => {
    void askWayIn().then(set)
  }, [])
  return (
    <main className={c('page')}>
      <title>{trust.title}</title>
      <div className={c('tools')}>
        <a href="/">{trust.back}</a>
        <button type="button" onClick={() => window.print()}>
          {trust.print}
        </button>
      </div>
      <h1 className={c('title')}>{trust.title}</h1>
      <p role="status" className={c('said')}>
        {useSaid(wayIn)}
      </p>
      {cameSafely() || !wayIn || wayIn.port === null ? null : (
        <TryIt port={wayIn.port} own={wayIn.authority === null} />
      )}
      {cameSafely() ? null : <Until />}
      {wayIn?.authority ? <Guide authority={wayIn.authority} /> : null}
    </main>
  )
}

function useSaid(wayIn: Asked): string {
  const { trust } = useWords()
  if (cameSafely()) return trust.trusted
  if (wayIn === undefined) return trust.asking
  if (wayIn === null) return trust.unreachable
  if (wayIn.port === null) return trust.none
  return wayIn.authority === null ? trust.own : trust.notYet
}

function TryIt({ port, own }: { readonly port: number; readonly own: boolean }) {
  const { trust } = useWords()
  const [said, say] = useState('')
  const tryIt = async () => {
    say(trust.trying)
    if (await isTrusted(port)) goSafely(port, JSON.stringify(readDisplay()), '/')
    else say(trust.tried)
  }
  return (
    <div className={c('acts')}>
      <button type="button" className={c('button')} onClick={() => void tryIt()}>
        {own ? trust.goOn : trust.tryIt}
      </button>
      <p role="status">{said}</p>
    </div>
  )
}

function Until() {
  const { trust } = useWords()
  return (
    <section className={c('part')}>
      <h2 className={c('heading')}>{trust.what}</h2>
      <ul className={c('not')}>
        {trust.whatNot.split('\n').map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>{trust.still}</p>
    </section>
  )
}

function Guide({ authority }: { readonly authority: NonNullable<WayIn['authority']> }) {
  const { trust } = useWords()
  const own = kindOf(navigator)
  const first = deviceKinds.filter((kind) => kind === own)
  const kinds = [...first, ...deviceKinds.filter((kind) => kind !== own)]
  const printing = usePrinting()
  return (
    <article className={c('part')}>
      <h2 className={c('heading')}>{trust.first}</h2>
      <p>{trust.compare}</p>
      <dl className={c('figures')}>
        <dt>{trust.certificate}</dt>
        <dd>{authority.name}</dd>
        <dt>{trust.fingerprint}</dt>
        {inGroups(authority.fingerprint).map((line) => (
          <dd key={line}>{line}</dd>
        ))}
        <dt>{trust.thumbprint}</dt>
        {inGroups(authority.thumbprint).map((line) => (
          <dd key={line}>{line}</dd>
        ))}
      </dl>
      <p className={c('acts')}>
        <a className={c('button')} href="/ghostlight-authority.crt">
          {trust.download}
        </a>
      </p>
      <p>{trust.means}</p>
      <h2 className={c('heading')}>{trust.tell}</h2>
      {kinds.map((kind) => (
        <details key={kind} className={c('device')} open={printing || own === null || kind === own}>
          <summary className={c('summary')}>{trust.devices[kind].name}</summary>
          <ol className={c('steps')}>
            {trust.devices[kind].steps.split('\n').map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      ))}
      <h2 className={c('heading')}>{trust.last}</h2>
      <p>{trust.lastSteps}</p>
    </article>
  )
}

/** On paper everything is open. */
function usePrinting(): boolean {
  const [printing, set] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => set(true))
    const end = () => set(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}
