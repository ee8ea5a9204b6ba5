/** The text of an element. Views never wait: a promise here is a bug. */
export function markup(element: JSX.Element): string {
  if (typeof element !== 'string') throw new TypeError('A view must not be asynchronous')
  return element
}
