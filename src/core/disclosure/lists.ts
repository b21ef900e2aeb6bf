// Which sections of the report may stand on a producer's or a director's list. Typed by hand, as the policy table is.

/** What a report by list is made of. Cues, attendance, whoever is absent and what was asked about somebody are no sections. */
export const reportSections = ['times', 'holds', 'house', 'notes', 'tasks'] as const
export type ReportSection = (typeof reportSections)[number]

/** Whose report stage management puts together for them, section by section. */
export const listedRoles = ['dir', 'prod'] as const
export type ListedRole = (typeof listedRoles)[number]

const mayHave: Readonly<Record<ListedRole, readonly ReportSection[]>> = {
  dir: ['times', 'holds', 'house', 'notes', 'tasks'],
  // Who has to see to what is between stage management and whoever does it.
  prod: ['times', 'holds', 'house', 'notes'],
}

export const sectionsFor = (role: ListedRole): readonly ReportSection[] => mayHave[role]
