import type { Json } from '../../src/asl/json.js'
import { tooLarge } from '../../src/data/jsonata/evaluation-limits.js'
import type { Change, Outcome } from './jsonata-package.js'

/** Something in which Step Functions, or this evaluator on purpose (docs/decisions/001), is not the package. */
export interface Amendment {
  readonly rule: string
  readonly reason: string
  /** What would have to be changed in the package. A difference counts as explained only if the changed package gives our answer. */
  readonly changes: readonly Change[]
}

export const AMENDMENTS: readonly Amendment[] = [
  {
    rule: 'items in order',
    reason:
      'the package starts all items of [...] and members of {...} at once, and its promises decide which error wins',
    changes: [{ from: /Promise\.all\(([\w.()]+)\s*\.map\(async/g, to: 'helpers.inOrder($1, (async', places: 2 }],
  },
  {
    rule: 'functions are false',
    reason: "by JSONata's documentation; the package has it so only for functions that were passed as arguments",
    changes: [
      {
        from: /(typeof arg === 'object')(\) \{\s*if \(Object\.keys\(arg\)\.length > 0\) \{\s*result = true)/g,
        to: '$1 && !isFunction(arg)$2',
        places: 1,
      },
    ],
  },
  {
    rule: 'functions have no JSON',
    reason: 'nor text; the package prints its own syntax tree in messages, and its own source in joined strings',
    changes: [
      { from: /closure\.arity = getFunctionArity\(arg\);/g, to: "$& closure.toString = () => '';", places: 1 },
      {
        from: /return JSON\.stringify\(err\[arguments\[1\]\]\)/g,
        to: 'return JSON.stringify(err[arguments[1]], (k, v) => isFunction(v) ? undefined : v)',
        places: 1,
      },
    ],
  },
  {
    rule: 'own members only',
    reason: 'nothing inherited is ever read',
    changes: [
      {
        from: /result = input\[key\];/g,
        to: 'result = Object.hasOwn(input, key) ? input[key] : undefined;',
        places: 1,
      },
    ],
  },
  {
    rule: 'functions have no members',
    reason: 'wildcards of the package go through the fields of the objects it keeps functions in',
    changes: [
      {
        from: /(if \(input !== null && typeof input === 'object')(\) \{\s*Object\.keys\(input\))/g,
        to: '$1 && !isFunction(input)$2',
        places: 2,
      },
    ],
  },
  {
    rule: 'marks of sequences are no members',
    reason: 'the package marks an array as a sequence with a member, which a wildcard then finds in it',
    changes: [
      {
        from: /(\w+)\.(sequence|keepSingleton|tupleStream) = true;/g,
        to: "Object.defineProperty($1, '$2', { value: true, writable: true, configurable: true });",
        places: 7,
      },
    ],
  },
  {
    rule: 'text is not replaced by functions',
    reason: 'the package inserts the source of its own function',
    changes: [
      {
        from: /result \+= replacement;/g,
        to: "if (isFunction(replacement)) throw { code: 'D3012', value: replacement }; $&",
        places: 1,
      },
    ],
  },
  {
    rule: 'functions are no objects',
    reason: 'a transform of the package takes the fields of the object that a function is as its update',
    changes: [{ from: /updateType !== 'object' \|\| update === null/g, to: '$& || isFunction(update)', places: 1 }],
  },
  {
    rule: 'payloads are not written to',
    reason: 'they are shared between states; the package adds an item to an empty array that is grouped',
    changes: [{ from: /input\.push\(undefined\);/g, to: 'input = createSequence(undefined);', places: 1 }],
  },
  {
    rule: 'transforms change their copy only',
    reason: 'a pattern of the package may lead out of the copy, and what it finds there is changed',
    changes: [
      {
        from: /var matches = await evaluate\(expr\.pattern, result, environment\);/g,
        to: '$& var owned = helpers.objectsIn(result);',
        places: 1,
      },
      { from: /match\[prop\] = update\[prop\];/g, to: 'if (owned.has(match)) $&', places: 1 },
      { from: /delete match\[deletions\[jj\]\];/g, to: 'if (owned.has(match)) $&', places: 1 },
    ],
  },
  {
    rule: 'regular expressions take strings',
    reason:
      'called like a function on anything else, nothing matches; the package searches the text JavaScript makes of it',
    changes: [{ from: /re\.exec\(str\)/g, to: "(typeof str === 'string' ? re.exec(str) : null)", places: 1 }],
  },
]

/** Rules about how AWS shows what came of an expression, which no change of the package would tell. */
export const READINGS = {
  'nothing is an error': 'a field without a value fails; AWS says "returned nothing (undefined)"',
  'functions are no results': 'AWS: "returned an unsupported result type", at any depth',
  'numbers JSON does not know': "are the strings 'Infinity', '-Infinity' and 'NaN' in a result (measured on AWS)",
  'no input by the name of $$': 'AWS refuses a definition that has it',
  'no names at the top level': 'there is no context value there; the definition is refused',
  'invalid expressions': 'the definition is refused, with the words of the parser',
  "JavaScript's own errors":
    'where the package fails without a code it fails by accident; we give a value or an error with a code',
  'names in messages': 'the package names functions by how they were called last, in this expression or another',
  limits: "AWS's limits of size and time, which the package does not have; a value that contains itself is too large",
} as const

export type Reading = keyof typeof READINGS

/** The answer of ours that an outcome of the package stands for, and the rule by which it does, if by any. */
export function readOutcome(outcome: Outcome): { readonly answer: Json; readonly by: Reading | undefined } {
  if (outcome.kind === 'invalid')
    return { answer: `INVALID_JSONATA_EXPRESSION: ${outcome.message}`, by: 'invalid expressions' }
  if (outcome.kind === 'error') {
    return { answer: `threw an error during evaluation. ${outcome.code}: ${outcome.message}`, by: undefined }
  }
  if (outcome.value === undefined) return { answer: 'returned nothing (undefined).', by: 'nothing is an error' }
  const seen: Seen = { numbers: false, functions: false, cycles: false }
  const answer = plain(outcome.value, seen, 0)
  if (seen.cycles) return { answer: `threw an error during evaluation: ${tooLarge().message}`, by: 'limits' }
  if (seen.functions) return { answer: 'returned an unsupported result type.', by: 'functions are no results' }
  return { answer, by: seen.numbers ? 'numbers JSON does not know' : undefined }
}

/** Far deeper than any result here but one that contains itself. */
const MAX_DEPTH = 200

interface Seen {
  numbers: boolean
  functions: boolean
  cycles: boolean
}

function plain(value: unknown, seen: Seen, depth: number): Json {
  if (depth > MAX_DEPTH) seen.cycles = true
  if (value === undefined || seen.cycles) return null
  if (isFunction(value)) seen.functions = true
  else if (typeof value === 'number' && !Number.isFinite(value)) {
    seen.numbers = true
    return String(value)
  } else if (Array.isArray(value)) return Array.from(value, (item) => plain(item, seen, depth + 1))
  else if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined)
    return Object.fromEntries(members.map(([key, member]) => [key, plain(member, seen, depth + 1)]))
  }
  return value as Json
}

function isFunction(value: unknown): boolean {
  if (typeof value === 'function') return true
  return typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value)
}
