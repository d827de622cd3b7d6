import { proveLesson } from "../support/prove-lesson.ts";

proveLesson("02");
