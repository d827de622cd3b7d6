#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { COURSE_CACHE } from "../../test/harness/course-cache.mjs";

// Must be on before anything else is loaded; and the first TypeScript loads what removes its types, which takes a tenth of a second
// unless the result is in the cache.
enableCompileCache(COURSE_CACHE);
await import("./command-line.ts");
