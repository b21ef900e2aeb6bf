// Space and Enter answer from anywhere on a department's screen, unless they are at work in a control.

import { useKeys } from './use-keys.ts'

export const useTouch = (touch: () => void): void => useKeys({ ' ': touch, Enter: touch })
