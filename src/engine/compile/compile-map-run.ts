import { isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { isDistributed } from '../../asl/map-processor.js'
import { parseResource } from '../../asl/resource.js'
import type { MapState, StateMachine } from '../../asl/types.js'
import { EvaluationScope } from '../../data/evaluation-scope.js'
import { compileJsonataTemplate } from '../../data/jsonata-template.js'
import { writerConfig } from '../../data/items/map-results.js'
import { compileNumericField } from '../../data/numeric-field.js'
import { compileTemplate } from '../../data/payload-template.js'
import type { Block, CompiledMapRun, Template } from '../program.js'

/** The distributed side of a Map; undefined for an inline one. */
export function compileMapRun(
  state: MapState,
  processor: StateMachine,
  block: Block,
  jsonata: boolean,
): CompiledMapRun | undefined {
  if (!isDistributed(state)) return undefined
  const fields = { ...state }
  return {
    child: { definition: processor as unknown as Json, root: block, timeoutSeconds: processor.TimeoutSeconds },
    childType: processor.ProcessorConfig?.ExecutionType ?? 'STANDARD',
    label: state.Label,
    reader: state.ItemReader && compileReader(state.ItemReader, jsonata),
    batcher: state.ItemBatcher && compileBatcher(state.ItemBatcher, jsonata),
    toleratedCount: compileNumericField(fields, 'ToleratedFailureCount'),
    toleratedPercentage: compileNumericField(fields, 'ToleratedFailurePercentage'),
    writer: state.ResultWriter && compileWriter(state.ResultWriter, jsonata),
  }
}

function compileParameters(fields: JsonObject, jsonata: boolean, at: string): Template {
  const source = member(fields, jsonata ? 'Arguments' : 'Parameters') ?? {}
  return compileJson(source, jsonata, `${at}/Arguments`)
}

function compileJson(source: Json, jsonata: boolean, location: string): Template {
  if (jsonata) {
    const evaluate = compileJsonataTemplate(source)
    return (input, sources) => evaluate(new EvaluationScope(sources, input), location)
  }
  const evaluate = compileTemplate(source)
  return (input, sources) => evaluate(new EvaluationScope(sources, input))
}

function compileReader(fields: JsonObject, jsonata: boolean): NonNullable<CompiledMapRun['reader']> {
  const resource = member(fields, 'Resource')
  const config = member(fields, 'ReaderConfig')
  const options = isObject(config) ? config : {}
  return {
    resource: parseResource(typeof resource === 'string' ? resource : ''),
    parameters: compileParameters(fields, jsonata, 'ItemReader'),
    config: options,
    maxItems: compileNumericField(options, 'MaxItems', 'ItemReader/ReaderConfig/'),
  }
}

/** Undefined for one that says neither where to nor how. */
function compileWriter(fields: JsonObject, jsonata: boolean): CompiledMapRun['writer'] {
  const resource = member(fields, 'Resource')
  const config = member(fields, 'WriterConfig')
  if (resource === undefined && config === undefined) return undefined
  const exports = typeof resource === 'string'
  return {
    resource: exports ? parseResource(resource) : undefined,
    parameters: compileParameters(fields, jsonata, 'ResultWriter'),
    config: writerConfig(config, exports ? 'NONE' : 'COMPACT'),
  }
}

function compileBatcher(fields: JsonObject, jsonata: boolean): NonNullable<CompiledMapRun['batcher']> {
  const input = member(fields, 'BatchInput')
  return {
    maxItems: compileNumericField(fields, 'MaxItemsPerBatch', 'ItemBatcher/'),
    maxBytes: compileNumericField(fields, 'MaxInputBytesPerBatch', 'ItemBatcher/'),
    input: input === undefined ? undefined : compileJson(input, jsonata, 'ItemBatcher/BatchInput'),
  }
}
