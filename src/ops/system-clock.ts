/** The computer's clock. At a `rate` above 1 a recorded race passes faster, and every limit and time-out with it. */
export function systemClock(rate = 1) {
  const start = performance.timeOrigin + performance.now()
  return {
    nowMs: () => start + (performance.timeOrigin + performance.now() - start) * rate,
    after(ms: number, task: () => void) {
      const timer = setTimeout(task, ms / rate)
      return () => clearTimeout(timer)
    },
    every(ms: number, task: () => void) {
      const timer = setInterval(task, ms / rate)
      return () => clearInterval(timer)
    },
  }
}
