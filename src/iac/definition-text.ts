import { LIMITS } from '../asl/limits.js'
import type { Json } from '../asl/json.js'
import { parseDefinition } from '../asl/parse.js'
import type { LocateSource, Position } from '../asl/positions.js'
import { type ErrorPlace, UserError, withUserError } from '../asl/user-error.js'
import type { UnresolvedValue } from './machine-source.js'
import { placeholdersIn } from './substitutions.js'
import type { TracedText } from './traced-text.js'
import { quotePlaceholders } from './unquoted.js'

/** Step Functions takes no more: https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html */
const MAX_DEFINITION_LENGTH = LIMITS.definitionBytes.value

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
    const size = `${text.text.length} characters, and Step Functions takes ${MAX_DEFINITION_LENGTH}`
    throw new UserError('definition', `the definition has ${size}`, {
      at: text.origin(0),
      hint: 'check that this is the right file',
    })
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
  return withUserError(
    () => parseDefinition(text.text, name),
    (error) => (error.at?.file === name ? error.movedTo(text.originOf(inText(error.at))) : error),
  )
}

function inText({ line = 1, column = 1 }: ErrorPlace): Position {
  return { line, column }
}
