// Scripts that run in the page; as texts, because the tests are compiled without the types of a browser.

export const unfoldAll = 'document.querySelectorAll("details").forEach((details) => { details.open = true; });';

export interface Overflow {
  readonly overflow: number;
  readonly parts: readonly string[];
}

/** How far the page is wider than the window, and what sticks out of it other than in a box that scrolls by itself. */
export const findOverflow = `(() => {
  const inBox = (element) => element.parentElement?.closest(".scroll, figure") != null;
  const sticksOut = (element) => element.getBoundingClientRect().right > window.innerWidth + 1;
  return {
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    parts: [...document.querySelectorAll("body *")]
      .filter((element) => sticksOut(element) && !inBox(element))
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  };
})()`;

export interface ImageSize {
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

/** Natural sizes of all images of the page, and of those its figures link to. */
export const sizesOfImages = `Promise.all(
  [
    ...[...document.querySelectorAll("img")].map(({ src }) => src),
    ...[...document.querySelectorAll("figcaption a")].map(({ href }) => href).filter((href) => /\\.(svg|png)$/.test(href)),
  ].map(
    (source) =>
      new Promise((resolve) => {
        const image = new Image();
        const done = () => resolve({ source, width: image.naturalWidth, height: image.naturalHeight });
        image.onload = done;
        image.onerror = done;
        image.src = source;
      }),
  ),
)`;
