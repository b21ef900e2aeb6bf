// Whose account on this machine it is: at the command line nobody is signed in, and this is all that is known of who it was.

import { userInfo } from 'node:os'

export function atCommandLine(): string {
  try {
    return `${userInfo().username}, at the command line`
  } catch {
    return 'somebody, at the command line'
  }
}
