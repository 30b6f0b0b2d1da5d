import { QUERY_LANGUAGES } from '../query-language.js'
import type { Fields } from './field.js'
import { PROCESSOR_CONFIG_FIELDS } from './map-table.js'
import { plain } from './rows.js'
import { object, oneOf, text, whole } from './value.js'

const shared: Fields = {
  Comment: plain(text),
  StartAt: plain(text),
  States: plain(object),
  Version: plain(text),
  TimeoutSeconds: plain(whole(1)),
}

/** The fields of a whole machine. https://states-language.net/#toplevelfields */
export const MACHINE_FIELDS: Fields = {
  ...shared,
  QueryLanguage: plain(oneOf(...QUERY_LANGUAGES), { since: '2024-11-22' }),
}

/**
 * The fields of a branch of a Parallel and of the inside of a Map. AWS refuses a QueryLanguage here (measured); whether it
 * refuses Version and TimeoutSeconds is not known.
 */
export const INNER_MACHINE_FIELDS: Fields = {
  ...shared,
  ProcessorConfig: plain(object, { fields: PROCESSOR_CONFIG_FIELDS }),
}
