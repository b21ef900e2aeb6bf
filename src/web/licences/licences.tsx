// Whose work is built in: a line for each package, which opens to the words of its licence.

import { useEffect, useState } from 'react'
import type { Licences } from '../../wire/licences.ts'
import { readAnswer } from '../answers/read-answer.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './licences.module.css'

const c = classes(styles)

export function LicencesScreen() {
  const { licences: words } = useWords()
  const [told, tell] = useState<Licences | 'asking' | 'failed'>('asking')
  useEffect(() => void ask().then(tell), [])
  return (
    <main className={c('page')}>
      <title>{words.title}</title>
      <a className={c('back')} href="/">
        {words.back}
      </a>
      <h1 className={c('title')}>{words.title}</h1>
      <p>{words.lead}</p>
      <p role="status">{told === 'failed' ? words.failed : ''}</p>
      {typeof told === 'string' ? null : <Lines told={told} />}
    </main>
  )
}

async function ask(): Promise<Licences | 'failed'> {
  const { told } = await readAnswer<Licences>(fetch('/api/licences'), ['bundled', 'beside'])
  return told ?? 'failed'
}

function Lines({ told: { bundled, beside } }: { readonly told: Licences }) {
  const { licences: words } = useWords()
  if (bundled.length === 0) return <p>{words.none}</p>
  return (
    <>
      {bundled.map((one) => (
        <details key={`${one.name} ${one.version}`} className={c('line')}>
          <summary>{words.line({ ...one, terms: one.licence })}</summary>
          <p className={c('words')}>{one.words}</p>
        </details>
      ))}
      <p>{words.beside({ names: beside.join(', ') })}</p>
    </>
  )
}
