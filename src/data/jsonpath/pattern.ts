import { InvalidExpressionError } from '../failure.js'
import { assemble, type Instruction } from './pattern-program.js'

/** True if the pattern matches the whole text. */
export type Pattern = (text: string) => boolean

/**
 * Compiles the pattern of `=~`. It is run as an automaton that is in many places at once, never by backtracking: the time
 * is bounded by the length of the text times that of the pattern, whoever wrote either. What such an automaton
 * cannot do (back references, look-around, possessive and atomic groups) is refused.
 */
export function compilePattern(source: string, ignoreCase: boolean): Pattern {
  const program = assemble(source, ignoreCase, (reason) => {
    throw new InvalidExpressionError(`'/${source.slice(0, 80)}/' is not a supported pattern: ${reason}`)
  })
  return (text) => runs(program, text)
}

function runs(program: readonly Instruction[], text: string): boolean {
  const seen = new Int32Array(program.length).fill(-1)
  let places = follow(program, [0], seen, 0, true, text === '')
  let at = 0
  for (const char of text) {
    if (places.length === 0) return false
    at += char.length
    const next: number[] = []
    for (const place of places) {
      const instruction = program[place]
      if (instruction?.kind === 'char' && instruction.accepts(char)) next.push(place + 1)
    }
    places = follow(program, next, seen, at, false, at === text.length)
  }
  return places.some((place) => program[place]?.kind === 'match')
}

/** From the given places to all that are reached without reading a character. `seen` holds the position of the last visit. */
function follow(
  program: readonly Instruction[],
  from: readonly number[],
  seen: Int32Array,
  at: number,
  isStart: boolean,
  isEnd: boolean,
): number[] {
  const places: number[] = []
  const open = [...from]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (seen[place] === at) continue
    seen[place] = at
    const instruction = program[place]
    if (instruction?.kind === 'fork') open.push(...instruction.to)
    else if (instruction?.kind === 'start' && isStart) open.push(place + 1)
    else if (instruction?.kind === 'end' && isEnd) open.push(place + 1)
    else if (instruction?.kind === 'char' || instruction?.kind === 'match') places.push(place)
  }
  return places
}
