// The way in with a certificate, at the desk: made by one press, and what devices compare.

import type { SecureLine } from '../../wire/way-in.ts'
import { useLink } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import styles from './trust-line.module.css'

const c = classes(styles)

export function TrustLine({ secure }: { readonly secure: SecureLine | undefined }) {
  const { trust } = useWords()
  if (!secure) return null
  return (
    <section className={c('trust')} aria-label={trust.desk.heading}>
      <p className={c('head')}>{trust.desk.heading}</p>
      <Standing secure={secure} />
    </section>
  )
}

function Standing({ secure: { port, authority, problem } }: { readonly secure: SecureLine }) {
  const { desk } = useWords().trust
  const link = useLink()
  if (problem !== null) return <p role="status">{problem}</p>
  if (port === null) {
    return (
      <>
        <p>{desk.none}</p>
        <Button small onClick={() => link.press({ name: 'certificate.make' })}>
          {desk.make}
        </Button>
      </>
    )
  }
  if (authority === null) return <p>{desk.own({ port })}</p>
  return (
    <>
      <p>{desk.open({ port })}</p>
      <p>
        {desk.compare}{' '}
        <span className={c('figures')}>{authority.fingerprint.slice(0, 23).replaceAll(':', '')}</span>
      </p>
      <a className={c('page')} href="/trust" target="_blank" rel="noreferrer">
        {desk.page}
      </a>
    </>
  )
}
