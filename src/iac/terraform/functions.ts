import type { TerraformFunction } from './call.js'
import { COLLECTION_FUNCTIONS } from './functions-collections.js'
import { ENCODING_FUNCTIONS } from './functions-encoding.js'
import { FILE_FUNCTIONS } from './functions-files.js'
import { LIST_FUNCTIONS } from './functions-lists.js'
import { NUMBER_FUNCTIONS } from './functions-numbers.js'
import { TEXT_FUNCTIONS } from './functions-text.js'

/**
 * Functions by name; `try` and `can` are not here, as they look at expressions. One that is not here makes its call
 * a value that is not known.
 * https://developer.hashicorp.com/terraform/language/functions
 */
export const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map([
  ...COLLECTION_FUNCTIONS,
  ...ENCODING_FUNCTIONS,
  ...FILE_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...TEXT_FUNCTIONS,
])
