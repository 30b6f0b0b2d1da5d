export interface RedriveOptions {
  /** Virtual time from the end of the execution to the redrive, in whole ms; default 0. */
  readonly afterMs?: number
  /** Takes the place of `StartOptions.probes`; by default they stay. */
  readonly probes?: ReadonlySet<string>
}
