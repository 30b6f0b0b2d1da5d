import type { Runtime } from './fault-definition.js'

const families: readonly (readonly [prefix: string, runtime: Runtime])[] = [
  ['node', 'node'],
  ['python', 'python'],
  ['java', 'java'],
  ['dotnet', 'dotnet'],
  ['ruby', 'ruby'],
  ['go', 'go'],
  ['provided', 'go'],
]

/**
 * The runtime behind a function's `Runtime`, e.g. `python` for `python3.13`. An OS-only runtime (`provided.al2023`)
 * counts as Go, its most frequent tenant; no runtime (a container image) and unknown ones as Node.
 */
export function runtimeFamily(identifier: string | undefined): Runtime {
  return families.find(([prefix]) => identifier?.startsWith(prefix))?.[1] ?? 'node'
}
