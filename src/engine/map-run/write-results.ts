import { isObject, type Json, member } from '../../asl/json.js'
import { QueryFailure } from '../../data/failure.js'
import { type ChildResult, transformedResults } from '../../data/items/map-results.js'
import { type MapResults, resultFolder, manifestKey } from '../../data/items/result-files.js'
import { callWork } from '../call-work.js'
import type { Draft } from '../draft.js'
import type { Execution, MapRunWork, Strand } from '../execution.js'
import type { AslError } from '../ports.js'
import type { Compiled, CompiledResultWriter } from '../program.js'
import { StrandSources } from '../sources.js'
import { settingsFrom } from '../settings.js'
import { type MutableStrand, copyStrand } from '../strand.js'
import { countCall } from '../visits.js'
import { type ChildBeginning, ChildBeginnings } from './again.js'
import { closeMapRun, failMapRun, outputsInOrder } from './end.js'
import type { ChildOutput } from './map-run-work.js'

/**
 * The children are done, or, with a `reason`, the Map Run has failed. A ResultWriter with a Resource writes their results
 * first, those of a failed Map Run too: a call of purpose `results`. Then, or without one, the Map Run ends.
 */
export function endMapRun(draft: Draft, strand: MutableStrand, state: Compiled<'Map'>, reason?: AslError): void {
  const { mapRun: work } = strand
  const writer = state.mapRun?.writer
  if (!work) throw new Error(`state "${state.name}" has no Map Run`)
  if (!writer?.resource)
    return reason
      ? failMapRun(draft, strand, reason)
      : closeMapRun(draft, strand, work, resultOf(draft, strand, work, writer))
  const sources = new StrandSources(draft, strand, { part: 'exit' })
  const parameters = writer.parameters(strand.effectiveInput, sources)
  if (parameters instanceof QueryFailure) {
    return reason ? failMapRun(draft, strand, reason) : closeMapRun(draft, strand, work, parameters)
  }
  const results = resultsOf(draft, strand, work, writer, parameters)
  strand.mapRun = { ...work, running: [], writing: { results, reason, running: work.running } }
  strand.visits = countCall(strand.visits, state.index)
  const callId = draft.newCallId()
  strand.task = callWork({ purpose: 'results', callId, scheduledEventId: work.startedEventId, parameters })
  strand.phase = 'called'
}

/** The results are written, or could not be. What a failed Map Run failed with stays what it was. */
export function receiveResultWrite(draft: Draft, strand: MutableStrand): void {
  const { mapRun: work } = strand
  const outcome = strand.task?.outcome
  const writing = work?.writing
  if (!work || !writing || !outcome || typeof outcome === 'string') throw new Error('no results were to be written')
  strand.task = undefined
  strand.mapRun = { ...work, running: writing.running, writing: undefined }
  if (writing.reason) return failMapRun(draft, strand, writing.reason)
  if ('failure' in outcome) {
    const cause = outcome.failure.cause ?? outcome.failure.error ?? 'The results could not be written.'
    return failMapRun(draft, strand, { error: 'States.ResultWriterFailed', cause })
  }
  const { bucket: Bucket, folder } = writing.results
  const ResultWriterDetails = { Bucket, Key: manifestKey(folder) }
  return closeMapRun(draft, strand, strand.mapRun, { MapRunArn: work.mapRunArn, ResultWriterDetails })
}

/** What the state's output is made of: outputs alone, or what a WriterConfig makes of the results. */
function resultOf(draft: Draft, strand: Strand, work: MapRunWork, writer: CompiledResultWriter | undefined): Json {
  if (!writer) return outputsInOrder(work)
  return transformedResults(childrenOf(draft.base, copyStrand(strand), work), writer.config.transformation)
}

function resultsOf(
  draft: Draft,
  strand: Strand,
  work: MapRunWork,
  { config }: CompiledResultWriter,
  parameters: Json,
): MapResults {
  const then = copyStrand(strand)
  const text = (key: string): string => {
    const value = isObject(parameters) ? member(parameters, key) : undefined
    return typeof value === 'string' ? value : ''
  }
  return {
    mapRunArn: work.mapRunArn,
    bucket: text('Bucket'),
    folder: resultFolder(text('Prefix'), work.runId),
    config,
    children: () => childrenOf(draft.base, then, work),
  }
}

/**
 * In order; of a child that a redrive ran again, the last result. What a child that went well was started with is not kept:
 * it is made again here.
 */
function childrenOf(parent: Execution, strand: Strand, work: MapRunWork): readonly ChildResult[] {
  const children = new Map<number, ChildResult>()
  const add = (index: number, execution: Execution): void => {
    if (!children.has(index)) children.set(index, childResult(index, execution))
  }
  for (const { index, execution } of work.running) add(index, execution)
  for (let child = work.kept; child; child = child.before) add(child.index, child.execution)
  const beginnings = new ChildBeginnings(parent, { ...strand, mapRun: work })
  for (let child = work.outputs; child; child = child.before) {
    const began = children.has(child.index) ? undefined : beginnings.of(child.index)
    if (began) children.set(child.index, succeeded(child, began))
  }
  return [...children.values()].sort((a, b) => a.index - b.index)
}

function succeeded({ index, output, stopMs }: ChildOutput, { input, options }: ChildBeginning): ChildResult {
  const { executionArn, machineArn, name, startAtMs } = settingsFrom(input, options)
  const status = 'SUCCEEDED'
  return { index, executionArn, stateMachineArn: machineArn, name, status, input, output, startMs: startAtMs, stopMs }
}

/** What is known of a child as a result. */
function childResult(index: number, execution: Execution): ChildResult {
  const { settings, status, output, error, cause, nowMs } = execution
  const runs = status === 'RUNNING'
  return {
    index,
    executionArn: settings.executionArn,
    stateMachineArn: settings.machineArn,
    name: settings.name,
    status: runs ? 'PENDING' : status,
    input: settings.input,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    startMs: settings.startAtMs,
    ...(!runs && { stopMs: nowMs }),
  }
}
