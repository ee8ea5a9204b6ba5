import type { Catalogue } from './catalogue.ts'

interface NewTabProps {
  readonly href: string
  readonly text: string
  readonly words: Catalogue
}

/** A way on from a page that must not be lost: in a tab of its own, which those who hear the page are told too. */
export function NewTab({ href, text, words }: NewTabProps) {
  return (
    <a href={href} target="_blank" rel="noopener">
      <span safe>{text}</span> <span aria-hidden="true">↗</span>
      <span class="for-ears" safe>{` (${words.newTab})`}</span>
    </a>
  )
}
