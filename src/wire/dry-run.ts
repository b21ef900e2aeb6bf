// What the screen of the files is told of a dry run.

export const dryRunRules = [
  'entrance-only',
  'timeout',
  'overdue',
  'cusum',
  'risk',
  'head-count',
  'quiet',
  'full',
  'lists',
] as const
type DryRunRule = (typeof dryRunRules)[number]

export type DryRunTold = {
  readonly layouts: number
  readonly evenings: number
  /** Looked at one by one: somebody who is not seen any more from a moment on. */
  readonly incidents: number
  /** Share of them that leave three minutes at all. */
  readonly ceiling: number
  readonly rules: readonly {
    readonly rule: DryRunRule
    readonly asksPerShow: number
    readonly falseSearchesPerShow: number
    /** Share that was looked for three minutes before the entrance, and within how much that is known. */
    readonly before3min: number
    readonly within: number
  }[]
}
