import type { Session } from '../../src/race/session.ts'
import type { Catalogue } from '../catalogue.ts'
import { markup } from '../markup.ts'

/** Everything as files. */
export function exportsSection(
  { id }: Pick<Session, 'id'>,
  hasFrames: boolean,
  words: Catalogue,
): string {
  const { exports: told } = words.race
  const path = `/dashboard/${id}/race`
  return markup(
    <section class="panel" id="exports">
      <h2 safe>{told.title}</h2>
      <Files
        title={told.csv}
        text={told.csvText}
        files={['laps.csv', 'stints.csv', 'stops.csv'].map((name) => [name, `${path}/${name}`])}
      />
      <Files title={told.json} text="" files={[['race.json', `${path}/race.json`]]} />
      {hasFrames ? (
        <Files
          title={told.frames}
          text={told.framesText}
          files={['frames.jsonl', 'telemetry.csv'].map((name) => [name, `${path}/${name}`])}
        />
      ) : (
        <p class="note" safe>
          {told.noFrames}
        </p>
      )}
    </section>,
  )
}

interface FilesProps {
  readonly title: string
  readonly text: string
  readonly files: readonly (readonly [name: string, path: string])[]
}

function Files({ title, text, files }: FilesProps) {
  return (
    <section class="files">
      <h3 safe>{title}</h3>
      {text === '' ? (
        ''
      ) : (
        <p class="note" safe>
          {text}
        </p>
      )}
      <ul>
        {files.map(([name, path]) => (
          <li>
            <a href={path} download="" safe>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
