// On paper alone: when a page that is there without the app was printed, and a line for whoever did.

import type { Words } from '../words/words.ts'
import { type Html, html } from './html.ts'

/** Without a script the time is written in by hand, too. */
export const printedBy = ({ papers }: Pick<Words, 'papers'>): Html =>
  html`<p class="printed">${papers.printedWhen} <span data-part="printed-when">________________</span> ${papers.printedWho} ______________________</p>`

export const printedByStyle = '.printed{display:none}@media print{.printed{display:block;font-size:9pt}}'
