import { type Html, html, trusted } from "./html.js";
import { style } from "./style.js";

/** The pages of the report, by their files. */
const pages = {
  "index.html": "Questions and points",
  "claims.html": "Claims",
  "gallery.html": "Gallery of figures",
} as const;

export type PageFile = keyof typeof pages;

/** A page that opens offline, with links to the others. */
export function document(own: PageFile, { title, body }: { readonly title: string; readonly body: Html }): string {
  const links = (Object.keys(pages) as PageFile[]).map((file) =>
    file === own
      ? html`<strong aria-current="page">${pages[file]}</strong>`
      : html`<a href="${file}">${pages[file]}</a>`,
  );
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${trusted(style)}</style></head>
<body>
<nav aria-label="Report">${links}</nav>
<h1>${title}</h1>
${body}</body>
</html>
`.markup;
}
