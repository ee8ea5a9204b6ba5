export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * A line through points in whole units, short enough for a race of 900 laps: steps instead of positions, and steps in
 * the same direction as one. A null ends a line; what stands alone is a dot (round caps draw it).
 */
export function linePath(points: readonly (Point | null)[]): string {
  let path = ''
  let at: Point | null = null
  let step = { x: 0, y: 0 }
  const draw = () => {
    if (step.x !== 0 || step.y !== 0) path += `l${step.x}${step.y < 0 ? '' : ' '}${step.y}`
    step = { x: 0, y: 0 }
  }
  for (const point of points) {
    if (point === null) {
      draw()
      at = null
      continue
    }
    const next: Point = { x: Math.round(point.x), y: Math.round(point.y) }
    if (at === null) path += `M${next.x} ${next.y}h0`
    else {
      const [x, y] = [next.x - at.x, next.y - at.y]
      if (step.x * y !== step.y * x || step.x * x < 0 || step.y * y < 0) draw()
      step = { x: step.x + x, y: step.y + y }
    }
    at = next
  }
  draw()
  return path
}
