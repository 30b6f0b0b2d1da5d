import { isObject, member, pointer } from '../json.js'
import type { JsonObject } from '../json.js'
import { isPlaceholder } from '../placeholder.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { parseResource } from '../resource.js'
import { notRecognized } from '../resource-text.js'
import type { QueryLanguage } from '../types.js'
import type { StateSubject } from './subject.js'

/** What an ItemReader can read with. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
const READER_ACTIONS = ['getObject', 'listObjectsV2']
/** What a ResultWriter can write with. */
const WRITER_ACTIONS = ['putObject']

/** An ItemReader says what it reads with; a ResultWriter says where to, or only how to write its results. */
export function mapObjects({ type, state, pointer: at, language }: StateSubject, report: Report): void {
  if (type !== 'Map') return
  const reader = member(state, 'ItemReader')
  if (isObject(reader)) {
    const place = pointer(at, 'ItemReader')
    requireFields(reader, ['Resource'], place, report)
    checkAction(reader, READER_ACTIONS, place, report)
  }
  const writer = member(state, 'ResultWriter')
  if (isObject(writer)) {
    const place = pointer(at, 'ResultWriter')
    requireFields(writer, requiredOfWriter(writer, language), place, report)
    checkAction(writer, WRITER_ACTIONS, place, report)
  }
}

/** One with a WriterConfig alone writes its results nowhere; with a Resource it needs the request (reported). */
function requiredOfWriter(writer: JsonObject, language: QueryLanguage): readonly string[] {
  const request = language === 'JSONata' ? 'Arguments' : 'Parameters'
  const writes = Object.hasOwn(writer, 'Resource') || Object.hasOwn(writer, request)
  return writes ? ['Resource', request] : []
}

function requireFields(object: JsonObject, fields: readonly string[], at: string, report: Report): void {
  const missing = fields.filter((field) => !Object.hasOwn(object, field))
  if (missing.length > 0) report(schemaError(`These fields are required: [${missing.join(', ')}]`, at))
}

function checkAction(object: JsonObject, actions: readonly string[], at: string, report: Report): void {
  const arn = member(object, 'Resource')
  if (typeof arn !== 'string' || isPlaceholder(arn)) return
  const resource = parseResource(arn)
  const isKnown = resource.kind === 'optimized' && resource.service === 's3' && actions.includes(resource.action)
  if (isKnown && resource.pattern === 'request-response') return
  const hint = `use ${actions.map((action) => `arn:aws:states:::s3:${action}`).join(' or ')}`
  report(schemaError(notRecognized(arn), pointer(at, 'Resource'), { hint }))
}
