import { siteName } from '../verify/printable.js'

/**
 * A JSON Pointer of a definition in the words people use: `/States/Resize/Retry/0` is `Resize Retry[0]`, and inside
 * containers only the innermost state is named.
 */
export function definitionPart(pointer: string): string {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const stateAt = steps.lastIndexOf('States', steps.length - 2)
  const [state = '', field, index] = steps.slice(stateAt + 1)
  const name = siteName(state)
  if (field === undefined) return name
  return index === undefined ? `${name} ${field}` : `${name} ${field}[${index}]`
}
