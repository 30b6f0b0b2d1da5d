import type { Server } from 'node:http'

export interface AskedOfStandIn {
  readonly name: string
  readonly definition: string
  readonly input: string
  readonly testCase: string | undefined
}

/** Undefined: the execution never ends. */
export function standIn(
  historyOf: (asked: AskedOfStandIn) => Promise<readonly object[] | undefined> | readonly object[] | undefined,
): {
  readonly server: Server
  /** Those that are not deleted. */
  readonly machines: ReadonlyMap<string, unknown>
  readonly asked: readonly { readonly action: string; readonly authorization: string | undefined }[]
}
