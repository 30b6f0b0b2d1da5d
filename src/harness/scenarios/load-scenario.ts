import type { Scenario } from './scenario.js'
import { readWritten } from './data-file.js'
import { type WrittenScenario, readWrittenScenario } from './scenario-file.js'

/** Reads a scenario file, YAML or JSON. UserError with the file if it cannot be read or is no scenario. */
export function loadScenario(path: string): Scenario {
  return loadWrittenScenario(path).scenario
}

/** As `loadScenario`, and knows where each part stands. */
export function loadWrittenScenario(path: string): WrittenScenario {
  return readWrittenScenario(readWritten(path, 'a scenario file (YAML or JSON)'), path)
}
