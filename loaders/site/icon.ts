/** The site's icon: a bar that rises and one that falls, in the colours of hit and flop. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#bf4a0a" d="M2 2h5v12H2z"/><path fill="#1f6b9e" d="M9 9h5v5H9z"/></svg>`;

/** The icon's element for the head of a page. */
export const ICON_LINK = `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">`;
