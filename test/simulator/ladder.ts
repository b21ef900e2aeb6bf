// A ladder as it is read by hand from the record: its rungs, who was asked, and what ended it.

export type Asked = {
  readonly person: string
  readonly rung: number
  readonly at: number
  readonly how: string
  readonly byMachine: boolean
  shown: boolean
  answer: string | null
  passedOn: boolean
}

export type Ladder = {
  readonly concern: number
  readonly person: string
  due: string | null
  /** Null: it is not for an entrance, or for none that was near when it was opened. */
  readonly dueAt: number | null
  readonly place: string | null
  /** Null: the machine for an entrance or a silence of its own. */
  readonly raisedBy: string | null
  readonly openedAt: number
  readonly silent: boolean
  readonly forEntrance: boolean
  rungs: readonly { readonly rung: number; readonly at: number }[]
  rung: number
  rungAt: number
  readonly put: Set<number>
  readonly asks: Asked[]
  held: { readonly as: string; readonly by: string | null } | null
  looking: { readonly person: string; readonly until: number } | null
  ended: boolean
  /** When and with which sighting; null while it is open, and where a name ended it. */
  seen: { readonly at: number; readonly sighting: number } | null
}

export type Sighting = {
  readonly people: readonly string[]
  readonly how: string
  readonly by: string | null
  readonly saidAt: number
  withdrawn: boolean
}
