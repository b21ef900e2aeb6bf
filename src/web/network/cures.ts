// The cure for each finding, a line for each system where they differ.

import type { Words } from '../../words/words.ts'
import type { Finding } from './diagnose.ts'

export function curesOf(words: Words['check']['cures'], { what }: Finding, port: string): readonly string[] {
  switch (what) {
    case 'only-here':
      return [words.onlyHere]
    case 'no-network':
      return [words.noNetwork]
    case 'moved':
      return [words.moved]
    case 'firewall':
      return [words.firewall.windows, words.firewall.mac, words.firewall.linux({ port })]
    case 'isolation':
      return [words.isolation.any]
    case 'another':
      return [words.another]
    case 'device-clock':
      return [words.deviceClock]
    case 'own-clock':
      return [words.ownClock.windows, words.ownClock.mac, words.ownClock.linux]
    default:
      return []
  }
}
