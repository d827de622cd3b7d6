import { fileURLToPath } from "node:url";

/**
 * Where Node.js keeps the compiled code of the course itself and of vitest's threads, which go by the variable NODE_COMPILE_CACHE: a
 * run of checks takes a quarter less processor time. Apart from the folder for programs under check, because this one grows only on a
 * full disk, where Node.js leaves parts of entries. In JavaScript, because it is asked for before any TypeScript is loaded.
 */
export const COURSE_CACHE = fileURLToPath(new URL("../../.course/cache/course", import.meta.url));
