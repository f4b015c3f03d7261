export { markdown } from "./markdown.js";
export type { Progress } from "./progress.js";
export { progress } from "./progress.js";
export { show } from "./show.js";
export type { CellValue, TableColumn, TableOptions } from "./table/column.js";
export { table } from "./table/table.js";
