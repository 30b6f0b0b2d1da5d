import { elements, type Environment, made, safeText, type Reference, tokenOf, unknown } from './environment.js'
import type { Expression, SplatStep } from './hcl-syntax.js'
import {
  isList,
  isMembers,
  isOpen,
  kindOf,
  needText,
  NoValue,
  settled,
  Unknown,
  type TerraformValue,
} from './terraform-values.js'

/** A name with the members and elements after it: as many of them as possible belong to the name. */
export function evaluatePath(expression: Expression, environment: Environment): TerraformValue {
  const path: Expression[] = []
  let root = expression
  while (root.kind === 'member' || root.kind === 'index') {
    path.push(root)
    root = root.of
  }
  path.reverse()
  const start = evaluateRoot(root, path, environment)
  let { value } = start
  for (const step of path.slice(start.taken)) {
    const from = value
    const key =
      step.kind === 'index' ? environment.evaluate(step.key, environment) : step.kind === 'member' ? step.name : ''
    value = made(step, environment, [key], () => access(from, key, environment, step.kind === 'index'))
  }
  return value
}

function evaluateRoot(root: Expression, path: readonly Expression[], environment: Environment): Reference {
  if (root.kind !== 'name') return { value: environment.evaluate(root, environment), taken: 0 }
  const bound = environment.bound.get(root.name)
  if (bound !== undefined) return { value: bound, taken: 0 }
  const end = path.findIndex((step) => step.kind !== 'member')
  const names = path.slice(0, end === -1 ? undefined : end).flatMap((step) => (step.kind === 'member' ? step.name : []))
  const found = environment.reference(root.name, names)
  if (found) return found
  const whole = path.at(-1) ?? root
  if (environment.strict) throw new NoValue(`there is no ${tokenOf(whole)}`)
  return { value: unknown(whole, environment), taken: path.length }
}

/** A member or element. What is not known has every member. */
function access(
  value: TerraformValue,
  key: TerraformValue,
  environment: Environment,
  indexed: boolean,
): TerraformValue {
  const { runtime } = environment
  const name = needText(key)
  if (value instanceof Unknown) {
    const step = /^\d+$/.test(name) ? `[${name}]` : /^[\w-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`
    const token = value.token + step
    try {
      const inside = access(value.standIn, key, environment, indexed)
      return inside instanceof Unknown ? inside : runtime.unknown(token, inside)
    } catch (error) {
      if (!(error instanceof NoValue)) throw error
      return runtime.unknown(token, safeText(token))
    }
  }
  if (isOpen(value)) {
    if (value.empty && environment.strict) throw new NoValue(`there is no ${value.address}`)
    return value.access(typeof settled(key) === 'number' ? Number(name) : name, indexed)
  }
  const found = isList(value) ? value[Number(name)] : isMembers(value) ? value.get(name)?.value : undefined
  if (found === undefined) throw new NoValue(`${kindOf(value)} has no ${name}`)
  return found
}

export function evaluateSplat(
  of: TerraformValue,
  expression: Extract<Expression, { kind: 'splat' }>,
  environment: Environment,
): TerraformValue {
  const items = elements(of, environment.runtime).map(([, item]) => item)
  const single = isMembers(settled(of))
  return (single ? [of] : items).map((item) => {
    let value = item
    for (const step of expression.steps) value = access(value, keyOf(step, environment), environment, 'key' in step)
    return value
  })
}

function keyOf(step: SplatStep, environment: Environment): TerraformValue {
  return 'name' in step ? step.name : environment.evaluate(step.key, environment)
}
