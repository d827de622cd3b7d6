#!/usr/bin/env node
import * as nodeModule from "node:module";
import { COURSE_CACHE } from "../../test/harness/course-cache.mjs";

// An older Node.js can't read what comes next, so that this speaks both languages by itself.
if (process.features.typescript) {
  // Must be on before anything else is loaded; and the first TypeScript loads what removes its types, which takes a tenth of a
  // second unless the result is in the cache.
  nodeModule.enableCompileCache(COURSE_CACHE);
  await import("./command-line.ts");
} else {
  console.error(
    `Node.js ${process.version} can't run the course, which brings its own: start it by npx pnpm, such as npx pnpm test lessons/01.`,
  );
  console.error(
    `Node.js ${process.version} 無法執行這門課程；課程自帶 Node.js，請用 npx pnpm 啟動，例如 npx pnpm test lessons/01。`,
  );
  process.exitCode = 3; // EXIT.notChecked
}
