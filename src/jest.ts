import type { StatesOf } from './harness/machines/state-name-types.js'
import { findingMatchers } from './explore/finding-matchers.js'
import type { MachineMatchers } from './explore/to-have-no-findings.js'
import { runMatchers } from './verify/matchers.js'
import type { RunMatchers } from './verify/run-matchers.js'

export type { MachineMatchers } from './explore/to-have-no-findings.js'
export type { RunMatchers } from './verify/run-matchers.js'

/**
 * The matchers, for `expect.extend(matchers)` where `expect` is imported from `@jest/globals` (or is bun's, or any other that
 * takes jest's matchers). Importing `aslx/jest` extends the global `expect`, if there is one.
 */
export const matchers = { ...runMatchers, ...findingMatchers }

declare global {
  // jest's own types merge with this, whose parameters must be alike; without them it stands alone.
  namespace jest {
    // oxlint-disable-next-line typescript/no-unused-vars
    interface Matchers<R, T = {}> extends RunMatchers<StatesOf<T>>, MachineMatchers {}
  }
}

interface Extendable {
  readonly extend: (added: typeof matchers) => void
}

const { expect } = globalThis as { readonly expect?: Partial<Extendable> }
if (typeof expect?.extend === 'function') expect.extend(matchers)
