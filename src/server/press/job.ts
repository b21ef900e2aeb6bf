// What the press is handed: sheets in words, the paper they go on, and what stands at the head and foot of each page.

import type { Block } from '../../core/paperwork/sheets/sheet.ts'

export const paperSizes = ['A4', 'Letter'] as const
export type PaperSize = (typeof paperSizes)[number]

export type PressSheet = {
  readonly name: string
  readonly large: boolean
  readonly blocks: readonly Block[]
  /** For a sheet of one page: the same with less and less on it, the first of them with every word. The first that keeps to one page is printed. */
  readonly shorter?: readonly (readonly Block[])[] | undefined
  /** "version 2 · K7QD": how an old copy is told from the one that counts. */
  readonly version: string
}

export type PressJob = {
  readonly title: string
  readonly language: 'en-GB' | 'en-US'
  readonly paper: PaperSize
  /** Under the name of each sheet: show, performance, day, curtain, house. */
  readonly head: string
  /** "printed Thursday 26 November 2026, 18:55:03". */
  readonly printed: string
  readonly sheets: readonly PressSheet[]
}

/** More than this is no set for a night. The largest show we have makes some forty. */
export const PAGES_MAX = 600
