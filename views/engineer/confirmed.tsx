import { markup } from '../markup.ts'

export interface Confirmed {
  readonly title: string
  /** What it will do, before it is done. */
  readonly text: string
  readonly action: string
  readonly button: string
}

/** A change that somebody will notice: opened first, done second, and both without a script. */
export function confirmed({ title, text, action, button }: Confirmed): string {
  return markup(
    <details class="confirm">
      <summary safe>{title}</summary>
      <p safe>{text}</p>
      <form action={action} method="post">
        <button type="submit" class="is-risky" safe>
          {button}
        </button>
      </form>
    </details>,
  )
}
