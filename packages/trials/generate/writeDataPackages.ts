// Writes datasets/*/datapackage.json from the schemas. usage: tsx --conditions=source generate/writeDataPackages.ts
import { writeFileSync } from "node:fs";
import { dataPackages } from "@acumeta/trials";

for (const [folder, dataPackage] of Object.entries(dataPackages)) {
  const file = new URL(`../../../datasets/${folder}/datapackage.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(dataPackage, null, 2)}\n`);
}
