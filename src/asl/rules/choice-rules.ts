import { COMBINERS, DATA_TESTS, INNER_RULE_FIELDS, RULE_FIELDS } from '../fields/choice-table.js'
import { isArray, isObject, member, pointer } from '../json.js'
import type { Json, JsonObject } from '../json.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { checkFields } from './check-fields.js'
import type { StateSubject } from './subject.js'

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
  checkFields(rule, { fields: RULE_FIELDS, language: 'JSONata', pointer: at }, report)
  if (condition !== undefined && typeof condition !== 'string' && typeof condition !== 'boolean') {
    report(schemaError("The field 'Condition' must be a JSONata expression or a boolean", pointer(at, 'Condition')))
  }
}

/** Reports on one rule and returns the rules inside it. */
function jsonPathRule(rule: JsonObject, at: string, top: boolean, report: Report): Place[] {
  const fields = top ? RULE_FIELDS : INNER_RULE_FIELDS
  checkFields(rule, { fields, language: 'JSONPath', pointer: at }, report)
  const operators = Object.keys(rule).filter(isOperator)
  reportOperators(rule, operators, at, report)
  return operators.flatMap((operator) => innerRules(rule, operator, at, report))
}

function isOperator(field: string): boolean {
  return Object.hasOwn(DATA_TESTS, field) || Object.hasOwn(COMBINERS, field)
}

function reportOperators(rule: JsonObject, operators: readonly string[], at: string, report: Report): void {
  const [operator, second] = operators
  if (operator === undefined) {
    report(schemaError('A choice rule needs a comparison operator, such as StringEquals, or one of [And, Or, Not]', at))
  } else if (second !== undefined) {
    const focus = pointer(at, second)
    report(schemaError(`Only one of these fields may be given: [${operators.join(', ')}]`, at, { focus }))
  } else if (Object.hasOwn(DATA_TESTS, operator) && !Object.hasOwn(rule, 'Variable')) {
    report(schemaError('These fields are required: [Variable]', at))
  }
}

function innerRules(rule: JsonObject, operator: string, at: string, report: Report): Place[] {
  const operand = member(rule, operator)
  if (operator === 'Not') return isObject(operand) ? [{ rule: operand, pointer: pointer(at, 'Not'), top: false }] : []
  if (!Object.hasOwn(COMBINERS, operator) || operand === undefined || !isArray(operand)) return []
  if (operand.length === 0) report(schemaError('Value cannot be empty', pointer(at, operator)))
  return operand.map((inner, index) => ({ rule: inner, pointer: pointer(at, operator, index), top: false })).reverse()
}
