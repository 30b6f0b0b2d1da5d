import { isArray, isObject, member, pointer } from '../json.js'
import type { Json } from '../json.js'
import { LIMITS } from '../limits.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { isPlaceholder } from './subject.js'
import type { StateSubject } from './subject.js'
import { oneOf, orJsonata, whole } from './values.js'
import type { ValueCheck } from './values.js'

const PARTS: readonly (readonly [path: readonly string[], check: ValueCheck])[] = [
  [['ItemProcessor', 'ProcessorConfig', 'Mode'], oneOf('INLINE', 'DISTRIBUTED')],
  [['ItemProcessor', 'ProcessorConfig', 'ExecutionType'], oneOf('STANDARD', 'EXPRESS')],
  [['ItemReader', 'ReaderConfig', 'InputType'], oneOf('CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST')],
  [['ItemReader', 'ReaderConfig', 'CSVHeaderLocation'], oneOf('FIRST_ROW', 'GIVEN')],
  [['ItemReader', 'ReaderConfig', 'ManifestType'], oneOf('ATHENA_DATA', 'S3_INVENTORY')],
  [['ItemReader', 'ReaderConfig', 'Transformation'], oneOf('NONE', 'LOAD_AND_FLATTEN')],
  [['ResultWriter', 'WriterConfig', 'Transformation'], oneOf('NONE', 'COMPACT', 'FLATTEN')],
  [['ResultWriter', 'WriterConfig', 'OutputType'], oneOf('JSON', 'JSONL')],
  // -1 is accepted and fails the run (recorded); 0 means all items.
  [['ItemReader', 'ReaderConfig', 'MaxItems'], orJsonata(whole(-1, LIMITS.mapReaderMaxItems.value))],
  [['ItemBatcher', 'MaxItemsPerBatch'], orJsonata(whole(0))],
  [['ItemBatcher', 'MaxInputBytesPerBatch'], orJsonata(whole(0, LIMITS.mapBatchInputBytes.value))],
]

/** Characters that AWS's documents forbid in a Map's Label. */
const NOT_IN_LABEL = /[\s?*<>{}[\]:;,\\|^~$#%&`"\p{Cc}]/u

/** The inner objects of a Map: processor, reader, batcher; and its Label. And the branches of a Parallel are objects. */
export function mapParts(subject: StateSubject, report: Report): void {
  const { type, state, pointer: at } = subject
  if (type === 'Parallel') return branches(member(state, 'Branches'), at, report)
  if (type !== 'Map') return
  for (const [path, check] of PARTS) {
    let value: Json | undefined = state
    for (const field of path) value = isObject(value) ? member(value, field) : undefined
    const wrong = value === undefined ? undefined : check(value)
    if (wrong) report(schemaError(`The field '${path.at(-1)}' ${wrong}`, pointer(at, ...path)))
  }
  const reader = member(state, 'ItemReader')
  if (isObject(reader) && !Object.hasOwn(reader, 'Resource')) {
    report(schemaError('These fields are required: [Resource]', pointer(at, 'ItemReader')))
  }
  label(member(state, 'Label'), at, report)
}

function label(value: Json | undefined, at: string, report: Report): void {
  const max = LIMITS.mapLabelCharacters.value
  if (typeof value !== 'string' || isPlaceholder(value)) return
  if (value.length > max || NOT_IN_LABEL.test(value)) {
    const message = `The field 'Label' must have at most ${max} characters, without blanks, wildcards, brackets or special characters`
    report(schemaError(message, pointer(at, 'Label')))
  }
}

function branches(value: Json | undefined, at: string, report: Report): void {
  if (value === undefined || !isArray(value)) return
  for (const [index, branch] of value.entries()) {
    if (!isObject(branch)) report(schemaError('A branch must be an object', pointer(at, 'Branches', index)))
  }
}
