import { readSourceFile } from '../iac/source-file.js'
import type { Scenario } from './scenario.js'
import { parseWrittenScenario } from './written-scenario.js'

/** Reads a scenario file, YAML or JSON. UserError with the file if it cannot be read or is no scenario. */
export function loadScenario(path: string): Scenario {
  return parseWrittenScenario(readSourceFile(path), path)
}
