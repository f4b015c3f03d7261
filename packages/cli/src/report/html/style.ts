/** The style of the report: readable on paper, on a phone and in the dark. */
export const style = `
:root { color-scheme: light dark; --ink: #1a1a1a; --quiet: #5a5f66; --line: #d9dce0; --paper: #fff; --mark: #0b63a5; --card: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --quiet: #a6abb2; --line: #3a3f45; --paper: #16181b; --mark: #6db3e8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.4rem; margin: 3rem 0 .5rem; padding-top: .75rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.1rem; margin: 2.25rem 0 .5rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 1.5rem; font-size: .9rem; }
p, li { max-width: 46rem; }
h2 .quiet { font-weight: 400; }
a { color: var(--mark); }
figure { margin: 1rem 0; padding: .75rem; background: var(--card); border: 1px solid var(--line); border-radius: .4rem; overflow-x: auto; }
figure svg { max-width: 100%; min-width: 40rem; height: auto; display: block; margin: 0 auto; }
figcaption, figcaption a { color: #5a5f66; font-size: .85rem; margin-top: .5rem; }
.quiet { color: var(--quiet); font-size: .9rem; }
.scroll { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .7rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; text-align: left; }
td:first-child, th:first-child { min-width: 11rem; }
th { font-weight: 600; border-bottom: 2px solid var(--line); }
th.number, td.number { text-align: right; white-space: nowrap; }
td code { white-space: nowrap; }
.warning { border-left: 3px solid #d55e00; padding-left: .75rem; }
details { margin: .5rem 0; }
summary { cursor: pointer; color: var(--mark); }
@media print { body { max-width: none; } details { display: none; } h3 { break-after: avoid; } figure { break-inside: avoid; } }
`;
