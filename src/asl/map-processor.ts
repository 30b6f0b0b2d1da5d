import { isObject, member } from './json.js'
import type { JsonObject } from './json.js'

/** The fields that hold the states inside a Map; the second is the older name. */
export const PROCESSOR_FIELDS = ['ItemProcessor', 'Iterator'] as const

/** The field that holds the machine inside a Map; undefined if none does. */
export function processorFieldOf(map: unknown): (typeof PROCESSOR_FIELDS)[number] | undefined {
  return isObject(map) ? PROCESSOR_FIELDS.find((field) => isObject(member(map, field))) : undefined
}

/** The machine inside a Map that each item runs through; undefined if there is none. */
export function processorOf(map: unknown): JsonObject | undefined {
  const field = processorFieldOf(map)
  const processor = field && isObject(map) ? member(map, field) : undefined
  return isObject(processor) ? processor : undefined
}

/** How a Map runs its items (`Mode`, `ExecutionType`); undefined if it does not say. */
function processorConfigOf(map: unknown): JsonObject | undefined {
  const processor = processorOf(map)
  const config = processor && member(processor, 'ProcessorConfig')
  return isObject(config) ? config : undefined
}

/** Whether a Map starts a child execution for each item or batch (`ProcessorConfig.Mode` DISTRIBUTED). */
export function isDistributed(map: unknown): boolean {
  const config = processorConfigOf(map)
  return config !== undefined && member(config, 'Mode') === 'DISTRIBUTED'
}
