import { isObject, type Json, type JsonObjectBuilder, setMember } from '../asl/json.js'

/** A value that an inferred answer has at a path of member names. */
export interface InferredPart {
  readonly path: readonly string[]
  readonly value: Json
}

/** What inferred answers have besides what they would have anyway, by the Task's name. */
export type InferredAnswers = Readonly<Record<string, readonly InferredPart[]>>

/** The answer with these parts laid over it. What is no object on the way to a part stays as it is. */
export function withInferredParts(answer: Json, parts: readonly InferredPart[]): Json {
  return parts.reduce((laid, { path, value }) => withPart(laid, path, value), answer)
}

function withPart(whole: Json | undefined, path: readonly string[], value: Json): Json {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (whole !== undefined && !isObject(whole)) return whole
  const built: JsonObjectBuilder = { ...whole }
  const inner = whole && Object.hasOwn(whole, step) ? whole[step] : undefined
  setMember(built, step, withPart(inner, rest, value))
  return built
}
