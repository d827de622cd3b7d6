#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { COURSE_CACHE } from "../../test/harness/compile-cache.ts";

// Must be on before anything else is loaded.
enableCompileCache(COURSE_CACHE);
await import("./command-line.ts");
