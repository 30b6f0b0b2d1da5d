import { explainableJson, explanationJson, printExplainable, printExplanation } from '../../report/explain-text.js'
import { explanationOf } from '../../report/explanation.js'
import { printRule, ruleJson, ruleNamed } from '../../report/rule-text.js'
import type { Command } from '../command.js'
import { colourOf, printJson, printText } from '../print.js'

/** `aslx explain`: what takes an error, how AWS is known to behave, what a rule finds, or the list of what can be explained. */
export const explain: Command = {
  operands: '[error|topic|rule]',
  maxOperands: 1,
  options: [],
  formats: ['pretty', 'json'],
  examples: ['aslx explain', 'aslx explain States.HeartbeatTimeout', 'aslx explain timeouts --format json'],
  async run({ operands, options }, io) {
    const [name] = operands
    const rule = name === undefined ? undefined : ruleNamed(name)
    if (rule) {
      if (options.text('format') === 'json') printJson(ruleJson(rule), options, io)
      else printText(printRule(rule, colourOf(options, io)), options, io)
      return 0
    }
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
