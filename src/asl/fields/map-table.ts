import { LIMITS } from '../limits.js'
import type { Fields } from './field.js'
import { inJsonPath, inJsonata, plain, withPath } from './rows.js'
import { anything, list, object, oneOf, text, whole } from './value.js'

/** https://docs.aws.amazon.com/step-functions/latest/dg/document-history.html */
const NEW_FORMATS = { since: '2025-02-07' }
const NEW_SOURCES = { since: '2025-09-18' }

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
const READER_CONFIG: Fields = {
  InputType: plain(oneOf('CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST')),
  CSVHeaderLocation: plain(oneOf('FIRST_ROW', 'GIVEN')),
  CSVHeaders: plain(list),
  CSVDelimiter: plain(text, NEW_FORMATS),
  ItemsPointer: plain(text, NEW_SOURCES),
  ManifestType: plain(oneOf('ATHENA_DATA', 'S3_INVENTORY'), NEW_SOURCES),
  Transformation: plain(oneOf('NONE', 'LOAD_AND_FLATTEN'), NEW_SOURCES),
  // A literal below 0 is refused (measured); 0 means all items.
  ...withPath('MaxItems', whole(0, LIMITS.mapReaderMaxItems.value), 'reference-path'),
}

const ITEM_READER: Fields = {
  Resource: plain(text),
  Parameters: inJsonPath('template'),
  Arguments: inJsonata(),
  ReaderConfig: plain(object, { fields: READER_CONFIG }),
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html */
const ITEM_BATCHER: Fields = {
  ...withPath('MaxItemsPerBatch', whole(0), 'reference-path'),
  ...withPath('MaxInputBytesPerBatch', whole(0, LIMITS.mapBatchInputBytes.value), 'reference-path'),
  BatchInput: { value: anything, JSONPath: 'template', JSONata: 'template' },
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
const WRITER_CONFIG: Fields = {
  Transformation: plain(oneOf('NONE', 'COMPACT', 'FLATTEN')),
  OutputType: plain(oneOf('JSON', 'JSONL')),
}

const RESULT_WRITER: Fields = {
  Resource: plain(text),
  Parameters: inJsonPath('template'),
  Arguments: inJsonata(),
  WriterConfig: plain(object, { fields: WRITER_CONFIG, ...NEW_FORMATS }),
}

/** How a Map runs its items; it stands in the machine inside. */
export const PROCESSOR_CONFIG_FIELDS: Fields = {
  Mode: plain(oneOf('INLINE', 'DISTRIBUTED')),
  ExecutionType: plain(oneOf('STANDARD', 'EXPRESS')),
}

/** The objects of a Map that say where its items come from and where its results go. */
export const MAP_OBJECTS: Fields = {
  ItemReader: plain(object, { fields: ITEM_READER, since: '2022-12-01' }),
  ItemBatcher: plain(object, { fields: ITEM_BATCHER, since: '2022-12-01' }),
  ResultWriter: plain(object, { fields: RESULT_WRITER, since: '2022-12-01' }),
}
