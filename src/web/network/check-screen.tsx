// Check my network: what is known, what is guessed, and the cure for each in plain words.

import { useCallback, useEffect, useState } from 'react'
import { formatClock, instant } from '../../core/kit/time.ts'
import type { NetworkFacts } from '../../wire/network.ts'
import type { Words } from '../../words/words.ts'
import { readAnswer } from '../answers/read-answer.ts'
import { rightsOf } from '../desk/rights.ts'
import { whoAnswers } from '../link/portal.ts'
import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { LetIn } from '../ui/let-in.tsx'
import { agoWords } from '../ui/words.ts'
import styles from './cards.module.css'
import { curesOf } from './cures.ts'
import { diagnose, type Finding } from './diagnose.ts'

const c = classes(styles)

type Looked = NetworkFacts | 'looking' | 'failed' | 'portal'

export function CheckScreen() {
  const { check: words } = useWords()
  const viewer = useSession((state) => state.viewer)
  const { devices, position, calling } = useSession((state) => state.sections)
  const [looked, setLooked] = useState<Looked>('looking')
  const look = useCallback(() => {
    setLooked('looking')
    void ask().then(setLooked)
  }, [])
  useEffect(look, [look])
  if (!viewer || !devices || !rightsOf(viewer, calling).pairs)
    return <p className={c('notice')}>{words.notYours}</p>
  const timeZone = position?.timeZone ?? 'UTC'
  return (
    <main className={c('screen')}>
      <title>{words.title}</title>
      <div className={c('tools')}>
        <a href="/">{words.back}</a>
        <span className={c('gap')} />
        <button type="button" className={c('button')} onClick={look}>
          {words.again}
        </button>
      </div>
      <h1 className={c('title')}>{words.title}</h1>
      <p className={c('lead')}>{words.lead}</p>
      <div role="status">
        {looked === 'looking' ? <p className={c('lead')}>{words.looking}</p> : null}
        {looked === 'portal' ? <Portal /> : null}
        {looked === 'failed' ? <p className={c('lead')}>{words.failed}</p> : null}
      </div>
      {typeof looked === 'string' ? null : (
        <ul className={c('findings')}>
          {diagnose(looked, devices.devices).map((finding) => (
            <Line
              key={JSON.stringify(finding)}
              finding={finding}
              port={new URL(looked.addresses[0] ?? location.origin).port}
              clock={(at) => formatClock(instant(at), timeZone, false)}
            />
          ))}
        </ul>
      )}
    </main>
  )
}

async function ask(): Promise<Looked> {
  // From this device's side first: facts that somebody else tells are none.
  const who = await whoAnswers()
  if (who !== 'house') return who === 'another' ? 'portal' : 'failed'
  const { told } = await readAnswer<NetworkFacts>(fetch('/api/network'), ['addresses', 'now'])
  return told ?? 'failed'
}

function Portal() {
  const { check: words } = useWords()
  return (
    <div className={c('finding')} data-what="portal">
      <span className={c('kind')}>{words.sure.known}</span>
      <div>
        <p>{words.found.portal}</p>
        <p className={c('cure')}>{words.cures.portal}</p>
      </div>
    </div>
  )
}

function Line({
  finding,
  port,
  clock,
}: {
  readonly finding: Finding
  readonly port: string
  readonly clock: (at: number) => string
}) {
  const { check: words } = useWords()
  return (
    <li className={c('finding')} data-what={finding.what}>
      <span className={c('kind')}>{words.sure[finding.sure]}</span>
      <div>
        <p>{foundWords(words.found, finding, clock)}</p>
        {'likelier' in finding && finding.likelier && finding.what !== 'firewall' ? (
          <p>{words.likelier}</p>
        ) : null}
        {curesOf(words.cures, finding, port).map((cure) => (
          <p key={cure} className={c('cure')}>
            {cure}
          </p>
        ))}
        {finding.what === 'only-here' ? <LetIn /> : null}
      </div>
    </li>
  )
}

function foundWords(words: Words['check']['found'], finding: Finding, clock: (at: number) => string): string {
  switch (finding.what) {
    case 'only-here':
      return words.onlyHere
    case 'no-network':
      return words.noNetwork
    case 'moved':
      return words.moved({ clock: clock(finding.at), before: finding.before.join(' · ') })
    case 'not-reached':
      return words.notReached({ address: finding.address })
    case 'nobody-in':
      return words.nobodyIn({ links: String(finding.links), clock: clock(finding.since) })
    case 'firewall':
      return words.firewall
    case 'isolation':
      return words.isolation
    case 'another':
      return words.another({ name: finding.name })
    case 'device-clock':
      return words.deviceClock({ name: finding.name, by: agoWords(Math.abs(finding.ahead)) })
    case 'own-clock':
      return words.ownClock({ devices: String(finding.devices), by: agoWords(Math.abs(finding.ahead)) })
    case 'visited':
      return words.visited({ clock: clock(finding.at) })
    case 'nothing-yet':
      return words.nothingYet
    case 'clocks':
      return words.clocks
    case 'internet':
      return words.internet
    default:
      return finding satisfies never
  }
}
