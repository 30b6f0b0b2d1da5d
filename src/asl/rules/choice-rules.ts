import { isArray, isObject, member, pointer } from '../json.js'
import type { Json, JsonObject } from '../json.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { didYouMean } from '../suggest.js'
import { COMBINERS, DATA_TESTS, RULE_FIELDS } from './choice-operators.js'
import { checkFields } from './state-fields.js'
import type { StateSubject } from './subject.js'
import { anything, object, text } from './values.js'

const jsonataFields = {
  Condition: { JSONata: anything },
  Next: { JSONata: text },
  Comment: { JSONata: text },
  Assign: { JSONata: object },
  Output: { JSONata: anything },
  Variable: { JSONPath: anything },
  And: { JSONPath: anything },
  Or: { JSONPath: anything },
  Not: { JSONPath: anything },
}

interface Place {
  readonly rule: Json
  readonly pointer: string
  readonly top: boolean
}

/** Each rule of a Choice is one comparison, or one combination of rules, with its target at the top. */
export function choiceRules({ type, state, pointer: at, language }: StateSubject, report: Report): void {
  const choices = type === 'Choice' ? member(state, 'Choices') : undefined
  if (choices === undefined || !isArray(choices)) return
  const todo = choices.map((rule, index): Place => ({ rule, pointer: pointer(at, 'Choices', index), top: true }))
  todo.reverse()
  for (let place = todo.pop(); place !== undefined; place = todo.pop()) {
    const { rule, pointer: here, top } = place
    if (!isObject(rule)) {
      report(schemaError('A choice rule must be an object', here))
      continue
    }
    const missing = (language === 'JSONata' ? ['Condition', 'Next'] : top ? ['Next'] : []).filter(
      (field) => !Object.hasOwn(rule, field),
    )
    if (missing.length > 0) report(schemaError(`These fields are required: [${missing.join(', ')}]`, here))
    if (language === 'JSONata') jsonataRule(rule, here, report)
    else for (const inner of jsonPathRule(rule, here, top, report)) todo.push(inner)
  }
}

function jsonataRule(rule: JsonObject, at: string, report: Report): void {
  const condition = member(rule, 'Condition')
  checkFields(rule, jsonataFields, 'JSONata', at, report)
  if (condition !== undefined && typeof condition !== 'string' && typeof condition !== 'boolean') {
    report(schemaError("The field 'Condition' must be a JSONata expression or a boolean", pointer(at, 'Condition')))
  }
}

/** Reports on one rule and returns the rules inside it. */
function jsonPathRule(rule: JsonObject, at: string, top: boolean, report: Report): Place[] {
  const operators: string[] = []
  for (const field of Object.keys(rule)) {
    const focus = pointer(at, field)
    const operator = DATA_TESTS.get(field) ?? COMBINERS.get(field)
    if (operator) operators.push(field)
    const known = RULE_FIELDS.get(field)
    if (field === 'Condition' || field === 'Output') {
      report(schemaError(onlyJsonata(field), at, { focus }))
    } else if (operator || (known && (top || !known.topOnly))) {
      const wrong = (operator ?? known?.check ?? anything)(rule[field] ?? null)
      if (wrong) report(schemaError(`The field '${field}' ${wrong}`, focus))
    } else {
      report(schemaError(`Field '${field}' is not supported`, at, { focus, hint: suggestion(field) }))
    }
  }
  reportOperators(rule, operators, at, report)
  return operators.flatMap((operator) => innerRules(rule, operator, at, report))
}

function onlyJsonata(field: string): string {
  return `The QueryLanguage is set to 'JSONPath', but field '${field}' is only supported for the 'JSONata' QueryLanguage`
}

function suggestion(field: string): string | undefined {
  const meant = didYouMean(field, [...DATA_TESTS.keys(), ...COMBINERS.keys(), ...RULE_FIELDS.keys()])
  return meant === undefined ? undefined : `did you mean '${meant}'?`
}

function reportOperators(rule: JsonObject, operators: readonly string[], at: string, report: Report): void {
  const [operator, second] = operators
  if (operator === undefined) {
    report(schemaError('A choice rule needs a comparison operator, such as StringEquals, or one of [And, Or, Not]', at))
  } else if (second !== undefined) {
    const focus = pointer(at, second)
    report(schemaError(`Only one of these fields may be given: [${operators.join(', ')}]`, at, { focus }))
  } else if (DATA_TESTS.has(operator) && !Object.hasOwn(rule, 'Variable')) {
    report(schemaError('These fields are required: [Variable]', at))
  }
}

function innerRules(rule: JsonObject, operator: string, at: string, report: Report): Place[] {
  const operand = member(rule, operator)
  if (operator === 'Not') return isObject(operand) ? [{ rule: operand, pointer: pointer(at, 'Not'), top: false }] : []
  if (!COMBINERS.has(operator) || operand === undefined || !isArray(operand)) return []
  if (operand.length === 0) report(schemaError('Value cannot be empty', pointer(at, operator)))
  return operand.map((inner, index) => ({ rule: inner, pointer: pointer(at, operator, index), top: false })).reverse()
}
