// One row of the floor plan: where it is, what it may touch, where it runs and what may lie in it.

export type Room = {
  /** The folder (or single file) this row speaks for; the longest matching path wins. */
  readonly path: string
  /** What happens here, in a stage manager's words. */
  readonly what: string
  /** Rooms it may import, by path; a path also grants what lies under it. Its own room is always granted. */
  readonly rooms: readonly string[]
  /** npm packages and `node:` modules it may import. */
  readonly packages: readonly string[]
  readonly runs: 'everywhere' | 'server' | 'browser' | 'tools'
  /** The most private thing that may lie here. */
  readonly holds: 'public' | 'company' | 'need-to-know' | 'sealed'
  /** May it name the clock, dice and other ambient things (Date, Math.random, setTimeout …)? */
  readonly ambient: boolean
}
