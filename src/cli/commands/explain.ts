import { explainableJson, explanationJson, printExplainable, printExplanation } from '../../report/explain-text.js'
import { explanationOf } from '../../report/explanation.js'
import type { Command } from '../command.js'
import { colourOf, printJson, printText } from '../print.js'

/** `aslx explain`: what takes an error and how AWS is known to behave, or the list of what can be explained. */
export const explain: Command = {
  operands: '[error|topic]',
  maxOperands: 1,
  options: [],
  formats: ['pretty', 'json'],
  examples: ['aslx explain', 'aslx explain States.HeartbeatTimeout', 'aslx explain timeouts --format json'],
  async run({ operands, options }, io) {
    const [name] = operands
    const explanation = name === undefined ? undefined : explanationOf(name)
    if (options.text('format') === 'json') {
      printJson(explanation ? explanationJson(explanation) : explainableJson(), options, io)
    } else {
      const colour = colourOf(options, io)
      printText(explanation ? printExplanation(explanation, colour) : printExplainable(colour), options, io)
    }
    return 0
  },
}
