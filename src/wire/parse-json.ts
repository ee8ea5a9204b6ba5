import { limits } from './limits.ts'

/**
 * A text, closed or not, or a number that JSON does not have. The closing quote is optional so that a hostile text
 * full of `\"` is passed once instead of being tried again from each quote.
 */
const textOrStrayNumber = /"(?:[^"\\]+|\\[\s\S])*"?|-?\b(?:NaN|Infinity)\b/g

/**
 * JSON as monitors write it: Python's `json.dumps` puts a bare `NaN` or `Infinity` for a value it does not have. They
 * are read as `null`; anything else that is not JSON throws `SyntaxError`, as `JSON.parse` does. The second look costs
 * fifty times the first, so only what is no larger than a frame gets it.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (text.length > limits.frame.maxBytes || !/NaN|Infinity/.test(text)) throw error
    return JSON.parse(
      text.replace(textOrStrayNumber, (token) => (token[0] === '"' ? token : 'null')),
    )
  }
}
