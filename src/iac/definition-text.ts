import type { Json } from '../asl/json.js'
import { parseDefinition } from '../asl/parse.js'
import type { LocateSource } from '../asl/positions.js'
import { printPosition } from '../asl/positions.js'
import { UserError } from '../asl/user-error.js'
import type { UnresolvedValue } from './machine-source.js'
import { placeholdersIn } from './substitutions.js'
import type { TracedText } from './traced-text.js'
import { quotePlaceholders } from './unquoted.js'

/** Step Functions takes no more: https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html */
const MAX_DEFINITION_LENGTH = 1_048_576

/** A definition as read: what it says, where, and which of its placeholders have no value. */
export interface ReadDefinition {
  readonly definition: Json
  readonly locate: LocateSource
  readonly unresolved: readonly UnresolvedValue[]
}

/**
 * Parses the text of a definition whose known placeholders are already replaced; positions are those of its sources.
 * `name` is only for the parser: one that ends in `.json` makes it strict.
 */
export function readDefinitionText(text: TracedText, name: string): ReadDefinition {
  if (text.text.length > MAX_DEFINITION_LENGTH) {
    const where = printPosition(text.origin(0))
    const size = `${text.text.length} characters, and Step Functions takes ${MAX_DEFINITION_LENGTH}`
    throw new UserError('definition', `${where}: the definition has ${size}; check that this is the right file`)
  }
  const { text: quoted, unresolved } = quotePlaceholders(text)
  const { definition, locate } = parseAt(quoted, name)
  return {
    definition,
    locate: (pointer) => {
      const at = locate(pointer)
      return at && quoted.originOf(at)
    },
    unresolved: [...unresolved, ...openPlaceholders(definition)],
  }
}

/** Placeholders that nothing replaces; they stay in the definition as they are. */
export function openPlaceholders(definition: Json): readonly UnresolvedValue[] {
  return placeholdersIn(definition).map((placeholder) => ({ token: placeholder, standIn: placeholder }))
}

function parseAt(text: TracedText, name: string): ReturnType<typeof parseDefinition> {
  try {
    return parseDefinition(text.text, name)
  } catch (error) {
    throw error instanceof UserError ? new UserError(error.kind, moved(error.message, name, text)) : error
  }
}

/** A message about a place in the assembled text, with the place in the sources instead. */
function moved(message: string, name: string, text: TracedText): string {
  if (!message.startsWith(name)) return message
  const [place, line = '1', column = '1'] = /^:(\d+):(\d+)/.exec(message.slice(name.length)) ?? ['']
  const at = text.originOf({ line: Number(line), column: Number(column) })
  return printPosition(at) + message.slice(name.length + place.length)
}
