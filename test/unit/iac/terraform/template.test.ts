import { describe, expect, it } from 'vitest'
import { valueOf } from './evaluated.js'

describe('a template of Terraform', () => {
  it('is the value itself where it is one interpolation, and else a text', () => {
    expect(valueOf('"${[1, 2]}"')).toEqual([1, 2])
    expect(valueOf('"${true} and ${1.5}"')).toBe('true and 1.5')
    expect(valueOf('"${"nested ${"twice"}"}!"')).toBe('nested twice!')
  })

  it('has escapes in quotes, and none in heredocs', () => {
    expect(valueOf(String.raw`"a\"b\\c\nd\te\u0041\U0001F600"`)).toBe('a"b\\c\nd\teA😀')
    expect(valueOf('<<A\na\\nb "c"\nA\n')).toBe('a\\nb "c"\n')
  })

  it('takes $${ and %%{ for what they stand for, and a single sign for itself', () => {
    expect(valueOf('"$${a} %%{b} $ % $5 100% $$"')).toBe('${a} %{b} $ % $5 100% $$')
  })

  it('ends a heredoc at its name alone on a line, indented or not', () => {
    expect(valueOf('<<END\nEND_\n ENDING\n END x\n  END\n')).toBe('END_\n ENDING\n END x\n')
    expect(valueOf('[<<A\none\nA\n, <<B\ntwo\nB\n]')).toEqual(['one\n', 'two\n'])
    expect(valueOf('<<A\r\none\r\nA\r\n')).toBe('one\r\n')
  })

  it('takes the indentation that all lines share from <<-', () => {
    expect(valueOf('<<-A\n    one\n      two ${1}\n\n    three\n  A\n')).toBe('one\n  two 1\n\nthree\n')
    expect(valueOf('<<-A\n    ${1}\n  two\n  A\n')).toBe('  1\ntwo\n')
  })

  it('has conditions and loops', () => {
    expect(valueOf('"a%{ if 1 > 2 }b%{ else }c%{ endif }d"')).toBe('acd')
    expect(valueOf('"%{ for i, v in ["x", "y"] }${i}${v}%{ if v == "x" },%{ endif }%{ endfor }"')).toBe('0x,1y')
  })

  it('takes away blanks where a tilde says so', () => {
    expect(valueOf('"a ${~ "b" ~} c"')).toBe('abc')
    expect(valueOf('<<A\n%{ for v in [1, 2] ~}\n${v}\n%{ endfor ~}\nend\nA\n')).toBe('1\n2\nend\n')
  })

  it.each([
    ['"%{ if true }a"', 'expected else or endif before the end of the template'],
    ['"%{ endfor }"', 'a endfor has nothing before it to close'],
    ['"%{ while }"', 'expected if, else, endif, for or endfor'],
    ['"${1"', 'expected "}"'],
  ])('refuses %s', (text, message) => {
    expect(() => valueOf(text)).toThrow(message)
  })
})
