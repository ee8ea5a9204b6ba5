/** The keys of a frame without their values, in their order; `0` stands where a value was. */
export type Shape = 0 | readonly (readonly [key: string, shape: Shape])[]

/** Lists and empty objects are values. */
const hasShape = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length > 0

/** The shape of a frame; its values are appended to `values`, in the same order. */
export function shapeOf(body: unknown, values: unknown[]): Shape {
  if (!hasShape(body)) {
    values.push(body)
    return 0
  }
  return Object.entries(body).map(([key, value]) => [key, shapeOf(value, values)])
}

/** The frame again. Takes as many values as the shape has room for. */
export function withShape(shape: Shape, values: Iterator<unknown>): unknown {
  if (shape === 0) return values.next().value
  // Not by assignment: a key may be called `__proto__`.
  return Object.fromEntries(shape.map(([key, inner]) => [key, withShape(inner, values)]))
}
