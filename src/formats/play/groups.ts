// Ids that are trees: SOLDIERS.BRUTUS.Varro_JC is one of SOLDIERS.BRUTUS_JC, who are some of SOLDIERS_JC.

/** Deeper than any play's crowds; an id of thousands of dots is no tree. */
const GROUP_DEPTH_MAX = 8

export function isMember(who: string, group: string): boolean {
  const { stem, end } = partsOf(group)
  return who.startsWith(`${stem}.`) && partsOf(who).end === end
}

/** Every group that somebody is a member of, the nearest first. */
export function groupsOf(who: string): readonly string[] {
  const { stem, end } = partsOf(who)
  const steps = stem.split('.', GROUP_DEPTH_MAX + 1)
  if (steps.length > GROUP_DEPTH_MAX) return []
  return steps.slice(1).map((_step, position) => steps.slice(0, steps.length - 1 - position).join('.') + end)
}

/** The play's own name comes last, after an underscore. */
function partsOf(id: string): { readonly stem: string; readonly end: string } {
  const at = id.lastIndexOf('_')
  return at === -1 ? { stem: id, end: '' } : { stem: id.slice(0, at), end: id.slice(at) }
}
