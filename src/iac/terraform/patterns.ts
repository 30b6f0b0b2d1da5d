import { NoValue } from './terraform-values.js'

/** Steps that a search may take at worst. */
const MAX_STEPS = 1e10

/**
 * A regular expression of Terraform (RE2 syntax) as JavaScript's. One that JavaScript might take for ever over has no
 * value here: RE2 takes linear time for what backtracking takes exponential time for.
 */
export function compileTerraformPattern(pattern: string, textLength: number): RegExp {
  const flags = /^\(\?([ims]+)\)/.exec(pattern)
  const source = pattern
    .slice(flags?.[0].length ?? 0)
    .replaceAll('(?P<', '(?<')
    .replaceAll('\\A', '^')
    .replaceAll('\\z', '$')
  refuseSlow(source, textLength)
  try {
    return new RegExp(source, `g${flags?.[1] ?? ''}`)
  } catch {
    throw new NoValue(`not a regular expression: ${pattern}`)
  }
}

function refuseSlow(source: string, textLength: number): void {
  const bare = source.replaceAll(/\\.|\[\^?\]?(?:\\.|[^\]\\])*\]/g, 'x').replaceAll(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(')
  const repeats = bare.match(/[*+?]|\{\d*,?\d*\}/g) ?? []
  const nested = /\([^()]*(?:[*+?|{]|\()[^()]*\)+[^()]*\)?[*+{]/.test(bare)
  const backwards = /\\[1-9k]/.test(source)
  const steps = (textLength + 1) ** (repeats.filter((repeat) => repeat !== '?').length + 1)
  if (nested || backwards || repeats.length > 12 || (steps > MAX_STEPS && repeats.length > 1))
    throw new NoValue(`the pattern could take too long: ${source}`)
}
