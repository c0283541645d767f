/** Type of what is dragged from the grid onto a class: hashes, with spaces between them. */
export const dragType = 'application/x-deepbrick-photos';
