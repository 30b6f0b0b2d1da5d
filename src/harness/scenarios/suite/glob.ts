import { UserError } from '../../../asl/user-error.js'

/** Wildcards that one pattern may have: more make matching slow, and nobody writes them. */
const MOST_WILDCARDS = 12

/** Whether a path has wildcards: `*`, `**`, `?` or `{a,b}`. */
export function isGlob(path: string): boolean {
  return /[*?{]/.test(path)
}

/** The folder in front of the first wildcard; `.` if there is none. */
export function folderOf(glob: string): string {
  const steps = glob.split('/')
  const first = steps.findIndex(isGlob)
  const fixed = steps.slice(0, first < 0 ? -1 : first)
  return fixed.length === 1 && fixed[0] === '' ? '/' : fixed.join('/') || '.'
}

/** What matches paths with `/` between their steps: `*` within a step, `**` over any steps, `?` one character, `{a,b}` either. */
export function globMatcher(glob: string): (path: string) => boolean {
  if ((glob.match(/\*+|\?|\{/g) ?? []).length > MOST_WILDCARDS) {
    throw new UserError('usage', `${glob} has more than ${MOST_WILDCARDS} wildcards: name the files, or a folder`)
  }
  const source = glob
    .replace(/^\.\//, '')
    .replaceAll(/\*\*\/|\*\*|\*|\?|\{([^{}]*)\}|[\\^$+.()|[\]{}]/g, (found, either?: string) => {
      if (found === '**/') return '(?:[^/]+/)*'
      if (found === '**') return '.*'
      if (found === '*') return '[^/]*'
      if (found === '?') return '[^/]'
      if (either === undefined) return `\\${found}`
      return `(?:${either.split(',').map(literal).join('|')})`
    })
  const pattern = new RegExp(`^${source}$`, 'su')
  return (path) => pattern.test(path.replace(/^\.\//, ''))
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$+.()|[\]{}*?]/g, '\\$&')
}
