/** What a server keeps in its data folder, the most precious first. */
export const BOOKS_FILE = 'sessions.sqlite'
export const FRAMES_FILE = 'frames.sqlite'

/** SQLite's own beside each of them: they go where it goes. */
export const COMPANIONS = ['-wal', '-shm'] as const
