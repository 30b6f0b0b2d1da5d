import type { FunctionFacts } from '../asl/function-facts.js'
import type { UnresolvedValue } from './machine-source.js'

/** How a template knows a resource. */
export interface NamedResource {
  /** Logical id in CloudFormation, address in Terraform; undefined for a parameter or placeholder, which only has a token. */
  readonly logicalId: string | undefined
  /** Every name it may be called by: logical id, token, the name of a parameter. */
  readonly names: readonly string[]
}

/** What the values in a definition stand for, by the value. */
export type ResourceNames = ReadonlyMap<string, NamedResource>

/** The meaning of the values in a definition that its template only knows at deployment, functions included. */
export function resourceNames(
  unresolved: readonly UnresolvedValue[],
  functions: Readonly<Record<string, FunctionFacts>>,
): ResourceNames {
  const found = new Map<string, NamedResource>()
  for (const { token, standIn } of unresolved) found.set(standIn, merged(found.get(standIn), namedBy(token)))
  for (const [called, { logicalId }] of Object.entries(functions)) {
    const ids = logicalId === undefined ? [] : [logicalId, ...shortIds(logicalId)]
    const names = [...ids, ...(called.startsWith('arn:') ? [] : [called])]
    found.set(called, merged(found.get(called), { logicalId, names }))
  }
  return found
}

function merged(before: NamedResource | undefined, { logicalId, names }: NamedResource): NamedResource {
  if (!before) return { logicalId, names }
  return { logicalId: before.logicalId ?? logicalId, names: [...new Set([...before.names, ...names])] }
}

function namedBy(token: string): NamedResource {
  const id = /^(?:GetAtt|Ref):([^.:]+)/.exec(token)?.[1] ?? /^aws_\w+\.[\w-]+/.exec(token)?.[0]
  if (id !== undefined) return { logicalId: id, names: [token, id, ...shortIds(id)] }
  const plain = /^\$\{(.+)\}$/s.exec(token)?.[1] ?? /^(?:Param:|var\.)(.+)$/s.exec(token)?.[1]
  return { logicalId: undefined, names: plain === undefined ? [token] : [token, plain] }
}

/** An id without what the tool adds to it: CDK's eight hex digits, Terraform's type. */
function shortIds(id: string): readonly string[] {
  const short = id.replace(/(?<=.)[0-9A-F]{8}$/, '').replace(/^aws_\w+\./, '')
  return short === id ? [] : [short]
}
