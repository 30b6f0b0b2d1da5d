import { isObject, member } from '../../asl/json.js'
import { HoleValue } from './hole-value.js'
import { known, type OpenValue } from './open-value.js'
import { valueAtPath } from './path-value.js'
import type { GraphState } from './state-graph.js'
import type { ValueFlow } from './value-flow.js'
import type { ValueScope } from './value-scope.js'
import { withMapItem } from './walk-context.js'

/** Items of a list that are walked; those that are all known may be many. */
export const MOST_WALKED_ITEMS = 3

const WRITTEN = {
  MapRunArn: 'arn:aws:states:us-east-1:123456789012:mapRun:Machine/Map:run',
  ResultWriterDetails: { Bucket: 'bucket', Key: 'manifest.json' },
}

/** The list that a Map goes over; what an ItemReader gets is made up. */
export function mapItems(
  state: GraphState,
  flow: ValueFlow,
  scope: ValueScope,
  readers: Map<string, HoleValue>,
): OpenValue | undefined {
  if (member(state.definition, 'ItemReader') !== undefined) {
    const hole = readers.get(state.pointer) ?? new HoleValue({}, scope.trail)
    readers.set(state.pointer, hole)
    return { kind: 'hole', hole }
  }
  const written = member(state.definition, state.isJsonata ? 'Items' : 'ItemsPath')
  if (written === undefined) return scope.input
  if (state.isJsonata) return flow.template(written, scope)
  return typeof written === 'string' ? valueAtPath(written, scope) : undefined
}

/** What an iteration begins with: the item, what is selected of it, or a batch. */
export function itemInput(
  state: GraphState,
  flow: ValueFlow,
  scope: ValueScope,
  item: OpenValue,
  index: number,
): OpenValue | undefined {
  const { definition } = state
  const selector = member(definition, 'ItemSelector') ?? member(definition, 'Parameters')
  const context = withMapItem(scope.context, item, index)
  const selected = selector === undefined ? item : flow.template(selector, { ...scope, context })
  const batcher = member(definition, 'ItemBatcher')
  if (!selected || !isObject(batcher)) return selected
  const members = new Map<string, OpenValue>([['Items', { kind: 'list', items: [selected] }]])
  const shared = member(batcher, 'BatchInput')
  const input = shared === undefined ? undefined : flow.template(shared, scope)
  if (input) members.set('BatchInput', input)
  return { kind: 'object', members, below: undefined }
}

/** What comes of a Map: the results of its items, or where they were written. */
export function mapResult({ definition }: GraphState, items: readonly OpenValue[]): OpenValue {
  return member(definition, 'ResultWriter') === undefined ? { kind: 'list', items } : known(WRITTEN)
}
