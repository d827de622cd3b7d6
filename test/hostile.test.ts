import { HOSTILE } from "./hostile/programs.ts";
import { judgeEach } from "./support/judge-hostile.ts";

judgeEach(HOSTILE.filter(({ long }) => !long));
