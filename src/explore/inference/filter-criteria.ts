import type { Json } from '../../asl/json.js'
import { compilePattern } from '../../data/jsonpath/pattern.js'
import { around, type Want } from './wanted-value.js'

/** One comparison of a filter: of a path into the item with a literal, or with what is at a path from the root. */
export interface FilterCriterion {
  /** Into the item, `$.name`. */
  readonly path: string
  /** Undefined: the member only has to be there. */
  readonly test: ((literal: Json) => Want) | undefined
  readonly literal: Json
  readonly reference: string | undefined
}

const CRITERION =
  /^\s*@((?:\.[\w-]+|\['[^']*'\])+)\s*(?:(==|!=|<=|>=|<|>|=~)\s*(?:(\/.+\/i?)|'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(\$[\w.[\]'-]+)|([^\s'"()]+)))?\s*$/

/** The criteria of the first alternative of what stands in `[?(...)]`; undefined for one that is none of the simple ones. */
export function criteriaOf(body: string): readonly (FilterCriterion | undefined)[] {
  const [first = ''] = body
    .replace(/^[[?( ]+/, '')
    .replace(/[)\] ]+$/, '')
    .split('||')
  return first.split('&&').map((criterion) => {
    const [, path, operator, pattern, single, double, number, reference, word] = CRITERION.exec(criterion) ?? []
    if (path === undefined) return undefined
    const test = operator === undefined ? undefined : (literal: Json) => comparison(operator, literal)
    const literal = pattern ?? single ?? double ?? (number === undefined ? wordLiteral(word ?? '') : Number(number))
    return { path: `$${path}`, test, literal, reference }
  })
}

/** A bare word is a text as it stands, but for those that JSON has. */
function wordLiteral(word: string): Json {
  if (word === 'true' || word === 'false') return word === 'true'
  return word === 'null' ? null : word
}

/** A text that a pattern of a filter matches, as far as it is a simple one. */
function patternWant(written: Json): Want {
  const [, source = '', flag] = typeof written === 'string' ? (/^\/(.+)\/(i?)$/s.exec(written) ?? []) : []
  const matches = patternOf(source, flag === 'i')
  return { test: (value) => typeof value === 'string' && matches(value), examples: [patternText(source)] }
}

function patternOf(source: string, ignoreCase: boolean): (text: string) => boolean {
  try {
    return compilePattern(source, ignoreCase)
  } catch {
    return () => false
  }
}

function patternText(source: string): string {
  return source
    .replace(/^\^|\$$/g, '')
    .replaceAll(/\\d[+*]?/g, '1')
    .replaceAll(/\\w[+*]?/g, 'w')
    .replaceAll(/\.[*?]/g, '')
    .replaceAll(/\.\+/g, 'x')
    .replaceAll(/\\(.)/g, '$1')
}

function comparison(operator: string, literal: Json): Want {
  if (operator === '=~') return patternWant(literal)
  const test = (value: Json): boolean => {
    if (operator === '==') return value === literal
    if (operator === '!=') return value !== literal
    if (typeof value !== typeof literal || value === null || literal === null) return false
    if (operator === '<') return value < literal
    if (operator === '>') return value > literal
    return operator === '<=' ? value <= literal : value >= literal
  }
  return { test, examples: around(literal), key: `filter ${operator} ${JSON.stringify(literal)}` }
}
