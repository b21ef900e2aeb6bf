// Texts of the reminder that something is kept for longer than it should be.

export const pastTime = {
  title: 'Kept for longer than it should be',
  hint: 'Nothing goes by itself. This is what would go, or would say roles for names; why each is kept so long stands in the data map.',
  line: ({
    title,
    entries,
    since,
    ending,
  }: {
    readonly title: string
    readonly entries: number
    readonly since: string
    readonly ending: 'erased' | 'names-to-roles'
  }) =>
    `${title}: ${entries}, since ${since}; ${ending === 'erased' ? 'would be erased' : 'would say roles for names'}`,
  how: 'Whoever looks after the machine closes the house and runs, first with --dry-run:',
} as const
