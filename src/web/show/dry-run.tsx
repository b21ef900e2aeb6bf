// What noticing is worth, tried out on companies that do not exist: a few evenings, at a press.

import { useState } from 'react'
import type { DryRunTold } from '../../wire/dry-run.ts'
import { localeNow, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { askOffice } from './office.ts'
import { Press, Refusal } from './parts.tsx'
import styles from './show.module.css'

const c = classes(styles)

export function DryRun() {
  const { dryRun, files } = words().office
  const [told, tell] = useState<DryRunTold | null>(null)
  const [said, say] = useState<string | null>(null)
  const run = async () => {
    say(files.reading)
    const answer = await askOffice<DryRunTold>('dry-run', {})
    say(answer.ok ? null : answer.sentence)
    if (answer.ok) tell(answer.value)
  }
  return (
    <section className={c('section')} aria-label={dryRun.press}>
      <div className={c('acts')}>
        <Press onClick={() => void run()}>{dryRun.press}</Press>
        <span className={c('hint')}>{dryRun.hint}</span>
      </div>
      <Refusal sentence={said} />
      {told ? <Figures told={told} /> : null}
    </section>
  )
}

function Figures({ told }: { readonly told: DryRunTold }) {
  const { dryRun } = words().office
  const figure = new Intl.NumberFormat(localeNow(), { maximumFractionDigits: 1 })
  const share = new Intl.NumberFormat(localeNow(), { style: 'percent', maximumFractionDigits: 0 })
  const { heads } = dryRun
  return (
    <div role="status">
      <div className={c('figures')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{heads.rule}</th>
              <th scope="col">{heads.before}</th>
              <th scope="col">{heads.asks}</th>
              <th scope="col">{heads.searches}</th>
            </tr>
          </thead>
          <tbody>
            {told.rules.map((one) => (
              <tr key={one.rule}>
                <th scope="row">{dryRun.rules[one.rule]}</th>
                <td>
                  {dryRun.within({ share: share.format(one.before3min), within: share.format(one.within) })}
                </td>
                <td>{figure.format(one.asksPerShow)}</td>
                <td>{figure.format(one.falseSearchesPerShow)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={c('hint')}>{dryRun.on({ ...told, ceiling: share.format(told.ceiling) })}</p>
    </div>
  )
}
