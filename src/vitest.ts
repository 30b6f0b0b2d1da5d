import { expect } from 'vitest'
import type { StatesOf } from './harness/machines/state-name-types.js'
import { findingMatchers } from './explore/finding-matchers.js'
import type { MachineMatchers } from './explore/to-have-no-findings.js'
import { runMatchers } from './verify/matchers.js'
import type { RunMatchers } from './verify/run-matchers.js'

export type { MachineMatchers } from './explore/to-have-no-findings.js'
export type { RunMatchers } from './verify/run-matchers.js'

declare module 'vitest' {
  // Type parameters of merged interfaces must be alike, and vitest's own has this default.
  // oxlint-disable-next-line typescript/no-explicit-any
  interface Matchers<T = any> extends RunMatchers<StatesOf<T>>, MachineMatchers {}
}

expect.extend({ ...runMatchers, ...findingMatchers })
