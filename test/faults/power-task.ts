// What power.test.ts asks of the process in which the power fails, and what comes back.

export type PowerTask = {
  readonly rounds: number
  readonly seed: number
  /**
   * What is done wrong on purpose, so that the simulator proves that it sees it. `normal`: commits are not synced, and
   * the database says they are. `believing`: the write-ahead file is believed as it is found, also after failed syncs.
   */
  readonly lie: 'normal' | 'believing' | null
  /** The probability of each sync to fail. */
  readonly syncFails: number
}

export type PowerResult = {
  readonly rounds: number
  readonly acked: number
  /** Acknowledged commands that were not there after a cut. */
  readonly lost: number
  readonly roundsWithLoss: number
  /** Cuts after which the file was damaged or a command only half there. */
  readonly damaged: number
  /** There, though never acknowledged: allowed. */
  readonly unacked: number
  readonly failedSyncs: number
  readonly firstTrouble: string | null
}
