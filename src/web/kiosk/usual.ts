// What the tablet at the stage door does when nobody has set it to anything.

/** Whoever comes next finds the tablet as it usually is, not as the last one left it. */
export const BACK_TO_USUAL_MS = 20_000
