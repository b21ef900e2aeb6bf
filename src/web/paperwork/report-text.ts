// The report as text in this page's language, and as a mail for the program of this computer, which takes only so much.

import type { Report } from '../../core/paperwork/report.ts'
import { reportLetter, reportSubject } from '../../letters/report.ts'
import { countryNow, localeNow, words } from '../speech/speech.ts'

/** Longer addresses are cut short by some mail programs without a word. */
export const MAILTO_LENGTH_MAX = 1_900

const speech = () => ({ words: words(), locale: localeNow(), country: countryNow() })

export const subjectOf = (report: Report): string => reportSubject(report, speech())

export const reportText = (report: Report): string => reportLetter(report, speech())

/** By whole lines: what does not fit is counted, and the mail says so at its end. */
export function mailOf(subject: string, text: string): { readonly address: string; readonly cut: boolean } {
  const lines = text.split('\n')
  for (let taken = lines.length; taken >= 0; taken--) {
    const left = lines.length - taken
    const end = left === 0 ? [] : [words().sendReport.cut({ left })]
    const body = [...lines.slice(0, taken), ...end].join('\r\n')
    const address = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
    if (address.length <= MAILTO_LENGTH_MAX || taken === 0) return { address, cut: left > 0 }
  }
  return { address: 'mailto:', cut: true }
}
