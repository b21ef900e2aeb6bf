// Figures that two people compare by eye: in groups of four, as many to a line as one can keep in mind.

const LINE = 16

/** "AB:CD:EF:01…" as "ABCD EF01 …", in lines. */
export function inGroups(fingerprint: string): readonly string[] {
  const figures = fingerprint.replaceAll(':', '')
  const lines = figures.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  return lines.map((line) => (line.match(/.{1,4}/g) ?? []).join(' '))
}

export const deviceKinds = ['ios', 'android', 'windows', 'macos'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** What this device seems to be; null where it does not say, and then all are shown. An iPad calls itself a Mac. */
export function kindOf({
  userAgent,
  maxTouchPoints,
}: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): DeviceKind | null {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios'
  if (/Android/.test(userAgent)) return 'android'
  if (/Windows/.test(userAgent)) return 'windows'
  if (/Macintosh/.test(userAgent)) return maxTouchPoints > 1 ? 'ios' : 'macos'
  return null
}
