/** What everybody at the wall has to know beside the numbers. */
export const noticeWords = {
  title: 'Notices',
  conflict: (shown: string, other: string) => `Two PCs say they drive: ${shown} (shown), ${other}.`,
  someone: 'a PC without a name',
  choose: 'Choose who is right',
  lost: (driver: string) => `Nothing from the PC of ${driver} since`,
  unsaved: 'Nothing is saved since',
  unsavedText: 'The server’s disk takes nothing. The wall goes on live.',
  fedBy: (driver: string) => `PC of ${driver}`,
}
