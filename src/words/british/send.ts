// Texts of sending the report: saved, or through the mail program of this computer.

import { which } from './kinds.ts'

export const sendReport = {
  save: 'Save as text',
  mail: 'By this computer’s mail',
  subject: ({
    title,
    number,
    day,
  }: {
    readonly title: string
    readonly number: number
    readonly day: string
  }) => `${title}, ${which(number)}, ${day}: show report`,
  cut: ({ left }: { readonly left: number }) =>
    `[Cut here: ${left} lines more. Mail software takes no more from a page. Save the report as text and attach it.]`,
  wasCut:
    'Longer than mail software takes: the end of it is cut, and the mail says so. Save it as text and attach it.',
  closedAt: ({ clock }: { readonly clock: string }) => `Closed ${clock}`,
  notClosed: 'Not closed yet',
  act: ({
    act,
    up,
    down,
    length,
  }: {
    readonly act: number
    readonly up: string
    readonly down: string
    readonly length: string
  }) => `Act ${act}: up ${up}, down ${down}, ${length}`,
  line: ({ term, value }: { readonly term: string; readonly value: string }) => `${term}: ${value}`,
  held: ({ from, to }: { readonly from: string; readonly to: string }) => `${from} to ${to}`,
}
