// The report leaves the house: saved as text, or through the mail program of this computer. Nothing is sent by itself.

import type { Report } from '../../core/paperwork/report.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { savedText } from '../ui/printed.tsx'
import styles from './report.module.css'
import { mailOf, reportText, subjectOf } from './report-text.ts'

const c = classes(styles)

export function SendReport({ report }: { readonly report: Report }) {
  const { sendReport, post } = useWords()
  const subject = subjectOf(report)
  const text = reportText(report)
  const mail = mailOf(subject, text)
  return (
    <>
      <a
        className={c('button')}
        download={`${subject.replace(/[^\p{L}\p{N} ,.-]/gu, '')}.txt`}
        href={savedText(text)}
        onClick={({ currentTarget }) => {
          // Who saved it, and when, is known at the press.
          currentTarget.href = savedText(text)
        }}
      >
        {sendReport.save}
      </a>
      <a className={c('button')} href={mail.address} title={mail.cut ? sendReport.wasCut : undefined}>
        {sendReport.mail}
      </a>
      <a className={c('button')} href={`/post?performance=${report.number}`}>
        {post.link}
      </a>
      {mail.cut ? <small>{sendReport.wasCut}</small> : null}
    </>
  )
}
